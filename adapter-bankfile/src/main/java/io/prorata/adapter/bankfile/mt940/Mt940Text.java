package io.prorata.adapter.bankfile.mt940;

import io.prorata.adapter.bankfile.statement.Texts;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The other party and the purpose in a field {@code :86:}: with numbered sub-fields, with words between slashes, or as plain text. */
final class Mt940Text {

    /** A number of three digits, then a mark that stands before each sub-field of two digits. */
    private static final Pattern NUMBERED = Pattern.compile("\\d{3}([^\\p{L}\\d\\s])\\d{2}.*", Pattern.DOTALL);

    private static final Pattern SLASHED = Pattern.compile(
            "/(TRTP|TRCD|NAME|REMI|EREF|IBAN|BIC|CSID|MARF|PREF|RTRN|ADDR|ISDT|CNTP|ORDP|BENM|ULTD|ULTC|PURP)/");

    /** What a bank writes before the parts of the text of a payment. */
    private static final Pattern PARTS = Pattern.compile("(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC)\\+");

    private static final int FULL_SUBFIELD = 27;

    private Mt940Text() {}

    static String of(List<String> lines) {
        String joined = String.join("", lines);
        Matcher numbered = NUMBERED.matcher(joined);
        if (numbered.matches()) {
            return numbered(joined.substring(3), numbered.group(1).charAt(0));
        }
        Matcher slashed = SLASHED.matcher(joined);
        return slashed.find() ? slashed(joined) : Texts.spaced(String.join(" ", lines));
    }

    private static String numbered(String text, char mark) {
        Map<Integer, String> fields = new TreeMap<>();
        for (int at = 0; at >= 0 && at + 3 <= text.length(); at = nextMark(text, mark, at)) {
            int end = nextMark(text, mark, at);
            String value = text.substring(at + 3, end < 0 ? text.length() : end);
            fields.putIfAbsent(Integer.parseInt(text, at + 1, at + 3, 10), value);
        }
        String who = between(fields, 32, 33);
        String purpose = (between(fields, 20, 29) + between(fields, 60, 63)).strip();
        String what = withoutReferences(purpose);
        String label = Texts.joined(who, what);
        return label.isEmpty() ? Texts.spaced(fields.getOrDefault(0, "")) : label;
    }

    /** The mark is also a letter of texts: it begins a sub-field only before two digits. */
    private static int nextMark(String text, char mark, int after) {
        for (int at = text.indexOf(mark, after + 1); at >= 0; at = text.indexOf(mark, at + 1)) {
            if (at + 2 < text.length() && isDigit(text.charAt(at + 1)) && isDigit(text.charAt(at + 2))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A full sub-field continues in the next one within a word; a shorter one ends with its word. */
    private static String between(Map<Integer, String> fields, int first, int last) {
        StringBuilder joined = new StringBuilder();
        fields.forEach((number, value) -> {
            if (number >= first && number <= last) {
                joined.append(value);
                if (value.length() < FULL_SUBFIELD) {
                    joined.append(' ');
                }
            }
        });
        return joined.toString();
    }

    /** Of a payment with named parts only its purpose is for people. */
    private static String withoutReferences(String purpose) {
        int begin = purpose.indexOf("SVWZ+");
        if (begin < 0) {
            Matcher any = PARTS.matcher(purpose);
            return any.find() && any.start() == 0 ? "" : purpose;
        }
        Matcher next = PARTS.matcher(purpose);
        int end = next.find(begin + 5) ? next.start() : purpose.length();
        return purpose.substring(begin + 5, end);
    }

    private static String slashed(String text) {
        String who = part(text, "NAME");
        String what = part(text, "REMI");
        String label = Texts.joined(who, what.replaceFirst("^USTD//", "").replaceFirst("^(?:STRD/)", ""));
        return label.isEmpty() ? Texts.spaced(part(text, "TRTP")) : label;
    }

    private static String part(String text, String name) {
        int begin = text.indexOf("/" + name + "/");
        if (begin < 0) {
            return "";
        }
        int from = begin + name.length() + 2;
        Matcher next = SLASHED.matcher(text);
        // A part without a value ends with the slash that begins the next one.
        return text.substring(from, next.find(from - 1) ? Math.max(from, next.start()) : text.length());
    }
}
