package io.prorata.domain.recognition;

import io.prorata.domain.ledger.Transaction;

/**
 * A row of the ledger, and how it came there.
 *
 * @param byHand whether somebody entered it, rather than that it came with a bank's file
 */
public record KnownRow(Transaction row, boolean byHand) {

    /** Returns the id of the row. */
    public long id() {
        return row.id();
    }
}
