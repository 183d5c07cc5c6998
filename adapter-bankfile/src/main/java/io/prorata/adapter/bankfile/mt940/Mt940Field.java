package io.prorata.adapter.bankfile.mt940;

import java.util.List;

/**
 * A field of a message.
 *
 * @param line the number of its first line
 * @param tag such as {@code 61}
 * @param lines of its value, without line ends; not empty
 */
record Mt940Field(int line, String tag, List<String> lines) {

    /** Returns the first line of the value. */
    String first() {
        return lines.get(0);
    }
}
