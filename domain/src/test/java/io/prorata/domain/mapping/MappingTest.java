package io.prorata.domain.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.money.Money;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MappingTest {

    private static final Money SPENT = new Money(-100);
    private static final Money RECEIVED = new Money(100);
    private static final YearMonth MARCH = YearMonth.of(2024, 3);

    private static FixedExpense bill(long id, String label, String paidBy, long amount) {
        return new FixedExpense(
                id,
                label,
                "Home",
                paidBy,
                Timeline.from(MARCH, new FixedTerms(new Money(amount), Frequency.MONTHLY, new LineSplit.ByKey())));
    }

    private static BankLine line(YearMonth month, long amount, String label) {
        return new BankLine(null, month.atDay(5), new Money(amount), label, null);
    }

    private static Classification classification(@Nullable String category, @Nullable String subcategory) {
        return new Classification(ExpenseType.VARIABLE, category, subcategory, false);
    }

    private static Optional<Long> likeness(BillLikeness bills, BankLine line, Classification classification) {
        return bills.of(line, classification).map(FixedExpense::id);
    }

    @Test
    void withoutARuleMoneyReceivedIsIncomeAndMoneySpentIsVariable() {
        var typing = new CategoryMapping(List.of()).typing();
        assertEquals(ExpenseType.INCOME, typing.of(RECEIVED, "Courses", null));
        assertEquals(ExpenseType.VARIABLE, typing.of(SPENT, null, null));
        assertEquals(ExpenseType.VARIABLE, typing.of(Money.ZERO, null, null));
        assertEquals(Optional.empty(), typing.ruled("Courses", null));
    }

    @Test
    void aRuleHoldsWithoutCaseWhateverTheSignAndTheSubcategorysFirst() {
        var typing = new CategoryMapping(List.of(
                        new CategoryRule("Épargne", ExpenseType.PROVISION),
                        new CategoryRule("Livret A", ExpenseType.TRANSFER)))
                .typing();
        assertEquals(ExpenseType.PROVISION, typing.of(RECEIVED, "ÉPARGNE", null));
        assertEquals(ExpenseType.TRANSFER, typing.of(SPENT, "épargne", "livret a"));
        assertEquals(ExpenseType.PROVISION, typing.of(SPENT, "épargne", "PEL"));
        assertEquals(Optional.of(ExpenseType.TRANSFER), typing.ruled(null, "LIVRET A"));
    }

    @Test
    void oneCategoryHasOneRuleAndThereAreAtMostAThousand() {
        var twice =
                List.of(new CategoryRule("Santé", ExpenseType.VARIABLE), new CategoryRule("SANTÉ", ExpenseType.FIXED));
        assertThrows(IllegalArgumentException.class, () -> new CategoryMapping(twice));
        List<CategoryRule> many = IntStream.rangeClosed(1, 1001)
                .mapToObj(i -> new CategoryRule("c" + i, ExpenseType.VARIABLE))
                .toList();
        assertThrows(IllegalArgumentException.class, () -> new CategoryMapping(many));
        assertEquals(1000, new CategoryMapping(many.subList(0, 1000)).rules().size());
        assertThrows(IllegalArgumentException.class, () -> new CategoryRule(" ", ExpenseType.FIXED));
    }

    @Test
    void rulesAreInOrderOfNames() {
        var mapping = new CategoryMapping(List.of(
                new CategoryRule("🥐", ExpenseType.VARIABLE),
                new CategoryRule("\uffee", ExpenseType.VARIABLE),
                new CategoryRule("A", ExpenseType.FIXED)));
        assertEquals(
                List.of("A", "\uffee", "🥐"),
                mapping.rules().stream().map(CategoryRule::category).toList());
    }

    @Test
    void theStarterRulesKnowTransfersSavingsAndRefunds() {
        var typing = StarterRules.MAPPING.typing();
        assertEquals(ExpenseType.TRANSFER, typing.of(SPENT, "Mouvements internes débiteurs", null));
        assertEquals(ExpenseType.TRANSFER, typing.of(RECEIVED, "Mouvements internes créditeurs", null));
        assertEquals(ExpenseType.PROVISION, typing.of(SPENT, "épargne", null));
        assertEquals(ExpenseType.VARIABLE, typing.of(RECEIVED, "Santé", null));
        assertEquals(ExpenseType.INCOME, typing.of(RECEIVED, "Gehalt", null));
    }

    @Test
    void aLineThatCostsExactlyTheSameLooksLikeTheBill() {
        var bills = new BillLikeness(List.of(bill(1, "Loyer", "Logement", 95_000), bill(2, "Eau", "Logement", 3_000)));
        assertEquals(
                Optional.of(1L), likeness(bills, line(MARCH, -95_000, "VIR M. DUPONT"), classification(null, null)));
        assertEquals(
                Optional.empty(), likeness(bills, line(MARCH, -95_001, "VIR M. DUPONT"), classification(null, null)));
    }

    @Test
    void aLineThatCostsNearlyTheSameHasToNameTheBill() {
        var bills = new BillLikeness(List.of(bill(1, "Loyer", "Logement", 1_000)));
        assertEquals(
                Optional.of(1L), likeness(bills, line(MARCH, -1_111, "VIR LOYER MARS"), classification(null, null)));
        assertEquals(
                Optional.empty(), likeness(bills, line(MARCH, -1_112, "VIR LOYER MARS"), classification(null, null)));
        assertEquals(Optional.of(1L), likeness(bills, line(MARCH, -910, "x"), classification("LOGEMENT", null)));
        assertEquals(Optional.of(1L), likeness(bills, line(MARCH, -910, "x"), classification("Home", "logement")));
        assertEquals(Optional.empty(), likeness(bills, line(MARCH, -909, "x"), classification("Logement", null)));
        // Exactly a tenth is near.
        var cheaper = new BillLikeness(List.of(bill(1, "Loyer", "Logement", 900)));
        assertEquals(Optional.of(1L), likeness(cheaper, line(MARCH, -1_000, "x"), classification("Logement", null)));
        assertEquals(Optional.empty(), likeness(bills, line(MARCH, -910, "x"), classification("Sport", null)));
    }

    @Test
    void anExactBillComesBeforeANearOneThenTheFirst() {
        var bills = new BillLikeness(
                List.of(bill(1, "Eau", "Eau", 1_000), bill(2, "Gaz", "Gaz", 1_010), bill(3, "Fuel", "Fuel", 1_010)));
        assertEquals(Optional.of(2L), likeness(bills, line(MARCH, -1_010, "x"), classification("Eau", null)));
        assertEquals(Optional.of(1L), likeness(bills, line(MARCH, -1_005, "x"), classification("Eau", null)));
    }

    @Test
    void onlySpendingThatCountsWhileTheBillIsInForceLooksLikeOne() {
        var bills = new BillLikeness(List.of(bill(1, "Loyer", "Logement", 1_000), bill(2, "Rien", "Rien", 0)));
        assertEquals(Optional.empty(), likeness(bills, line(MARCH, 1_000, "Loyer"), classification(null, null)));
        assertEquals(
                Optional.empty(), likeness(bills, line(MARCH.minusMonths(1), -1_000, "x"), classification(null, null)));
        for (ExpenseType type : ExpenseType.values()) {
            var excluded = new Classification(type, null, null, true);
            assertEquals(Optional.empty(), likeness(bills, line(MARCH, -1_000, "x"), excluded), type.name());
            if (type != ExpenseType.VARIABLE) {
                var other = new Classification(type, null, null, false);
                assertEquals(Optional.empty(), likeness(bills, line(MARCH, -1_000, "x"), other), type.name());
            }
        }
        BankLine nothing = new BankLine(null, LocalDate.of(2024, 3, 1), Money.ZERO, "Rien", null);
        assertEquals(Optional.empty(), likeness(bills, nothing, classification("Rien", null)));
        // A bill of nothing is nobody's likeness, however small the line.
        assertEquals(Optional.empty(), likeness(bills, line(MARCH, -1, "Rien"), classification("Rien", null)));
    }
}
