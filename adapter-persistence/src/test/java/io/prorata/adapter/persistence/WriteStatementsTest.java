package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.found;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.application.ledger.RecordTransaction;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.money.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many statements a write has: each costs time under the lock of the books. */
class WriteStatementsTest {

    private final TemporaryBooks books = new TemporaryBooks();
    private final HouseholdId household = found(books.work());
    private final StatementLog statements = new StatementLog();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void aTransactionIsRecorded() {
        List<String> taken = recorded(new TreeSet<>());
        assertEquals(15, taken.size(), () -> String.join("\n", taken));
    }

    @Test
    void aTransactionWithATagIsRecorded() {
        List<String> taken = recorded(new TreeSet<>(List.of("daily")));
        assertEquals(18, taken.size(), () -> String.join("\n", taken));
    }

    /** Returns the statements of a transaction like one that is there. */
    private List<String> recorded(SortedSet<String> tags) {
        var record = new RecordTransaction(books.work(), Clock.systemUTC());
        var command = new RecordTransaction.Command(
                new BankLine(null, LocalDate.of(2024, 3, 5), new Money(-250), "Bread", null),
                Optional.empty(),
                "Food",
                null,
                false,
                tags);
        record.record(household, ANNA, new InCurrency<>(command, Currency.getInstance("EUR")));
        books.database().observe(statements);
        statements.take();
        record.record(household, ANNA, new InCurrency<>(command, Currency.getInstance("EUR")));
        return statements.take();
    }
}
