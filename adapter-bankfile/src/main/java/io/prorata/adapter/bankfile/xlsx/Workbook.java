package io.prorata.adapter.bankfile.xlsx;

import io.prorata.adapter.bankfile.xml.XmlEvents;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.Unreadable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The parts that all sheets share.
 *
 * @param sheets that can be seen
 * @param from1904 whether days are counted from 1904, as on old Macs, and not from 1900
 * @param texts that cells share, by their number
 * @param styles of cells, which tell dates from numbers
 */
record Workbook(Parts parts, List<SheetPart> sheets, boolean from1904, List<String> texts, Styles styles) {

    /** In characters of all shared texts together. */
    private static final int MOST_TEXT = 32 << 20;

    private static final int MOST_SHEETS = 200;

    /** @param name as people see it, and {@code part} as the archive calls it */
    record SheetPart(String name, String part) {}

    static Workbook of(BankFile.Content content) {
        var parts = new Parts(content);
        Map<String, String> targets = targets(parts);
        List<SheetPart> sheets = new ArrayList<>();
        boolean from1904 = false;
        try (XmlEvents events = parts.open("xl/workbook.xml")) {
            while (events.next()) {
                if (!events.isStart()) {
                    continue;
                }
                if (events.name().equals("workbookPr")) {
                    from1904 = isTrue(events.attribute("date1904"));
                } else if (events.name().equals("sheet") && sheets.size() < MOST_SHEETS) {
                    String target = targets.get(events.attribute("id"));
                    if (target != null
                            && !events.attribute("state")
                                    .toLowerCase(Locale.ROOT)
                                    .contains("hidden")) {
                        sheets.add(new SheetPart(events.attribute("name"), target));
                    }
                }
            }
        }
        return new Workbook(parts, sheets, from1904, texts(parts), Styles.of(parts));
    }

    private static boolean isTrue(String text) {
        return text.equals("1") || text.equalsIgnoreCase("true");
    }

    /** Returns the parts that the workbook refers to, by the ids with which it does. */
    private static Map<String, String> targets(Parts parts) {
        Map<String, String> targets = new HashMap<>();
        try (XmlEvents events = parts.open("xl/_rels/workbook.xml.rels")) {
            while (events.next()) {
                if (events.isStart() && events.name().equals("Relationship")) {
                    String target = events.attribute("Target");
                    targets.put(events.attribute("Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        }
        return targets;
    }

    private static List<String> texts(Parts parts) {
        List<String> texts = new ArrayList<>();
        XmlEvents found = parts.find("xl/sharedStrings.xml").orElse(null);
        if (found == null) {
            return texts;
        }
        long length = 0;
        try (XmlEvents events = found) {
            var text = new RichText();
            while (events.next()) {
                if (events.isStart() && events.name().equals("si")) {
                    text.begin();
                } else if (!events.isStart() && events.name().equals("si")) {
                    String whole = text.whole();
                    length += whole.length() + 1;
                    if (length > MOST_TEXT) {
                        throw Unreadable.TOO_LARGE.because("the workbook holds more text than any bank's");
                    }
                    texts.add(whole);
                } else {
                    text.take(events);
                }
            }
        }
        return texts;
    }
}
