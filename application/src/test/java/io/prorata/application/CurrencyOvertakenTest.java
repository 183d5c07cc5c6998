package io.prorata.application;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.imports.ImportBankFile;
import io.prorata.application.memory.InMemoryBooks;
import io.prorata.application.memory.PlainBankFiles;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.IdempotencyStore;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.view.Revision;
import io.prorata.application.view.TransactionFilter;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A currency that changes after a bank file's amounts were read by it and before they are booked: 12.34 would become 1 234 yen. */
class CurrencyOvertakenTest {

    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final byte[] FILE = "Date;Label;Amount\n2024-03-02;Market;-12.34\n".getBytes(StandardCharsets.UTF_8);

    private final UnitOfWork books = new InMemoryBooks(CLOCK, new SplittableRandom(1));
    private final HouseholdId household = found(books);

    @Test
    void theImportIsRefusedAndNothingIsBooked() {
        var importing =
                new ImportBankFile(new PlainBankFiles(), new ChangedAfterReading(books, this::changeCurrency), CLOCK);
        var command = new ImportBankFile.Command(
                new BankFile("march.csv", () -> new ByteArrayInputStream(FILE)), ReadOptions.NONE, Progress.NONE);

        var refused = assertThrows(RefusedException.class, () -> importing.importFile(household, ANNA, command));

        assertEquals(
                new Refusal.CurrencyChanged(Currency.getInstance("EUR"), Currency.getInstance("JPY")),
                refused.refusal());
        assertEquals(0, (long) books.read(household, all -> all.ledger().count(household, TransactionFilter.ALL)));
        assertEquals(
                0, books.read(household, all -> all.imports().all(household)).size());
    }

    private void changeCurrency() {
        write(books, household, new Change.HouseholdRevised(), all -> {
            Household before = all.households().get(household);
            all.households()
                    .keep(
                            household,
                            new Household(before.name(), Currency.getInstance("JPY"), before.zone(), before.members()));
        });
    }

    /** Books in which somebody writes as soon as somebody else has read. */
    private record ChangedAfterReading(UnitOfWork books, Runnable change) implements UnitOfWork {

        @Override
        public Ledger.Staged stage(HouseholdId household, Revision after) {
            return books.stage(household, after);
        }

        @Override
        public <T> T read(HouseholdId household, Function<Books, T> work) {
            T result = books.read(household, work);
            change.run();
            return result;
        }

        @Override
        public <T> Committed<T> write(HouseholdId household, Actor actor, Function<Books, Decision<T>> work) {
            return books.write(household, actor, work);
        }

        @Override
        public <T> T inOneTransaction(HouseholdId household, Function<IdempotencyStore, T> work) {
            return books.inOneTransaction(household, work);
        }

        @Override
        public Committed<HouseholdId> found(Actor actor, BiFunction<Books, HouseholdId, AuditEntry> work) {
            return books.found(actor, work);
        }

        @Override
        public void remove(HouseholdId household, Consumer<Books> check) {
            books.remove(household, check);
        }
    }
}
