package io.prorata.application.formula;

import static io.prorata.application.Examples.A;
import static io.prorata.application.Examples.B;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.application.port.BooksContract;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.provision.ShowProjection;
import io.prorata.application.provision.ShowSchedule;
import io.prorata.application.query.SettlementQuery;
import io.prorata.application.view.Snapshot;
import io.prorata.application.view.SnapshotRequest;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.SavingFacts;
import io.prorata.domain.settlement.Basis;
import io.prorata.domain.settlement.SettlementReport;
import io.prorata.domain.settlement.Transfer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What books promise of figures: every formula, computed from month totals, is what the rows themselves give. */
public interface FormulasContract extends BooksContract {

    List<MemberKey> MEMBERS = List.of(A, B);

    /** The balance of the real savings account. */
    Money SAVED = new Money(123_456);

    /** Returns the reading side of {@code work}. */
    Snapshots snapshots(UnitOfWork work);

    @Test
    default void everyFormulaIsWhatTheRowsGive() {
        UnitOfWork work = empty();
        for (long seed = 0; seed < examples(); seed++) {
            AnyLedger.Kept kept = AnyLedger.keep(work, new SplittableRandom(seed));
            compare(snapshots(work), kept, "seed " + seed);
            compareSavings(work, kept, "seed " + seed);
            compareBalances(work, kept, "seed " + seed);
        }
    }

    /** Compares every figure of every month. */
    static void compare(Snapshots snapshots, AnyLedger.Kept kept, String example) {
        compare(snapshots, kept, UnaryOperator.identity(), example);
    }

    /** @param answered what becomes of transfers on the way from the program */
    static void compare(
            Snapshots snapshots, AnyLedger.Kept kept, UnaryOperator<List<Transfer>> answered, String example) {
        HouseholdId household = kept.household();
        YearMonth last = AnyLedger.MONTHS.getLast();
        Snapshot months =
                snapshots.take(household, SnapshotRequest.of(ViewScopes.ofMonths(Set.copyOf(AnyLedger.MONTHS))));
        var formulas = new RowFormulas(months.book(), kept.rows());
        var expected = new Figures();
        var shown = new Figures();
        for (YearMonth month : AnyLedger.MONTHS) {
            formulas.month(month, expected);
            TotalFigures.month(months, month, shown);
            provisions(formulas.book(), month, expected);
            provisions(months.book(), month, shown);
        }
        YearMonth from = AnyLedger.MONTHS.get(1);
        for (Basis basis : Basis.values()) {
            var query = new SettlementQuery(new Period(from, last), basis, false);
            var content = (SettlementQuery.Content) query.answer(snapshots.take(household, query.request()));
            new RowDues(formulas, MEMBERS, kept.rows(), kept.settlements(), basis).figures(from, last, expected);
            SettlementReport report = content.report();
            TotalFigures.dues(report, MEMBERS, shown);
            TotalFigures.transfers(basis, "transfer", answered.apply(report.transfers(MEMBERS)), shown);
            TotalFigures.transfers(
                    basis, "transfer with before", answered.apply(report.transfersWithBefore(MEMBERS)), shown);
        }
        assertSame(expected, shown, example);
    }

    private static void assertSame(Figures expected, Figures shown, String example) {
        expected.byName().values().removeIf(amount -> amount == 0);
        shown.byName().values().removeIf(amount -> amount == 0);
        assertEquals(expected.byName(), shown.byName(), example);
    }

    /** Formula 18: the schedule of every provision, and what is free of stated savings in the middle of a month. */
    static void compareSavings(UnitOfWork work, AnyLedger.Kept kept, String example) {
        HouseholdId household = kept.household();
        YearMonth first = AnyLedger.MONTHS.getFirst();
        YearMonth last = AnyLedger.MONTHS.getLast();
        LocalDate today = AnyLedger.MONTHS.get(1).atDay(15);
        Clock clock = Clock.fixed(today.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        PlanBook planned = work.read(household, books -> books.plans().book(household));
        var formulas = new RowFormulas(planned, kept.rows());
        var expected = new Figures();
        var shown = new Figures();
        new RowSavings(formulas.book(), formulas.all(), today).figures(SAVED, last, expected);
        TotalFigures.savings(
                new ShowProjection(work, clock)
                        .show(household, AnyLedger.MONTHS.size() - 1, Optional.of(SAVED))
                        .thing(),
                shown);
        for (Provision provision : planned.provisions()) {
            new ShowSchedule(work, clock)
                    .show(household, provision.id(), Optional.of(first), Optional.of(last))
                    .thing()
                    .months()
                    .forEach(month -> RowSavings.put(provision.id(), month, shown));
        }
        assertSame(expected, shown, example);
    }

    /** Formula 17: the six sums of rows and movements, and what follows from them. */
    private static void provisions(PlanBook book, YearMonth month, Figures figures) {
        for (Provision provision : book.provisions()) {
            String name = "provision " + provision.id() + " ";
            SavingFacts rows = provision.rows().getOrDefault(month, SavingFacts.NONE);
            figures.put(month, name + "put in", rows.putIn());
            figures.put(month, name + "brought back", rows.broughtBack());
            figures.put(month, name + "paid out", rows.paidOut());
            figures.put(month, name + "refunded", rows.refunded());
            figures.put(month, name + "balance", book.balance(provision, month));
        }
    }

    /** What is on an account on a day is what its rows come to, whatever they count for. */
    private static void compareBalances(UnitOfWork work, AnyLedger.Kept kept, String example) {
        for (String account : List.of("Own", "Joint", "Unknown")) {
            for (YearMonth month : AnyLedger.MONTHS) {
                LocalDate upTo = month.atDay(15);
                Optional<LocalDate> after =
                        Optional.of(AnyLedger.MONTHS.getFirst().atDay(7));
                Money expected = Money.sum(kept.rows().stream()
                        .map(Transaction::line)
                        .filter(line -> account.equals(line.account()))
                        .filter(line ->
                                line.date().isAfter(after.get()) && !line.date().isAfter(upTo))
                        .map(line -> line.amount())
                        .toList());
                assertEquals(
                        expected,
                        work.read(
                                kept.household(),
                                books -> books.accounts().sum(kept.household(), Set.of(account), after, upTo)),
                        () -> example + ": " + account + " on " + upTo);
            }
        }
    }
}
