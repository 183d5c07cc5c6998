package io.prorata.domain.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.money.Money;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitText;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private static final MemberKey DIANA = new MemberKey("diana");
    private static final MemberKey SAM = new MemberKey("sam");

    @Test
    void aBillIsOfFixedRowsAndAProvisionOfWhatLeavesTheAccount() {
        Attribution bill = Attribution.USUAL.withLink(new PlanLink.Bill(1));
        Attribution provision = Attribution.USUAL.withLink(new PlanLink.Provision(1));
        for (ExpenseType type : ExpenseType.values()) {
            assertEquals(type == ExpenseType.FIXED, bill.fits(type), type.name());
            assertEquals(type.isOutgoing(), provision.fits(type), type.name());
            assertTrue(bill.of(type).fits(type));
        }
        assertEquals(Attribution.USUAL, bill.of(ExpenseType.INCOME));
        assertThrows(IllegalArgumentException.class, () -> row(ExpenseType.VARIABLE, -100, bill));
    }

    @Test
    void aRowThatNamesABillOrAProvisionIsCommon() {
        assertTrue(Attribution.PERSONAL.withLink(new PlanLink.Bill(1)).common());
        assertEquals(
                Attribution.PERSONAL,
                Attribution.USUAL.withLink(new PlanLink.Bill(1)).withCommon(false));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Attribution(
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new PlanLink.Bill(1)),
                        Optional.empty()));
    }

    @Test
    void membersAreThoseOfSplitPayerAndSource() {
        var attribution = new Attribution(
                true,
                Optional.of(new LineSplit.AllTo(DIANA)),
                Optional.of(Party.of(SAM)),
                Optional.empty(),
                Optional.of(new MoneySource.One(new MemberKey("ali"))));
        assertEquals(Set.of(DIANA, SAM, new MemberKey("ali")), attribution.members());
        assertEquals(Set.of(), Attribution.USUAL.members());
    }

    @Test
    void whatIsPersonalOrPaidFromAProvisionIsInNoSumOfItsCategory() {
        MonthFacts facts = MonthFacts.of(List.of(
                row(ExpenseType.VARIABLE, -100, Attribution.USUAL),
                row(ExpenseType.VARIABLE, -20, Attribution.PERSONAL),
                row(ExpenseType.VARIABLE, -3, Attribution.USUAL.withLink(new PlanLink.Provision(7))),
                row(ExpenseType.VARIABLE, 1, Attribution.USUAL.withLink(new PlanLink.Provision(7))),
                row(ExpenseType.PROVISION, -50, Attribution.USUAL.withLink(new PlanLink.Provision(7)))));
        assertEquals(new Money(100), facts.of(ExpenseType.VARIABLE).sum());
        assertEquals(2, facts.count());
        assertEquals(new Money(50), facts.of(ExpenseType.PROVISION).sum());
        assertEquals(1, facts.of(ExpenseType.VARIABLE, "Food").count());
        assertEquals(2, facts.categories().size());
        assertEquals(
                List.of(new PaidFromProvision(
                        new PaidFromProvision.Kind(7, "Food"),
                        new Statistics(2, new Money(2), new Money(-1), new Money(3)))),
                facts.fromProvisions());
    }

    @Test
    void whatIsPutInAndWhatIsBroughtBackAreGroupsOfTheirOwn() {
        Attribution named = Attribution.USUAL.withLink(new PlanLink.Provision(7));
        MonthFacts facts =
                MonthFacts.of(List.of(row(ExpenseType.PROVISION, -50, named), row(ExpenseType.PROVISION, 20, named)));
        assertEquals(
                List.of(new Money(-50), new Money(20)),
                facts.groups().stream().map(GroupTotal::signed).toList());
        assertFalse(facts.groups().get(0).key().received());
    }

    @Test
    void aRowThatGoesAndComesLeavesEveryGroupAsItWas() {
        List<Transaction> rows = List.of(
                row(ExpenseType.VARIABLE, -100, Attribution.USUAL),
                row(ExpenseType.VARIABLE, -20, Attribution.PERSONAL));
        MonthFacts facts = MonthFacts.of(rows);
        MonthFacts shared =
                facts.after(List.of(rows.get(1)), List.of(rows.get(1).with(Attribution.USUAL)));
        assertEquals(new Money(120), shared.of(ExpenseType.VARIABLE).sum());
        assertEquals(
                new Money(100),
                shared.after(List.of(rows.get(1).with(Attribution.USUAL)), List.of(rows.get(1)))
                        .of(ExpenseType.VARIABLE)
                        .sum());
    }

    @Test
    void aSplitIsReadBackFromItsText() {
        List<LineSplit> splits = List.of(
                new LineSplit.ByKey(),
                new LineSplit.Equally(),
                new LineSplit.AllTo(DIANA),
                new LineSplit.ByWeights(Map.of(SAM, 93L, DIANA, 50L)));
        for (LineSplit split : splits) {
            assertEquals(split, SplitText.parse(SplitText.of(split)));
        }
        assertEquals("weights:diana=50,sam=93", SplitText.of(splits.get(3)));
        for (String text :
                List.of("", "Key", "member:", "weights:", "weights:diana", "weights:diana=x", "weights:diana=0")) {
            assertThrows(IllegalArgumentException.class, () -> SplitText.parse(text), text);
        }
    }

    @Test
    void partiesAndSourcesAreReadAsTheyAreWritten() {
        MemberKey pot = new MemberKey("pot");
        for (Party party : List.of(Party.POT, Party.of(pot), Party.of(new MemberKey("diana")))) {
            assertEquals(party, Party.parse(party.text()));
        }
        for (MoneySource source : List.of(new MoneySource.Everybody(), new MoneySource.One(pot))) {
            assertEquals(source, MoneySource.parse(source.text()));
        }
        for (String text : List.of("", "Pot", "members:diana", "Everybody")) {
            assertThrows(IllegalArgumentException.class, () -> Party.parse(text), text);
            assertThrows(IllegalArgumentException.class, () -> MoneySource.parse(text), text);
        }
        assertTrue(new MoneySource.One(pot).fits(ExpenseType.TRANSFER));
        assertFalse(new MoneySource.One(pot).fits(ExpenseType.VARIABLE));
    }

    private static Transaction row(ExpenseType type, long amount, Attribution attribution) {
        return new Transaction(
                1,
                new BankLine(null, LocalDate.of(2026, 3, 1), new Money(amount), "x", null),
                new Classification(type, "Food", null, false),
                attribution,
                Transaction.TypedBy.PERSON,
                new TreeSet<>(),
                null);
    }
}
