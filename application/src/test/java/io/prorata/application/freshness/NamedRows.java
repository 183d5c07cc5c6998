package io.prorata.application.freshness;

import static io.prorata.application.Examples.A;
import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.APRIL;
import static io.prorata.application.Examples.B;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.inEuros;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.prorata.application.freshness.FreshnessContract.Shelf;
import io.prorata.application.ledger.AttributionEdit;
import io.prorata.application.ledger.RecordTransaction;
import io.prorata.application.ledger.RemoveTransaction;
import io.prorata.application.plan.AdoptConfig;
import io.prorata.application.query.SettlementQuery;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.request.PatchField;
import io.prorata.application.request.Precondition;
import io.prorata.application.settlement.RecordSettlement;
import io.prorata.application.settlement.SettlementTerms;
import io.prorata.application.view.Document;
import io.prorata.application.view.Snapshot;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Party;
import io.prorata.domain.income.Income;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.settlement.Basis;
import io.prorata.domain.split.SplitKey;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A settlement of March names a row of April. While the row counts as put into the pot, the settlement counts nowhere; without the row it
 * counts. So March shows something else when the row of April changes.
 */
final class NamedRows {

    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final Shelf shelf;
    private final HouseholdId household;

    private NamedRows(Shelf shelf) {
        this.shelf = shelf;
        this.household = found(shelf.work());
    }

    /** Removes the row, and fails if March is shown otherwise under the stamp that it had. */
    static void live(Shelf shelf) {
        new NamedRows(shelf).live();
    }

    private void live() {
        var both = List.of(
                new MemberIncome(A, Income.ofNet(new Money(1_000))),
                new MemberIncome(B, Income.ofNet(new Money(1_000))));
        new AdoptConfig(shelf.work(), CLOCK)
                .adopt(
                        household,
                        ANNA,
                        inEuros(new AdoptConfig.Command(Optional.of(MARCH), both, new SplitKey.Equally(), true)));
        long row = new RecordTransaction(shelf.work(), CLOCK)
                .record(household, ANNA, inEuros(transferFromAnna()))
                .result()
                .thing()
                .id();
        new RecordSettlement(shelf.work())
                .record(
                        household,
                        ANNA,
                        inEuros(new SettlementTerms(
                                APRIL.atDay(2),
                                Optional.of(MARCH),
                                Party.of(A),
                                Party.POT,
                                new Money(500),
                                null,
                                new TreeSet<>(List.of(row)))));
        Shown before = march();
        new RemoveTransaction(shelf.work()).remove(household, ANNA, row, Precondition.WHATEVER);
        Shown after = march();
        assertNotEquals(before.document(), after.document(), "March shows the settlement now");
        assertNotEquals(before.stamp(), after.stamp(), "a named row left the stamp of its settlement's month");
    }

    private record Shown(Stamp stamp, Document document) {}

    private Shown march() {
        ViewQuery query = new SettlementQuery(new Period(MARCH, MARCH), Basis.ACTUAL, false);
        Snapshot snapshot = shelf.snapshots().take(household, query.request());
        return new Shown(snapshot.stampAtRevision().stamp(), shelf.renderer().render(query.answer(snapshot)));
    }

    private static RecordTransaction.Command transferFromAnna() {
        var line = new BankLine(null, APRIL.atDay(2), new Money(500), "From Anna", null);
        return new RecordTransaction.Command(
                line,
                Optional.of(ExpenseType.TRANSFER),
                null,
                null,
                false,
                new TreeSet<>(),
                new AttributionEdit(
                        Optional.empty(),
                        PatchField.not(),
                        PatchField.not(),
                        PatchField.not(),
                        PatchField.not(),
                        PatchField.to(new MoneySource.One(A))),
                null);
    }
}
