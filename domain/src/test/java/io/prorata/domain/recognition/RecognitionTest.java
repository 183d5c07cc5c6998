package io.prorata.domain.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.account.Account;
import io.prorata.domain.account.AccountKind;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rows may be, what they become when somebody confirms it, and what is learnt of those that say so. */
class RecognitionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final MemberKey ANNA = new MemberKey("anna");
    private static final List<Member> MEMBERS = List.of(new Member(ANNA, "Anna Roux"));
    private static final Accounts ACCOUNTS = new Accounts(
            List.of(
                    account(1, "anna", AccountKind.CURRENT, Party.of(ANNA), "FR-ANNA", "anna"),
                    account(2, "joint", AccountKind.CURRENT, Party.POT, "joint"),
                    account(3, "savings", AccountKind.SAVINGS, Party.POT, "savings"),
                    account(4, "more savings", AccountKind.SAVINGS, Party.POT, "more")),
            Timeline.empty());

    private static Account account(long id, String name, AccountKind kind, Party owner, String... aliases) {
        return new Account(
                id,
                name,
                new TreeSet<>(List.of(aliases)),
                kind,
                Timeline.from(YearMonth.of(2020, 1), owner),
                Optional.empty(),
                Optional.empty());
    }

    private static Transaction row(long id, int day, long cents, @Nullable String account, ExpenseType type) {
        return new Transaction(
                id,
                new BankLine(account, DAY.plusDays(day), new Money(cents), "line " + id, null),
                new Classification(type, "Food", "Market", false),
                Transaction.TypedBy.RULE,
                new TreeSet<>());
    }

    private static Transaction labelled(Transaction row, String label) {
        return new Transaction(
                row.id(),
                new BankLine(row.line().account(), row.line().date(), row.line().amount(), label, null),
                row.classification(),
                row.typedBy(),
                row.tags());
    }

    private static KnownRow hand(Transaction row) {
        return new KnownRow(row, true);
    }

    private static KnownRow bank(Transaction row) {
        return new KnownRow(row, false);
    }

    private static List<Match> found(KnownRow... rows) {
        return Recognition.of(List.of(rows), Map.of(), ACCOUNTS, MEMBERS, Set.of());
    }

    private static Transaction spent(long id, int day, long cents, @Nullable String account) {
        return row(id, day, cents, account, ExpenseType.VARIABLE);
    }

    @Test
    void aRowEnteredByHandMayBeTheOneThatTheBankBrings() {
        KnownRow hand = hand(spent(1, 0, -500, null));
        assertEquals(List.of(new Match.Twin(1, 2)), found(hand, bank(spent(2, 5, -500, "joint"))));
        assertEquals(List.of(new Match.Twin(1, 2)), found(hand, bank(spent(2, -5, -500, "joint"))));
        assertEquals(List.of(), found(hand, bank(spent(2, 6, -500, "joint"))));
        assertEquals(List.of(), found(hand, bank(spent(2, 0, -501, "joint"))));
        assertEquals(List.of(), found(hand, hand(spent(2, 0, -500, "joint"))));
        assertEquals(List.of(), found(bank(spent(1, 0, -500, null)), bank(spent(2, 0, -500, "joint"))));
    }

    @Test
    void twinsAreOfOneAccountByWhateverNameItHas() {
        assertEquals(
                List.of(new Match.Twin(1, 2)),
                found(hand(spent(1, 0, -500, "anna")), bank(spent(2, 0, -500, "FR-ANNA"))));
        assertEquals(List.of(), found(hand(spent(1, 0, -500, "anna")), bank(spent(2, 0, -500, "joint"))));
        assertEquals(
                List.of(new Match.Twin(1, 2)),
                found(hand(spent(1, 0, -500, "unknown")), bank(spent(2, 0, -500, "unknown"))));
        assertEquals(List.of(), found(hand(spent(1, 0, -500, "unknown")), bank(spent(2, 0, -500, "other"))));
    }

    @Test
    void theNearestDaysMakeAPairAndARowIsInOneAlone() {
        assertEquals(
                List.of(new Match.Twin(1, 3), new Match.Twin(2, 4)),
                found(
                        hand(spent(1, 0, -500, null)),
                        hand(spent(2, 3, -500, null)),
                        bank(spent(3, 1, -500, "joint")),
                        bank(spent(4, 5, -500, "joint"))));
        // Of equal days the smaller ids.
        assertEquals(
                List.of(new Match.Twin(1, 3)),
                found(hand(spent(2, 0, -500, null)), hand(spent(1, 0, -500, null)), bank(spent(3, 0, -500, "joint"))));
        assertEquals(
                List.of(new Match.Twin(1, 3)),
                found(
                        bank(spent(4, 0, -500, "joint")),
                        bank(spent(3, 0, -500, "joint")),
                        hand(spent(1, 0, -500, null))));
    }

    @Test
    void excludedAndRejectedOnesAreNotOffered() {
        Transaction out = spent(1, 0, -500, null);
        Transaction excluded =
                out.with(new Classification(ExpenseType.VARIABLE, null, null, true), Transaction.TypedBy.RULE);
        KnownRow other = bank(spent(2, 0, -500, "joint"));
        assertEquals(List.of(), found(hand(excluded), other));
        assertEquals(
                List.of(), Recognition.of(List.of(hand(out), other), Map.of(), ACCOUNTS, MEMBERS, Set.of("twin:1:2")));
        // What is left of them may be something else.
        assertEquals(
                List.of(new Match.PaysBill(2, 9)),
                Recognition.of(List.of(hand(out), other), Map.of(2L, 9L), ACCOUNTS, MEMBERS, Set.of("twin:1:2")));
    }

    @Test
    void twoRowsMayBeTheLegsOfATransfer() {
        assertEquals(
                List.of(new Match.Transfer(1, 2, Optional.of(ANNA), false)),
                found(bank(spent(1, 0, -500, "anna")), bank(spent(2, 1, 500, "joint"))));
        assertEquals(
                List.of(new Match.Transfer(1, 2, Optional.empty(), true)),
                found(bank(spent(1, 0, -500, "joint")), bank(spent(2, 1, 500, "savings"))));
        assertEquals(
                List.of(new Match.Transfer(1, 2, Optional.empty(), false)),
                found(bank(spent(1, 0, -500, "savings")), bank(spent(2, 1, 500, "more"))));
        assertEquals(
                List.of(new Match.Transfer(1, 2, Optional.empty(), false)),
                found(bank(spent(1, 0, -500, "joint")), bank(spent(2, 1, 500, "anna"))));
        for (List<KnownRow> none : List.of(
                List.of(bank(spent(1, 0, -500, "anna")), bank(spent(2, 0, 501, "joint"))),
                List.of(bank(spent(1, 0, -500, "anna")), bank(spent(2, 0, 500, "FR-ANNA"))),
                List.of(bank(spent(1, 0, -500, null)), bank(spent(2, 0, 500, "joint"))),
                List.of(bank(spent(1, 0, -500, "joint")), bank(spent(2, 0, 500, null))),
                List.of(bank(spent(1, 0, -500, "joint")), bank(spent(2, 6, 500, "savings"))),
                List.of(bank(spent(1, 0, 0, "joint")), bank(spent(2, 0, 0, "savings"))))) {
            assertEquals(List.of(), found(none.toArray(KnownRow[]::new)), none.toString());
        }
    }

    @Test
    void aTransferThatTheRowsSayAlreadyIsNotOffered() {
        Transaction left = row(1, 0, -500, "anna", ExpenseType.TRANSFER);
        Transaction right = row(2, 0, 500, "joint", ExpenseType.TRANSFER);
        Transaction said = right.with(new Attribution(
                true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new MoneySource.One(ANNA))));
        assertEquals(List.of(), found(bank(left), bank(said)));
        assertEquals(List.of(new Match.Transfer(1, 2, Optional.of(ANNA), false)), found(bank(left), bank(right)));
        assertEquals(
                List.of(new Match.Transfer(1, 2, Optional.of(ANNA), false)),
                found(bank(spent(1, 0, -500, "anna")), bank(said)));
        Transaction aside = row(1, 0, -500, "joint", ExpenseType.PROVISION);
        Transaction saved = row(2, 0, 500, "savings", ExpenseType.TRANSFER);
        assertEquals(List.of(), found(bank(aside), bank(saved)));
        assertEquals(
                List.of(new Match.Transfer(1, 2, Optional.empty(), true)),
                found(bank(row(1, 0, -500, "joint", ExpenseType.TRANSFER)), bank(saved)));
    }

    @Test
    void whatNamesSomethingOfThePlanIsNoTransferAndNoOtherBill() {
        Transaction linked =
                row(1, 0, -500, "anna", ExpenseType.FIXED).with(Attribution.USUAL.withLink(new PlanLink.Bill(3)));
        assertEquals(List.of(), found(bank(linked), bank(spent(2, 0, 500, "joint"))));
        Transaction refund =
                row(2, 0, 500, "joint", ExpenseType.FIXED).with(Attribution.USUAL.withLink(new PlanLink.Bill(3)));
        assertEquals(List.of(), found(bank(spent(1, 0, -500, "anna")), bank(refund)));
        assertEquals(List.of(), Recognition.of(List.of(bank(linked)), Map.of(1L, 9L), ACCOUNTS, MEMBERS, Set.of()));
        assertEquals(
                List.of(new Match.PaysBill(5, 9)),
                Recognition.of(List.of(bank(spent(5, 0, -500, "joint"))), Map.of(5L, 9L), ACCOUNTS, MEMBERS, Set.of()));
    }

    @Test
    void whatThePotReceivedMayBeSomebodys() {
        Transaction income = row(1, 0, 500, "joint", ExpenseType.INCOME);
        assertEquals(List.of(new Match.Received(1, Optional.empty())), found(bank(income)));
        assertEquals(
                List.of(new Match.Received(1, Optional.of(ANNA))),
                found(bank(labelled(income, "VIR 12/03 ANNA ROUX 4711"))));
        Transaction transfer = row(1, 0, 500, "joint", ExpenseType.TRANSFER);
        assertEquals(List.of(), found(bank(transfer)));
        assertEquals(List.of(new Match.Received(1, Optional.of(ANNA))), found(bank(labelled(transfer, "anna roux"))));
        Transaction said = income.with(new Attribution(
                true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(new MoneySource.Everybody())));
        for (Transaction none : List.of(
                said,
                income.with(Attribution.PERSONAL),
                row(1, 0, 0, "joint", ExpenseType.INCOME),
                row(1, 0, -500, "joint", ExpenseType.INCOME),
                row(1, 0, 500, "anna", ExpenseType.INCOME),
                labelled(spent(1, 0, 500, "joint"), "anna roux"))) {
            assertEquals(List.of(), found(bank(none)), none.toString());
        }
    }

    @Test
    void payeesAreLabelsWithoutWhatDiffersEachTime() {
        assertEquals("cb epicerie paris", Payee.of("CB 12/03 Épicerie  4711*Paris"));
        assertEquals("12/03", Payee.of("12/03"));
        assertTrue(Payee.isNamed("Anna", "virement anna-maria"));
        assertFalse(Payee.isNamed("Anna", "virement annabelle"));
        assertFalse(Payee.isNamed("Anna Roux", "anna"));
    }

    @Test
    void keysTellMatchesApart() {
        assertEquals(
                List.of("bill:1:2", "transfer:1:2", "income:1", "twin:1:2"),
                Stream.of(
                                new Match.PaysBill(1, 2),
                                new Match.Transfer(1, 2, Optional.empty(), false),
                                new Match.Received(1, Optional.empty()),
                                new Match.Twin(1, 2))
                        .map(Match::key)
                        .toList());
        assertEquals(List.of(1L), new Match.PaysBill(1, 2).rows());
        assertEquals(List.of(1L), new Match.Received(1, Optional.empty()).rows());
    }

    private static Confirmed confirmed(Match match, Transaction... rows) {
        return confirmed(match, Optional.empty(), rows);
    }

    private static Confirmed confirmed(Match match, Optional<MoneySource> source, Transaction... rows) {
        return Confirmed.of(match, Stream.of(rows).collect(Collectors.toMap(Transaction::id, row -> row)), source);
    }

    @Test
    void aPaymentOfABillNamesIt() {
        Transaction paid = spent(1, 0, -500, "joint");
        Confirmed confirmed = confirmed(new Match.PaysBill(1, 9), paid);
        assertEquals(List.of(paid), confirmed.before());
        Transaction after = confirmed.after().get(0);
        assertEquals(Optional.of(9L), after.attribution().bill());
        assertEquals(new Classification(ExpenseType.FIXED, "Food", "Market", false), after.classification());
        assertEquals(Transaction.TypedBy.PERSON, after.typedBy());
    }

    @Test
    void theLegsOfATransferAreTyped() {
        Transaction left = spent(1, 0, -500, "anna");
        Transaction right = spent(2, 0, 500, "joint");
        Confirmed of = confirmed(new Match.Transfer(1, 2, Optional.of(ANNA), false), left, right);
        assertEquals(List.of(left, right), of.before());
        assertEquals(
                List.of(ExpenseType.TRANSFER, ExpenseType.TRANSFER),
                of.after().stream().map(row -> row.classification().type()).toList());
        assertEquals(
                Optional.of(new MoneySource.One(ANNA)),
                of.after().get(1).attribution().source());
        assertEquals(Optional.empty(), of.after().get(0).attribution().source());

        Confirmed aside = confirmed(new Match.Transfer(1, 2, Optional.empty(), true), left, right);
        assertEquals(
                List.of(ExpenseType.PROVISION, ExpenseType.TRANSFER),
                aside.after().stream().map(row -> row.classification().type()).toList());
        assertEquals(Optional.empty(), aside.after().get(1).attribution().source());
        Confirmed stated = confirmed(
                new Match.Transfer(1, 2, Optional.of(ANNA), false),
                Optional.of(new MoneySource.One(new MemberKey("bob"))),
                left,
                right);
        assertEquals(
                Optional.of(new MoneySource.One(new MemberKey("bob"))),
                stated.after().get(1).attribution().source());
    }

    @Test
    void whatWasReceivedComesFromWhoeverIsNamed() {
        Transaction income = row(1, 0, 500, "joint", ExpenseType.INCOME);
        assertEquals(
                Optional.of(new MoneySource.One(ANNA)),
                confirmed(new Match.Received(1, Optional.of(ANNA)), income)
                        .after()
                        .get(0)
                        .attribution()
                        .source());
        assertEquals(
                Optional.of(new MoneySource.Everybody()),
                confirmed(new Match.Received(1, Optional.of(ANNA)), Optional.of(new MoneySource.Everybody()), income)
                        .after()
                        .get(0)
                        .attribution()
                        .source());
        assertSame(
                income,
                confirmed(new Match.Received(1, Optional.empty()), income)
                        .after()
                        .get(0));
    }

    @Test
    void twinsBecomeTheBanksLineWithWhatSomebodySaid() {
        Transaction bank = spent(2, 0, -500, "joint");
        Transaction hand = new Transaction(
                1,
                new BankLine(null, DAY, new Money(-500), "by hand", null),
                new Classification(ExpenseType.FIXED, "Home", null, false),
                Transaction.TypedBy.PERSON,
                new TreeSet<>(List.of("x")));
        Confirmed merged = confirmed(new Match.Twin(1, 2), hand, bank);
        assertEquals(List.of(hand, bank), merged.before());
        Transaction one = merged.after().get(0);
        assertEquals(1, merged.after().size());
        assertEquals(2, one.id());
        assertEquals(bank.line(), one.line());
        assertEquals(new Classification(ExpenseType.FIXED, "Home", null, false), one.classification());
        assertEquals(Transaction.TypedBy.PERSON, one.typedBy());
        assertEquals(Set.of("x"), one.tags());

        // What nobody chose and named stays the bank's.
        Transaction plain = new Transaction(
                1,
                hand.line(),
                new Classification(ExpenseType.FIXED, null, null, false),
                Transaction.TypedBy.RULE,
                new TreeSet<>());
        Transaction kept = confirmed(new Match.Twin(1, 2), plain, bank).after().get(0);
        assertEquals(bank.classification(), kept.classification());
        assertEquals(Transaction.TypedBy.RULE, kept.typedBy());
        Transaction linked = plain.with(Attribution.USUAL.withLink(new PlanLink.Bill(3)));
        Transaction named =
                confirmed(new Match.Twin(1, 2), linked, bank).after().get(0);
        assertEquals(Optional.of(3L), named.attribution().bill());
        assertEquals(ExpenseType.FIXED, named.classification().type());
        assertEquals(Transaction.TypedBy.PERSON, named.typedBy());
    }

    private static FixedExpense rent(Frequency frequency) {
        return new FixedExpense(
                9,
                "Rent",
                "Home",
                "Home",
                Timeline.from(
                        YearMonth.of(2026, 1), new FixedTerms(new Money(100_000), frequency, new LineSplit.ByKey())));
    }

    private static Transaction paid(long id, int day, long cents) {
        return labelled(row(id, day, cents, "joint", ExpenseType.FIXED), "LANDLORD " + id)
                .with(Attribution.USUAL.withLink(new PlanLink.Bill(9)));
    }

    private static Transaction arrived(long id, int day, long cents) {
        return labelled(spent(id, day, cents, "joint"), "Landlord " + id);
    }

    @Test
    void aRowNamesWhatItsPayeeHasNamedBefore() {
        var learnt = new LearntLinks(List.of(paid(1, -30, -1000)), List.of(rent(Frequency.MONTHLY)));
        Transaction named = learnt.applied(arrived(2, 0, -1000));
        assertEquals(Optional.of(9L), named.attribution().bill());
        assertEquals(ExpenseType.FIXED, named.classification().type());
        assertEquals("Food", named.classification().category());
        assertEquals(Transaction.TypedBy.RULE, named.typedBy());
        // At most once for each time that it is due.
        Transaction again = arrived(3, 1, -1000);
        assertSame(again, learnt.applied(again));
        assertEquals(
                Optional.of(9L),
                learnt.applied(arrived(4, 30, -1000)).attribution().bill());
        Transaction stranger = labelled(spent(5, 0, -1000, "joint"), "somebody");
        assertSame(stranger, learnt.applied(stranger));
        Transaction elsewhere = labelled(spent(6, 60, -1000, "anna"), "landlord");
        assertSame(elsewhere, learnt.applied(elsewhere));
        Transaction refund = arrived(7, 60, 1000);
        assertSame(refund, learnt.applied(refund));
    }

    @Test
    void anAmountIsBetweenHalfAndTwiceTheLast() {
        for (long cents : new long[] {-500, -2000, -1000}) {
            var learnt = new LearntLinks(List.of(paid(1, -30, -1000)), List.of(rent(Frequency.MONTHLY)));
            assertEquals(
                    Optional.of(9L),
                    learnt.applied(arrived(2, 0, cents)).attribution().bill(),
                    "" + cents);
        }
        for (long cents : new long[] {-499, -2001}) {
            var learnt = new LearntLinks(List.of(paid(1, -30, -1000)), List.of(rent(Frequency.MONTHLY)));
            assertEquals(
                    Optional.empty(),
                    learnt.applied(arrived(2, 0, cents)).attribution().bill(),
                    "" + cents);
        }
        // The last is the latest, in whatever order they come.
        var learnt =
                new LearntLinks(List.of(paid(2, -30, -3000), paid(1, -60, -1000)), List.of(rent(Frequency.MONTHLY)));
        assertEquals(
                Optional.of(9L),
                learnt.applied(arrived(3, 0, -4000)).attribution().bill());
    }

    @Test
    void aBillThatIsPaidOrNotThereIsNotNamedAgain() {
        var paidThisMonth = new LearntLinks(List.of(paid(1, -5, -1000)), List.of(rent(Frequency.MONTHLY)));
        assertEquals(
                Optional.empty(),
                paidThisMonth.applied(arrived(2, 0, -1000)).attribution().bill());
        var gone = new LearntLinks(List.of(paid(1, -30, -1000)), List.of());
        assertEquals(
                Optional.empty(),
                gone.applied(arrived(2, 0, -1000)).attribution().bill());
        var quarterly = new LearntLinks(List.of(paid(1, -30, -1000)), List.of(rent(Frequency.QUARTERLY)));
        assertEquals(
                Optional.empty(),
                quarterly.applied(arrived(2, 0, -1000)).attribution().bill());
        assertEquals(
                Optional.of(9L),
                quarterly.applied(arrived(2, 30, -1000)).attribution().bill());
    }

    @Test
    void whatContradictsItselfIsNotLearnt() {
        Transaction other = labelled(row(2, -29, -1000, "joint", ExpenseType.FIXED), "landlord")
                .with(Attribution.USUAL.withLink(new PlanLink.Bill(8)));
        var learnt = new LearntLinks(List.of(paid(1, -30, -1000), other), List.of(rent(Frequency.MONTHLY)));
        Transaction arrived = arrived(3, 0, -1000);
        assertSame(arrived, learnt.applied(arrived));
    }

    @Test
    void aSourceOrAProvisionIsLearntWhateverTheAmount() {
        Transaction wage = labelled(row(1, -30, 200_000, "joint", ExpenseType.INCOME), "ACME 02/2026")
                .with(new Attribution(
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new MoneySource.One(ANNA))));
        Transaction trip = labelled(row(2, -30, -100, "joint", ExpenseType.VARIABLE), "Railway")
                .with(Attribution.USUAL.withLink(new PlanLink.Provision(4)));
        var learnt = new LearntLinks(List.of(wage, trip), List.of());
        Transaction next = labelled(row(3, 0, 1, "joint", ExpenseType.INCOME), "acme 03/2026");
        assertEquals(
                Optional.of(new MoneySource.One(ANNA)),
                learnt.applied(next).attribution().source());
        Transaction ticket = labelled(spent(4, 0, -9_999, "joint"), "RAILWAY").with(Attribution.PERSONAL);
        assertEquals(Optional.of(4L), learnt.applied(ticket).attribution().provision());
        assertTrue(learnt.applied(ticket).attribution().common());
    }
}
