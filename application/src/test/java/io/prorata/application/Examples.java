package io.prorata.application;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.Imports.Import;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.money.Money;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;

/** A household, and things it keeps, for tests to begin with. */
public final class Examples {

    public static final Actor ANNA = new Actor("token 1 (anna)");
    public static final MemberKey A = new MemberKey("anna");
    public static final MemberKey B = new MemberKey("bruno");

    public static final Household HOUSEHOLD = new Household(
            "Rue des Lilas",
            Currency.getInstance("EUR"),
            ZoneId.of("Europe/Paris"),
            List.of(new Member(A, "Anna"), new Member(B, "Bruno")));

    public static final YearMonth MARCH = YearMonth.of(2024, 3);
    public static final YearMonth APRIL = YearMonth.of(2024, 4);
    public static final Instant NOON = Instant.parse("2024-03-15T12:00:00Z");
    public static final Clock AT_NOON = Clock.fixed(NOON, ZoneOffset.UTC);

    private Examples() {}

    /** Founds {@link #HOUSEHOLD}. */
    public static HouseholdId found(UnitOfWork work) {
        return work.found(ANNA, (books, id) -> {
                    books.households().keep(id, HOUSEHOLD);
                    return AuditEntry.added("household founded", HOUSEHOLD);
                })
                .result();
    }

    /** Returns {@code thing} as it was read in the currency of {@link #HOUSEHOLD}. */
    public static <T> InCurrency<T> inEuros(T thing) {
        return new InCurrency<>(thing, HOUSEHOLD.currency());
    }

    /** Returns the number of the household's last revision. */
    public static long revision(UnitOfWork work, HouseholdId household) {
        return work.read(household, books -> books.revisions().current(household))
                .number();
    }

    /** Returns why {@code doing} is refused. */
    public static Refusal refused(Executable doing) {
        return assertThrows(RefusedException.class, doing).refusal();
    }

    /** Writes whatever {@code writing} does, as the change {@code change}. */
    public static Committed<String> write(
            UnitOfWork work, HouseholdId household, Change change, Consumer<Books> writing) {
        return write(work, household, ANNA, change, writing);
    }

    /** Writes as {@code actor}, and says that it is {@code change}. */
    public static Committed<String> write(
            UnitOfWork work, HouseholdId household, Actor actor, Change change, Consumer<Books> writing) {
        return work.write(household, actor, books -> {
            writing.accept(books);
            return new Decision<>("done", change, AuditEntry.added("something done", HOUSEHOLD));
        });
    }

    /** A row of {@code cents}, typed by a rule, on the 10th of {@code month}. */
    public static Transaction row(long id, YearMonth month, long cents, ExpenseType type, @Nullable String category) {
        return row(id, month.atDay(10), cents, new Classification(type, category, null, false), TypedBy.RULE);
    }

    public static Transaction row(long id, LocalDate date, long cents, Classification classification, TypedBy typedBy) {
        return new Transaction(
                id,
                new BankLine("1234", date, new Money(cents), "Row " + id, null),
                classification,
                typedBy,
                new TreeSet<>());
    }

    /** An import that says it added {@code added} rows and refused one line. */
    public static Import bankImport(long id, int added, long revision) {
        return new Import(id, "march.csv", NOON, ANNA.name(), added + 1, added, 0, 1, revision, OptionalLong.empty());
    }
}
