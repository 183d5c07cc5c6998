package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.search.TextIndexer;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.money.Money;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL finds a text by its trigrams. */
class PostgresTextIndexTest {

    private static final int ROWS = 5_000;

    private final PostgresBooks books = new PostgresBooks();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void aRareTextIsFoundByItsIndex() {
        HouseholdId household = found(books.work());
        List<Transaction> rows = LongStream.rangeClosed(1, ROWS)
                .mapToObj(id -> new Transaction(
                        id,
                        new BankLine(null, MARCH.atDay(1), new Money(-id), "Label 10_0% " + id, null),
                        new Classification(ExpenseType.VARIABLE, null, null, false),
                        TypedBy.RULE,
                        new TreeSet<>()))
                .toList();
        write(
                books.work(),
                household,
                new Change.TransactionRecorded(MARCH),
                open -> open.ledger().add(household, OptionalLong.empty(), rows));
        try (var indexer = new TextIndexer(books.database())) {
            indexer.fill();
        }

        books.database().write(sql -> sql.execute("ANALYZE transaction_text"));
        for (String text : List.of("4321", "nowhere")) {
            String plan = books.database().read(sql -> {
                // Of so few rows, it would read them all.
                sql.execute("SET LOCAL enable_seqscan = off");
                return sql.explain(books.database().textIndex().matching(household, text))
                        .plan();
            });
            assertTrue(plan.contains("transaction_text_by_trigram"), plan);
        }
        assertEquals(List.of(4321L), matching(household, "4321"));
        assertEquals(List.of(), matching(household, "nowhere"));
        assertEquals(ROWS, matching(household, "10_0%").size(), "no character stands for another");
        assertEquals(List.of(), matching(household, "10_%"));
    }

    private List<Long> matching(HouseholdId household, String text) {
        return books.database()
                .read(sql -> sql.fetch(books.database().textIndex().matching(household, text))
                        .map(row -> row.value1()));
    }
}
