package io.prorata.domain.sorting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.account.Accounts;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.RowChoices;
import io.prorata.domain.ledger.RowField;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What rules make of rows, and what they leave alone. */
class SortingRulesTest {

    private static final LabelPatterns NO_PATTERNS = pattern -> label -> label.contains(pattern);
    private static final RuleEffects NOTHING = RuleEffects.NONE;

    @Test
    void aLaterRuleOverridesAnEarlierOneFieldByField() {
        Transaction row = row("Carrefour City 12/03", -500, "Divers");
        var rules = rules(
                rule(1, contains("carrefour"), of("Food", "Supermarket")),
                rule(2, contains("city"), of("Corner shop", null)),
                rule(3, contains("rail"), of("Trips", null)));

        Transaction sorted = rules.sorted(row);

        assertEquals("Corner shop", sorted.classification().category());
        assertEquals("Supermarket", sorted.classification().subcategory());
        assertEquals(
                Map.of(RowField.CATEGORY, 2L, RowField.SUBCATEGORY, 1L),
                sorted.choices().byRule());
        assertEquals("Divers", sorted.bankCategory());
        assertEquals(sorted, rules.sorted(sorted), "a second run changes nothing");
    }

    @Test
    void whatAPersonChoseIsNeverOverridden() {
        Transaction row = row("Carrefour", -500, null);
        Transaction chosen = row.chosenByPerson(Set.of(RowField.CATEGORY, RowField.LINK), row);
        RuleEffects bill = effects(Optional.of("Food"), Optional.empty(), new PlanLink.Bill(7), null);

        Transaction sorted = rules(rule(1, contains("carrefour"), bill)).sorted(chosen);

        assertEquals(chosen, sorted, "nothing is left of a bill that a person did not want: no type either");
        Transaction personal = row.with(Attribution.PERSONAL).chosenByPerson(Set.of(RowField.COMMON), row);
        Transaction typed = rules(rule(1, contains("carrefour"), bill)).sorted(personal);
        assertEquals(ExpenseType.VARIABLE, typed.classification().type());
        assertEquals(Optional.empty(), typed.attribution().link());
        assertEquals("Food", typed.classification().category());
    }

    @Test
    void aTypeThatAPersonChoseKeepsWhatNeedsAnotherAway() {
        Transaction row = row("Salary", 500, null).with(classified(ExpenseType.INCOME), TypedBy.PERSON);
        var rules = rules(
                rule(1, contains("salary"), effects(Optional.empty(), Optional.of(ExpenseType.TRANSFER), null, null)),
                rule(
                        2,
                        contains("salary"),
                        effects(Optional.empty(), Optional.empty(), null, new MoneySource.Everybody())));

        Transaction sorted = rules.sorted(row);

        assertEquals(ExpenseType.INCOME, sorted.classification().type());
        assertEquals(
                Optional.of(new MoneySource.Everybody()), sorted.attribution().source());
        assertEquals(Map.of(RowField.SOURCE, 2L), sorted.choices().byRule());
    }

    @Test
    void theOrderOfFieldsDoesNotMatter() {
        // The member comes from the first rule and needs the type of the second: one run is enough.
        MoneySource diana = new MoneySource.One(new MemberKey("diana"));
        var rules = rules(
                rule(1, contains("virement"), effects(Optional.empty(), Optional.empty(), null, diana)),
                rule(
                        2,
                        contains("virement"),
                        effects(Optional.empty(), Optional.of(ExpenseType.TRANSFER), null, null)));

        Transaction sorted = rules.sorted(row("Virement", 500, null));

        assertEquals(Optional.of(diana), sorted.attribution().source());
        assertEquals(sorted, rules.sorted(sorted));
    }

