package io.prorata.adapter.bankfile.xlsx;

import io.prorata.adapter.bankfile.xml.XmlEvents;
import io.prorata.application.bankfile.Unreadable;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Currency;

/**
 * The bytes of a sheet as a table of text in UTF-8: a row is a line with its number, fields are separated by tabs. One row is in memory
 * at a time.
 */
final class SheetText extends InputStream {

    /** More columns than any bank's table has; more rows there cannot be. */
    private static final int MOST_COLUMNS = 512;

    private static final int MOST_ROWS = 1 << 20;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final XmlEvents events;
    private final CellText cells;
    private final String[] fields = new String[MOST_COLUMNS];
    private int width;
    private int written;
    private byte[] ready = MARK;
    private int at;

    SheetText(Workbook workbook, Workbook.SheetPart sheet, Currency currency) {
        this.events = workbook.parts().open(sheet.part());
        this.cells = new CellText(workbook, currency);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        if (at == ready.length && !nextRow()) {
            return -1;
        }
        int count = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, bytes, from, count);
        at += count;
        return count;
    }

    /** Goes on to the next row of the sheet; the rows that it leaves out are empty lines. */
    private boolean nextRow() {
        while (events.next()) {
            if (events.isStart() && events.name().equals("row")) {
                int number = number(events.attribute("r"));
                int row = number > written && number <= MOST_ROWS ? number : written + 1;
                StringBuilder text = new StringBuilder();
                text.repeat("\n", row - written - 1);
                readCells();
                append(text);
                written = row;
                ready = text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
                at = 0;
                return true;
            }
        }
        return false;
    }

    private void readCells() {
        width = 0;
        int column = 0;
        while (events.next() && !(events.name().equals("row") && !events.isStart())) {
            if (events.isStart() && events.name().equals("c")) {
                int stated = column(events.attribute("r"));
                column = stated > 0 ? stated : column + 1;
                String text = cell();
                if (text.isEmpty()) {
                    continue;
                }
                if (column > MOST_COLUMNS) {
                    throw Unreadable.TOO_LARGE.because("the sheet has more than " + MOST_COLUMNS + " columns");
                }
                while (width < column) {
                    fields[width++] = "";
                }
                fields[column - 1] = text;
            }
        }
    }

    /** Reads the cell that has begun, to its end. */
    private String cell() {
        String type = events.attribute("t");
        int style = number(events.attribute("s"));
        var text = new RichText();
        String value = "";
        while (events.next() && !(events.name().equals("c") && !events.isStart())) {
            if (!events.isStart() && events.name().equals("v")) {
                value = events.rawText();
            } else {
                text.take(events);
            }
        }
        return type.equals("inlineStr") ? text.whole() : value.isEmpty() ? "" : cells.of(type, style, value);
    }

    private void append(StringBuilder line) {
        for (int i = 0; i < width; i++) {
            line.append(i == 0 ? "" : "\t");
            String field = fields[i];
            boolean quoted = field.indexOf('"') >= 0;
            line.append(quoted ? "\"" : "");
            for (int c = 0; c < field.length(); c++) {
                char letter = field.charAt(c);
                line.append(letter < ' ' ? ' ' : letter);
                line.append(letter == '"' ? "\"" : "");
            }
            line.append(quoted ? "\"" : "");
        }
    }

    /** Returns the column of an address such as {@code AB12}, counted from 1; 0 if it is none. */
    private static int column(String address) {
        int column = 0;
        for (int i = 0; i < address.length() && i < 4; i++) {
            char c = address.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column;
    }

    private static int number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }

    @Override
    public void close() {
        events.close();
    }
}
