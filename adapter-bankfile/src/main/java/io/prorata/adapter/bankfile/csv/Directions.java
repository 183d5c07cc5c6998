package io.prorata.adapter.bankfile.csv;

import io.prorata.application.bankfile.ReadLine;

/** Counts what was spent and what was received: a file in which one of the two never happens may have been misunderstood. */
final class Directions {

    /** A month of a household has something of both. */
    private static final int LONG = 30;

    private int spent;
    private int received;

    void observe(ReadLine line) {
        if (line instanceof ReadLine.Accepted accepted) {
            spent += accepted.bank().amount().isNegative() ? 1 : 0;
            received += accepted.bank().amount().isNegative()
                            || accepted.bank().amount().isZero()
                    ? 0
                    : 1;
        }
    }

    void warn(Warnings warnings) {
        if (spent == 0 && received > 0) {
            warnings.ofFile("nothing in this file was spent: if its positive amounts were, say reversed=yes");
        } else if (received == 0 && spent >= LONG) {
            warnings.ofFile("nothing in this file was received, in " + spent
                    + " lines: do all amounts carry a minus that means nothing?");
        }
    }
}