    @Test
    void eachConditionHasToHold() {
        RuleConditions all = new RuleConditions(
                Optional.of("CITY"),
                Optional.of("Café city"),
                Optional.of("cafe"),
                Optional.of("Ca"),
                Optional.of(new Money(100)),
                Optional.of(new Money(900)),
                Optional.of(false),
                Optional.of("Joint"),
                Optional.of("divers"),
                Optional.of(28),
                Optional.of(12));
        var rules = rules(rule(1, all, of("Food", null)));

        assertTrue(rules.match(row("Café City 42", -500, "Divers")));
        assertEquals(
                List.of(false, false, false, false, false, false),
                List.of(
                        rules.match(row("Café Citi 42", -500, "Divers")),
                        rules.match(row("Café City 42", 500, "Divers")),
                        rules.match(row("Café City 42", -99, "Divers")),
                        rules.match(row("Café City 42", -901, "Divers")),
                        rules.match(row("Café City 42", -500, null)),
                        rules.match(dated(LocalDate.of(2024, 3, 13)))));
        assertTrue(rules.match(dated(LocalDate.of(2024, 3, 29))), "from the 28th to the 12th of the next month");
    }

    @Test
    void patternsAreCompiledOnceAndMatchedLast() {
        var compiled = new AtomicInteger();
        var matched = new AtomicInteger();
        LabelPatterns counting = pattern -> {
            compiled.incrementAndGet();
            return label -> {
                matched.incrementAndGet();
                return false;
            };
        };
        List<SortingRule> stated = new ArrayList<>();
        for (int i = 1; i <= 200; i++) {
            stated.add(rule(i, i % 10 == 0 ? matches("x" + i) : contains("shop " + i), of("Food", null)));
        }
        var rules = new SortingRules(stated, Accounts.NONE, counting);

        for (int i = 0; i < 10_000; i++) {
            rules.sorted(row("Card " + i, i % 2 == 0 ? -500 : 500, null));
        }

        assertEquals(20, compiled.get());
        assertEquals(20 * 5_000, matched.get(), "half of the rows have another sign");
    }

