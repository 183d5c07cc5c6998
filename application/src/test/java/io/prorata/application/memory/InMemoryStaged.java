package io.prorata.application.memory;

import io.prorata.application.port.Ledger;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;

/** Rows of an import beside the books. */
final class InMemoryStaged implements Ledger.Staged {

    private final long importId;
    private final IntToLongFunction reserve;
    private final List<Transaction> rows = new ArrayList<>();
    private boolean closed;

    /** @param reserve gives the first of so many new ids */
    InMemoryStaged(long importId, IntToLongFunction reserve) {
        this.importId = importId;
        this.reserve = reserve;
    }

    @Override
    public long importId() {
        return importId;
    }

    @Override
    public long add(List<Transaction> added) {
        long first = reserve.applyAsLong(added.size());
        long id = first;
        for (Transaction row : added) {
            rows.add(row.withId(id++));
        }
        return first;
    }

    @Override
    public long rows() {
        return rows.size();
    }

    /** Memory has no numbers for them. */
    @Override
    public Map<GroupKey, Long> groups() {
        return Map.of();
    }

    /** Returns the rows, if they are still there. */
    List<Transaction> entered() {
        if (closed) {
            throw new Ledger.OutdatedStageException();
        }
        return rows;
    }

    @Override
    public void close() {
        closed = true;
    }
}
