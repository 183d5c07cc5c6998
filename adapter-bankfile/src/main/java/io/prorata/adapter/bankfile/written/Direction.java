package io.prorata.adapter.bankfile.written;

/** Which way money goes, as a word or letter beside an amount says. */
public enum Direction {
    SPENT,
    RECEIVED;

    @Override
    public String toString() {
        return this == SPENT ? "spent" : "received";
    }
}