    @Test
    void aRuleSaysSomethingAndDoesSomething() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new SortingRule(1, "x", true, RuleConditions.NONE, of("a", null)));
        assertThrows(IllegalArgumentException.class, () -> new SortingRule(1, "x", true, contains("a"), NOTHING));
        assertThrows(IllegalArgumentException.class, () -> matches("x".repeat(10_000)));
        assertThrows(
                IllegalArgumentException.class,
                () -> effects(Optional.empty(), Optional.of(ExpenseType.INCOME), new PlanLink.Bill(1), null));
    }

    @Test
    void choicesAreReadAsTheyAreWritten() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            Set<RowField> persons = new TreeSet<>();
            var rules = new TreeMap<RowField, Long>();
            for (RowField field : RowField.values()) {
                switch (random.nextInt(3)) {
                    case 0 -> persons.add(field);
                    case 1 -> rules.put(field, random.nextLong(1, 900));
                    default -> {}
                }
            }
            var choices = new RowChoices(persons, rules, "Bank");
            assertEquals(choices, RowChoices.parse(choices.text(), choices.bankCategory()), "seed " + seed);
        }
        assertThrows(IllegalArgumentException.class, () -> RowChoices.parse("colour", null));
        assertThrows(IllegalArgumentException.class, () -> RowChoices.parse("type:x", null));
    }

    @Test
    void threeAlikeAndNoOtherMakeASuggestion() {
        List<Transaction> rows = new ArrayList<>();
        for (int day = 1; day <= 3; day++) {
            rows.add(categorised("Market Hall " + day + "/03", "Food"));
            rows.add(categorised("Bakery " + day, day == 3 ? "Other" : "Food"));
        }
        rows.add(categorised("Kiosk", "Paper"));
        rows.add(categorised("Kiosk", "Paper"));
        rows.add(row("Kiosk", -100, "Paper"));

        List<CategorySuggestions.Suggestion> suggested = CategorySuggestions.of(rows, rules());

        assertEquals(
                List.of("market hall 3"),
                suggested.stream().map(one -> one.payee() + " " + one.rows()).toList());
        SortingRule proposed = suggested.get(0).rule();
        assertEquals(
                "Food",
                rules(proposed)
                        .sorted(row("MARKET HALL 30/04", -9, null))
                        .classification()
                        .category());
        assertEquals(List.of(), CategorySuggestions.of(rows, rules(rule(1, contains("market"), of("Food", null)))));
    }

    /** A pattern is tried where one of the texts that it needs is in the label, or if it needs none. */
    @Test
    void patternsAreTriedOnlyWhereTheyMayMatch() {
        var tried = new int[1];
        LabelPatterns counting = pattern -> new LabelPatterns.LabelPattern() {
            @Override
            public boolean occursIn(String label) {
                tried[0]++;
                return label.contains(pattern.replace("*", ""));
            }

            @Override
            public List<String> needed() {
                return pattern.endsWith("*") ? List.of() : List.of(pattern, "none of them");
            }
        };
        List<SortingRule> all = new ArrayList<>();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            all.add(rule(letter, matches(letter + "qz"), of("Category " + letter, null)));
        }
        var rules = new SortingRules(all, Accounts.NONE, counting);
        for (char letter = 'a'; letter <= 'z'; letter++) {
            Transaction sorted = rules.sorted(row("12/03 " + letter + "qz", -5, null));
            assertEquals("Category " + letter, sorted.classification().category());
        }
        assertEquals(26, tried[0], "one for each row, of 676");

        all.add(rule(1, matches("bqz*"), of("Any", null)));
        var more = new SortingRules(all, Accounts.NONE, counting);
        tried[0] = 0;
        assertEquals(
                "Category a", more.sorted(row("aqz", -5, null)).classification().category());
        assertEquals("Any", more.sorted(row("bqz", -5, null)).classification().category());
        assertEquals(4, tried[0]);
    }

    /** The payee of a label has texts that the label itself has not. */
    @Test
    void aTextOfThePayeeIsFoundAmongManyRules() {
        var rules = rules(
                rule(1, contains("carte carrefour"), of("Food", "Shop")),
                rule(2, contains("é"), of("Short", null)),
                rule(3, contains("carrefour 2"), of("Other", null)));
        Transaction sorted = rules.sorted(row("CARTE 12/03 CARREFOUR", -5, null));
        assertEquals(
                Map.of(RowField.CATEGORY, 2L, RowField.SUBCATEGORY, 1L),
                sorted.choices().byRule());
    }

    private static Transaction categorised(String label, String category) {
        Transaction row = row(label, -100, category);
        return row.chosenByPerson(Set.of(RowField.CATEGORY), row);
    }

    private static Classification classified(ExpenseType type) {
        return new Classification(type, null, null, false);
    }

    private static Transaction dated(LocalDate date) {
        return row(new BankLine("Joint", date, new Money(-500), "Café City 42", null), "Divers");
    }

    private static Transaction row(String label, long amount, @Nullable String category) {
        return row(new BankLine("Joint", LocalDate.of(2024, 3, 5), new Money(amount), label, null), category);
    }

    private static Transaction row(BankLine line, @Nullable String category) {
        return new Transaction(
                1,
                line,
                new Classification(ExpenseType.VARIABLE, category, null, false),
                TypedBy.RULE,
                new TreeSet<>());
    }

    private static SortingRules rules(SortingRule... rules) {
        return new SortingRules(List.of(rules), Accounts.NONE, NO_PATTERNS);
    }

    private static SortingRule rule(long id, RuleConditions conditions, RuleEffects effects) {
        return new SortingRule(id, "Rule " + id, true, conditions, effects);
    }

    private static RuleConditions contains(String text) {
        return conditions(Optional.of(text), Optional.empty());
    }

    private static RuleConditions matches(String pattern) {
        return conditions(Optional.empty(), Optional.of(pattern));
    }

    private static RuleConditions conditions(Optional<String> contains, Optional<String> matches) {
        return new RuleConditions(
                contains,
                Optional.empty(),
                Optional.empty(),
                matches,
                Optional.empty(),
                Optional.empty(),
                matches.map(pattern -> false),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static RuleEffects of(String category, @Nullable String subcategory) {
        return NOTHING.spelled(Optional.of(category), Optional.ofNullable(subcategory), Optional.empty());
    }

    private static RuleEffects effects(
            Optional<String> category,
            Optional<ExpenseType> type,
            @Nullable PlanLink link,
            @Nullable MoneySource source) {
        return new RuleEffects(
                category,
                Optional.empty(),
                type,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(link),
                Optional.ofNullable(source));
    }
}
