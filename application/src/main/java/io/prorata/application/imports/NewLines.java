package io.prorata.application.imports;

import io.prorata.application.port.Books;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The new lines of a file on their way into the ledger. Outside any transaction a few are remembered, and many are staged as they are read, so
 * that neither memory nor the write's time grows with all that a file costs.
 */
final class NewLines implements AutoCloseable {

    /** So many are entered within milliseconds. */
    private static final int FEW = 2_000;

    private final HouseholdId household;
    private final UnitOfWork work;
    private final ImportMatcher matcher;
    private final Optional<Books> within;
    private final long importId;
    private final List<ImportMatcher.Placed> few = new ArrayList<>();
    private final List<Transaction> filling = new ArrayList<>();

    /** The first id of each run of lines whose ids follow one another, by the place of its first line. */
    private final NavigableMap<Integer, Long> firstIds = new TreeMap<>();

    private int taken;
    private Ledger.@Nullable Staged staged;

    private NewLines(
            HouseholdId household, UnitOfWork work, ImportMatcher matcher, Optional<Books> within, long importId) {
        this.household = household;
        this.work = work;
        this.matcher = matcher;
        this.within = within;
        this.importId = importId;
    }

    /** Of lines that are taken outside any transaction. */
    static NewLines outside(HouseholdId household, UnitOfWork work, ImportMatcher matcher) {
        return new NewLines(household, work, matcher, Optional.empty(), 0);
    }

    /** Of lines that are taken inside a write, which adds them at once. */
    static NewLines within(HouseholdId household, UnitOfWork work, ImportMatcher matcher, Books books, long importId) {
        return new NewLines(household, work, matcher, Optional.of(books), importId);
    }

    /**
     * Takes lines.
     *
     * @throws Ledger.OutdatedStageException if the household has changed since they were compared
     */
    void add(List<ImportMatcher.Placed> lines) {
        few.addAll(lines);
        if (within.isPresent()) {
            enterFew(within.get(), importId);
        } else if (few.size() > FEW) {
            if (staged == null) {
                staged = work.stage(household, matcher.revision());
            }
            stage(staged);
        }
    }

    private void stage(Ledger.Staged to) {
        List<Transaction> rows = rows(0);
        long first = to.add(rows);
        entered(first, rows);
    }

    /** Returns the id of the import, a new one unless rows are staged for it. */
    long importId(Books books) {
        return staged == null ? books.imports().nextId(household) : staged.importId();
    }

    /** Enters all lines, inside the write that has added the import. */
    void enter(Books books, long importId) {
        if (staged != null) {
            books.ledger().addStaged(household, staged);
        }
        if (!few.isEmpty()) {
            enterFew(books, importId);
        }
    }

    private void enterFew(Books books, long importId) {
        long first = books.ledger().nextIds(household, few.size());
        List<Transaction> rows = rows(first);
        books.ledger().add(household, OptionalLong.of(importId), rows);
        entered(first, rows);
    }

    /** Returns the id of the {@code place}th new line, from 0 on. */
    OptionalLong id(int place) {
        var run = firstIds.floorEntry(place);
        return OptionalLong.of(run.getValue() + place - run.getKey());
    }

    /** Returns the rows that name a provision: what is put aside depends on them. */
    List<Transaction> filling() {
        return filling;
    }

    private void entered(long first, List<Transaction> rows) {
        firstIds.put(taken, first);
        taken += rows.size();
        rows.stream().filter(row -> row.attribution().provision().isPresent()).forEach(filling::add);
        few.clear();
    }

    private List<Transaction> rows(long first) {
        List<Transaction> rows = new ArrayList<>(few.size());
        for (ImportMatcher.Placed placed : few) {
            rows.add(placed.row().withId(first + rows.size()));
        }
        return rows;
    }

    /** Removes what was staged and is not entered. */
    @Override
    public void close() {
        if (staged != null) {
            staged.close();
        }
    }
}
