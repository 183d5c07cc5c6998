package io.prorata.adapter.bankfile.text;

import java.io.ByteArrayOutputStream;

/** Scans the bytes of a file and finds the lines that are well-formed UTF-8. */
final class Utf8Scan {

    private static final int MOST_KEPT = 262_144;
    private static final int LONGEST_LINE = 4096;

    /** So much of a word's beginning is kept before its first letter beyond ASCII. */
    private static final int CONTEXT = 24;

    private final ByteArrayOutputStream foreign = new ByteArrayOutputStream();
    private final byte[] line = new byte[LONGEST_LINE];
    private int length;

    /** How many bytes of the letter begun are still to come, and what the next may be. */
    private int due;

    private int lowest;
    private int highest;
    private int lead;
    private int twiceLead;

    private int well;
    private int ill;
    private long wellLines;
    private long illLines;
    private long woundedLines;
    private boolean twice;
    private boolean zero;

    void add(byte[] bytes, int count) {
        int begin = 0;
        for (int i = 0; i < count; i++) {
            int b = bytes[i];
            if (length == 0 && b > 0) {
                // ASCII so far in this line.
                if (b == '\n' || b == '\r') {
                    begin = i + 1;
                }
                continue;
            }
            if (length == 0 && b < 0) {
                for (int before = Math.max(begin, i - CONTEXT); before < i; before++) {
                    keep(bytes[before]);
                }
            }
            take(b & 0xFF);
            begin = length == 0 ? i + 1 : begin;
        }
    }

    void end() {
        endLine();
        illLines += due > 0 ? 1 : 0;
    }

    private void take(int b) {
        if (b < 0x80) {
            broken();
            twiceLead = 0;
            if (b == '\n' || b == '\r') {
                endLine();
            } else {
                zero |= b == 0;
                keep(b);
            }
            return;
        }
        keep(b);
        if (due > 0 && b >= lowest && b <= highest) {
            due--;
            lowest = 0x80;
            highest = 0xBF;
            if (due == 0) {
                well++;
                // A letter that was encoded twice: its bytes stand as letters of their own.
                twice |= twiceLead != 0;
                twiceLead = lead == 0xC3 && (b <= 0x91 || b == 0xA2) ? b : 0;
            }
            return;
        }
        broken();
        begin(b);
    }

    private void begin(int b) {
        lead = b;
        lowest = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        highest = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        if (b >= 0xC2 && b <= 0xDF) {
            due = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            due = 2;
        } else if (b >= 0xF0 && b <= 0xF4) {
            due = 3;
        } else {
            ill++;
        }
    }

    private void broken() {
        ill += due > 0 ? 1 : 0;
        due = 0;
    }

    private void keep(int b) {
        if (length < LONGEST_LINE) {
            line[length++] = (byte) b;
        }
    }

    private void endLine() {
        if (ill > 0 && well > 0) {
            woundedLines++;
        } else if (ill > 0) {
            illLines++;
        } else if (well > 0) {
            wellLines++;
        }
        if (ill > 0 && foreign.size() + length < MOST_KEPT) {
            foreign.write(line, 0, length);
            foreign.write('\n');
        }
        length = 0;
        well = 0;
        ill = 0;
    }

    /** Returns the number of lines with letters beyond ASCII that are UTF-8 throughout. */
    long wellLines() {
        return wellLines;
    }

    /** Returns the number of lines none of whose letters beyond ASCII is UTF-8. */
    long illLines() {
        return illLines;
    }

    /** Returns the number of lines in which some are and some are not. */
    long woundedLines() {
        return woundedLines;
    }

    boolean hasZero() {
        return zero;
    }

    /** Whether letters seem to have been encoded twice. */
    boolean isTwice() {
        return twice;
    }

    /** Returns the first lines that are not UTF-8. */
    byte[] foreign() {
        return foreign.toByteArray();
    }
}
