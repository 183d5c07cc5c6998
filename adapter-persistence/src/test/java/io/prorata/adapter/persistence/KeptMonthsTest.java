package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptMonthsTest {

    private final TemporaryBooks books = new TemporaryBooks();
    private final KeptMonths months = new KeptMonths(books.database());
    private final AtomicBoolean on = new AtomicBoolean(true);
    private final JooqSnapshots kept = books.work().snapshots(months, on::get);
    private final JooqSnapshots plain = new JooqSnapshots(books.database());
    private final HouseholdId household = found(books.work());
    private final StatementLog statements = new StatementLog();
    private long nextRow;

    @AfterEach
    void close() {
        months.close();
        books.close();
    }

    private static SnapshotRequest year() {
        Set<YearMonth> months = new TreeSet<>();
        for (int m = 0; m < 12; m++) {
            months.add(MARCH.minusMonths(m));
        }
        return SnapshotRequest.of(ViewScopes.ofLedgers(months));
    }

    private void spend(YearMonth month, long cents, ExpenseType type, String category) {
        long id = ++nextRow;
        write(
                books.work(),
                household,
                new Change.TransactionRecorded(month),
                all -> all.ledger()
                        .add(household, OptionalLong.empty(), List.of(row(id, month, cents, type, category))));
    }

    /** Returns how many months a reading sums from the rows. */
    private long summed(JooqSnapshots snapshots) {
        books.database().observe(statements);
        statements.take();
        snapshots.take(household, year());
        return statements.take().stream()
                .filter(statement -> statement.contains("bank_transaction"))
                .count();
    }

    @Test
    void whatIsKeptIsNotSummedAgain() {
        for (int m = 0; m < 12; m++) {
            spend(MARCH.minusMonths(m), -100 - m, ExpenseType.VARIABLE, "Market");
        }
        assertTrue(summed(kept) > 0);
        months.writeBehind();
        assertEquals(0, summed(kept));
        on.set(false);
        assertTrue(summed(kept) > 0, "switched off");
        on.set(true);

        spend(MARCH, -7, ExpenseType.VARIABLE, "Market");
        Snapshot after = kept.take(household, year());
        assertEquals(plain.take(household, year()), after);
        months.writeBehind();
        assertEquals(0, summed(kept), "the month that had changed is kept anew");
    }

    @Test
    void atMostTwoStatementsUnlessAWriteComesBetween() {
        spend(MARCH, -100, ExpenseType.VARIABLE, "Market");
        books.database().observe(statements);
        for (int time = 0; time < 2; time++) {
            statements.take();
            kept.take(household, year());
            assertEquals(2, statements.take().size());
            months.writeBehind();
        }
    }

    @Test
    void keptOrNotTheFactsAreTheSame() {
        List<ExpenseType> types = List.of(ExpenseType.values());
        for (long seed = 0; seed < 60; seed++) {
            var random = new SplittableRandom(seed);
            ExpenseType type = types.get(random.nextInt(types.size()));
            spend(
                    MARCH.minusMonths(random.nextInt(14)),
                    random.nextLong(-50_000, 50_000) | 1,
                    type,
                    "Category " + random.nextInt(3));
            if (random.nextInt(3) == 0) {
                months.writeBehind();
            }
            assertEquals(plain.take(household, year()), kept.take(household, year()), "seed " + seed);
        }
        assertFalse(plain.take(household, year()).facts(MARCH).groups().isEmpty());
    }
}
