package io.prorata.adapter.bankfile.xlsx;

import io.prorata.adapter.bankfile.xml.XmlEvents;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which styles of cells show numbers as dates.
 *
 * @param dates the numbers of those styles
 */
record Styles(BitSet dates) {

    private static final int MOST_STYLES = 65_536;

    /** What a format shows as it is: in quotes, brackets, behind a backslash, or as wide as a letter. */
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.|\\*.");

    private static final Pattern TIME_ONLY = Pattern.compile("[hutsm:.\\s]*(?:am/pm|a/p)?[\\s]*");

    static Styles of(Parts parts) {
        BitSet dates = new BitSet();
        XmlEvents found = parts.find("xl/styles.xml").orElse(null);
        if (found == null) {
            return new Styles(dates);
        }
        Map<String, String> formats = new HashMap<>();
        try (XmlEvents events = found) {
            boolean ofCells = false;
            int style = 0;
            while (events.next()) {
                String name = events.name();
                if (name.equals("cellXfs")) {
                    ofCells = events.isStart();
                } else if (events.isStart() && name.equals("numFmt") && formats.size() < MOST_STYLES) {
                    formats.put(events.attribute("numFmtId"), events.attribute("formatCode"));
                } else if (events.isStart() && ofCells && name.equals("xf") && style < MOST_STYLES) {
                    String id = events.attribute("numFmtId");
                    dates.set(style++, formats.containsKey(id) ? isDate(formats.get(id)) : isBuiltInDate(id));
                }
            }
        }
        return new Styles(dates);
    }

    boolean isDate(int style) {
        return dates.get(style);
    }

    /** The formats that have a number and no code: dates of the West, and those of East Asia. */
    private static boolean isBuiltInDate(String id) {
        return switch (id) {
            case "14",
                    "15",
                    "16",
                    "17",
                    "22",
                    "27",
                    "28",
                    "29",
                    "30",
                    "31",
                    "34",
                    "35",
                    "36",
                    "50",
                    "51",
                    "52",
                    "53",
                    "54",
                    "55",
                    "56",
                    "57",
                    "58" -> true;
            default -> false;
        };
    }

    /**
     * A date is shown by letters, whatever the language: {@code yyyy}, {@code JJJJ}, {@code aaaa}, {@code гггг}. A number has places for
     * digits.
     */
    static boolean isDate(String code) {
        String shown = LITERAL.matcher(code).replaceAll("").toLowerCase(Locale.ROOT);
        int section = shown.indexOf(';');
        String first = (section < 0 ? shown : shown.substring(0, section)).strip();
        boolean number = first.chars().anyMatch(c -> "0#?@%".indexOf(c) >= 0);
        boolean letters = first.chars().anyMatch(Character::isLetter);
        boolean general = first.equals("general") || first.equals("standard") || first.equals("estándar");
        boolean time = first.contains(":") && TIME_ONLY.matcher(first).matches();
        return letters && !number && !general && !time;
    }
}
