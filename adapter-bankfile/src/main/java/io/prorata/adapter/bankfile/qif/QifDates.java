package io.prorata.adapter.bankfile.qif;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of Quicken, such as {@code 6/ 4'18}, as other dates are written. */
final class QifDates {

    /** Behind an apostrophe stands a year of this century. */
    private static final Pattern APOSTROPHE =
            Pattern.compile("(\\d{1,2})\\s*([-/.])\\s*(\\d{1,2})\\s*'\\s*(\\d{4}|\\d{1,2})");

    private static final Pattern SPACED =
            Pattern.compile("(\\d{1,4})\\s*([-/.])\\s*(\\d{1,2})\\s*\\2\\s*(\\d{4}|\\d{1,2})");

    private QifDates() {}

    static String plain(String text) {
        Matcher apostrophe = APOSTROPHE.matcher(text);
        if (apostrophe.matches()) {
            return joined(apostrophe.group(1), apostrophe.group(2), apostrophe.group(3), year(apostrophe.group(4)));
        }
        Matcher spaced = SPACED.matcher(text);
        if (spaced.matches()) {
            String last = spaced.group(4);
            return joined(spaced.group(1), spaced.group(2), spaced.group(3), last.length() == 1 ? "0" + last : last);
        }
        return text;
    }

    private static String joined(String first, String separator, String second, String last) {
        return first + separator + second + separator + last;
    }

    private static String year(String digits) {
        return digits.length() == 4 ? digits : "20" + (digits.length() == 1 ? "0" : "") + digits;
    }
}
