package io.prorata.application.rule;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.AT_NOON;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.inEuros;
import static io.prorata.application.Examples.refused;
import static io.prorata.application.Examples.revision;
import static io.prorata.application.Examples.write;
import static io.prorata.application.rule.RuleExamples.apply;
import static io.prorata.application.rule.RuleExamples.category;
import static io.prorata.application.rule.RuleExamples.contains;
import static io.prorata.application.rule.RuleExamples.matches;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.ProfileChoice;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.category.RenameCategory;
import io.prorata.application.change.UndoRevision;
import io.prorata.application.imports.ImportBankFile;
import io.prorata.application.ledger.ApplyMappings;
import io.prorata.application.ledger.ApplyRules;
import io.prorata.application.ledger.AttributionEdit;
import io.prorata.application.ledger.ChangeTransactions;
import io.prorata.application.ledger.RecordTransaction;
import io.prorata.application.ledger.TransactionEdit;
import io.prorata.application.memory.PlainBankFiles;
import io.prorata.application.port.BooksContract;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.Precondition;
import io.prorata.application.view.AttributionFilter;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.Refusal;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.RowField;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.CategoryName;
import io.prorata.domain.money.Money;
import io.prorata.domain.sorting.RuleConditions;
import io.prorata.domain.sorting.RuleEffects;
import io.prorata.domain.sorting.SortingRule;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules are kept in order, sort what arrives and what is there, and leave alone what a person chose. */
public interface RulesContract extends BooksContract {

    @Test
    default void rulesAreKeptInOrder() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        RuleConditions all = new RuleConditions(
                Optional.of("a"),
                Optional.of("abc"),
                Optional.of("ab"),
                Optional.of("a.c"),
                Optional.of(new Money(1)),
                Optional.of(new Money(2)),
                Optional.of(true),
                Optional.empty(),
                Optional.of("Bank"),
                Optional.of(30),
                Optional.of(2));
        long first = add(work, household, contains("tea"), category("Food"));
        SortingRule second = new AddRule(work)
                .add(household, ANNA, inEuros(new RuleTerms("All", false, all, category("Trips"))))
                .result()
                .rule();

        assertEquals(List.of(first, second.id()), ids(work, household));
        assertEquals(List.of(), ids(work, neighbours));
        assertEquals(second, new ShowRule(work).show(household, second.id()).thing());
        new OrderRules(work).order(household, ANNA, Precondition.WHATEVER, order(second.id(), first));
        assertEquals(List.of(second.id(), first), ids(work, household));
        assertEquals(
                new Refusal.BrokenRule("/rules", "the ids of all rules, each once"),
                refused(() -> new OrderRules(work).order(household, ANNA, Precondition.WHATEVER, order(first, first))));
        var read = new ShowRule(work).show(household, first);
        new ReviseRule(work)
                .revise(
                        household,
                        ANNA,
                        first,
                        Precondition.oneOf(List.of(read.stamp())),
                        inEuros(new RuleTerms("Off", false, contains("tea"), category("Food"))));
        assertEquals(
                new Refusal.Overtaken(),
                refused(() -> new RemoveRule(work)
                        .remove(household, ANNA, first, Precondition.oneOf(List.of(read.stamp())))));
        new RemoveRule(work).remove(household, ANNA, second.id(), Precondition.WHATEVER);
        assertEquals(List.of(first), ids(work, household));
        assertEquals(
                new Refusal.UnknownRule(second.id()), refused(() -> new ShowRule(work).show(household, second.id())));
        assertTrue(add(work, household, contains("x"), category("Food")) > second.id(), "an id is never used twice");
    }

    @Test
    default void rowsAreSortedWhenTheyArrive() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        long tea = add(work, household, contains("tea"), category("Food"));
        long tagged = add(
                work,
                household,
                contains("tea house"),
                new RuleEffects(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(ExpenseType.FIXED),
                        Optional.of(new TreeSet<>(Set.of("treat"))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        StringBuilder lines = new StringBuilder("Date;Label;Amount\n2024-03-01;Tea House;-5,00\n");
        for (int i = 0; i < 2_100; i++) {
            lines.append("2024-03-02;Bus ").append(i).append(";-1,00\n");
        }
        importFile(work, household, lines.toString());

        Transaction row = rows(work, household, TransactionFilter.ALL.atMost(new Money(-500)))
                .getFirst();

        assertEquals("Food", row.classification().category());
        assertEquals(ExpenseType.FIXED, row.classification().type());
        assertEquals(Set.of("treat"), Set.copyOf(row.tags()));
        assertEquals(
                Map.of(RowField.CATEGORY, tea, RowField.TYPE, tagged, RowField.TAGS, tagged),
                row.choices().byRule());
        assertEquals(List.of(row), rows(work, household, sortedBy(tagged)));
        assertEquals(List.of(), rows(work, household, sortedBy(99)));
        new ApplyMappings(work).apply(household, ANNA);
        assertEquals(List.of(row), rows(work, household, sortedBy(tea)), "the mapping leaves the rule's type alone");

        Transaction byHand = enter(work, household, "Tea House", "Gifts");
        assertEquals("Gifts", byHand.classification().category(), "a person said so");
        assertEquals(ExpenseType.FIXED, byHand.classification().type());
        assertTrue(byHand.isPersons(RowField.CATEGORY));
    }

    @Test
    default void rulesAreAppliedToRowsThatAreThere() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        enter(work, household, "Tea 1", null);
        Transaction chosen = enter(work, household, "Tea 2", null);
        change(work, household, chosen.id(), "Gifts");
        enter(work, household, "Bus", null);
        long rule = add(work, household, contains("tea"), category("Food"));

        ApplyRules.Applied dry = apply(work, household, true);
        assertEquals(
                List.of(3L, 1L), List.of(dry.effect().matched(), dry.effect().changed()));
        assertEquals(Map.of(rule, 1L), dry.byRule());
        assertEquals(
                List.of("Tea 1: null -> Food"),
                dry.shown().stream()
                        .map(row -> row.before().line().label() + ": "
                                + row.before().classification().category() + " -> "
                                + row.after().classification().category())
                        .toList());
        assertTrue(dry.effect().totals().stream()
                .anyMatch(moved -> "Food".equals(moved.total().category())));
        assertEquals(List.of(), rows(work, household, sortedBy(rule)));

        long before = revision(work, household);
        assertEquals(1, apply(work, household, false).effect().changed());
        assertEquals(before + 1, revision(work, household), "one write");
        assertEquals(
                List.of("Tea 1"),
                rows(work, household, sortedBy(rule)).stream()
                        .map(row -> row.line().label())
                        .toList());
        assertEquals("Gifts", row(work, household, chosen.id()).classification().category());
        assertEquals(0, apply(work, household, false).effect().changed());
        assertEquals(before + 1, revision(work, household), "nothing is left to do");

        // The person's word takes the place of the rule's.
        long sorted = rows(work, household, sortedBy(rule)).getFirst().id();
        change(work, household, sorted, "Food");
        assertEquals(List.of(), rows(work, household, sortedBy(rule)));
        assertTrue(row(work, household, sorted).isPersons(RowField.CATEGORY));
    }

    @Test
    default void aRuleIsTriedAndProposed() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        for (int day = 1; day <= 3; day++) {
            enter(work, household, "Market Hall " + day, "Food");
        }
        long before = revision(work, household);

        var tried = new TestRule(work)
                .test(
                        household,
                        inEuros(new TestRule.Command(
                                new RuleTerms("T", true, contains("hall"), category("Trips")), TransactionFilter.ALL)))
                .result();
        assertEquals(List.of(3L, 3L, 0L), List.of(tried.looked(), tried.matched(), tried.changed()));
        assertEquals(Set.of("Trips"), tried.rule().unknownCategories());
        assertEquals(before, revision(work, household));

        assertEquals(
                List.of("market hall 3"),
                new SuggestRules(work)
                        .suggest(household).thing().stream()
                                .map(one -> one.payee() + " " + one.rows())
                                .toList());
        enter(work, household, "Market Hall 9", "Gifts");
        assertEquals(List.of(), new SuggestRules(work).suggest(household).thing());
    }

    @Test
    default void rulesThatWereAppliedAreUndoneAndRulesFollowARenamedCategory() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        Transaction tea = enter(work, household, "Tea", null);
        long rule = add(work, household, contains("tea"), category("Food"));
        apply(work, household, false);
        assertEquals("Food", row(work, household, tea.id()).classification().category());
        var undo = new UndoRevision(work, AT_NOON);
        undo.undo(household, ANNA, new UndoRevision.Command(revision(work, household), false));
        assertEquals(tea, row(work, household, tea.id()));

        enter(work, household, "Bread", "Food");
        new RenameCategory(work, AT_NOON)
                .rename(
                        household,
                        ANNA,
                        inEuros(new RenameCategory.Command(
                                CategoryName.of("Food"), CategoryName.of("Groceries"), false)));
        assertEquals(
                Optional.of("Groceries"),
                new ShowRule(work).show(household, rule).thing().effects().category());
        undo.undo(household, ANNA, new UndoRevision.Command(revision(work, household), false));
        assertEquals(
                Optional.of("Food"),
                new ShowRule(work).show(household, rule).thing().effects().category());
    }

    @Test
    default void whatIsNotThereIsRefused() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        assertEquals(
                new Refusal.BrokenRule("/effects/bill_id", "no fixed expense has the id 9"),
                refused(() -> add(work, household, contains("x"), link(new PlanLink.Bill(9)))));
        assertEquals(
                new Refusal.BrokenRule("/effects/provision_id", "no provision has the id 9"),
                refused(() -> add(work, household, contains("x"), link(new PlanLink.Provision(9)))));
        RuleConditions account = new RuleConditions(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Nowhere"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertEquals(
                new Refusal.BrokenRule("/conditions/account", "no account has this name"),
                refused(() -> add(work, household, account, category("Food"))));
        assertEquals(
                new Refusal.BrokenRule(
                        "/conditions/label_matches",
                        "the pattern cannot be read at character 3: invalid nested repetition operator"),
                refused(() -> add(work, household, matches("a**"), category("Food"))));
        // All but the last in one write: by themselves, each would read those before it.
        write(work, household, new Change.RulesRevised(), books -> {
            for (int i = 1; i < SortingRule.MOST_RULES; i++) {
                books.rules()
                        .add(
                                household,
                                new RuleTerms("Rule", true, contains("x" + i), category("Food"))
                                        .as(books.rules().nextId(household)));
            }
        });
        add(work, household, contains("the last"), category("Food"));
        assertEquals(
                new Refusal.BrokenRule("", "a household has at most 500 rules"),
                refused(() -> add(work, household, contains("x"), category("Food"))));
    }

    private static long add(UnitOfWork work, HouseholdId household, RuleConditions conditions, RuleEffects effects) {
        return new AddRule(work)
                .add(household, ANNA, inEuros(new RuleTerms("Rule", true, conditions, effects)))
                .result()
                .rule()
                .id();
    }

    private static List<Long> ids(UnitOfWork work, HouseholdId household) {
        return new ShowRules(work)
                .show(household).thing().stream().map(SortingRule::id).toList();
    }

    private static OrderRules.RuleOrder order(Long... ids) {
        return new OrderRules.RuleOrder(List.of(ids));
    }

    private static RuleEffects link(PlanLink link) {
        return new RuleEffects(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(link),
                Optional.empty());
    }

    private static TransactionFilter sortedBy(long rule) {
        return TransactionFilter.ALL.with(AttributionFilter.ALL.sortedBy(Optional.of(rule)));
    }

    private static void change(UnitOfWork work, HouseholdId household, long id, String category) {
        var edit = TransactionEdit.builder().category(category).build();
        new ChangeTransactions(work, AT_NOON)
                .change(
                        household,
                        ANNA,
                        inEuros(new ChangeTransactions.Command(TransactionFilter.ALL.ofIds(List.of(id)), edit, false)));
    }

    private static Transaction enter(UnitOfWork work, HouseholdId household, String label, @Nullable String category) {
        return new RecordTransaction(work, AT_NOON)
                .record(
                        household,
                        ANNA,
                        inEuros(new RecordTransaction.Command(
                                new BankLine(null, MARCH.atDay(3), new Money(-300), label, null),
                                Optional.empty(),
                                category,
                                null,
                                false,
                                new TreeSet<>(),
                                AttributionEdit.NONE,
                                null)))
                .result()
                .thing();
    }

    private static Transaction row(UnitOfWork work, HouseholdId household, long id) {
        return work.read(household, books -> books.ledger().find(household, id).orElseThrow());
    }

    private static List<Transaction> rows(UnitOfWork work, HouseholdId household, TransactionFilter filter) {
        return work.read(
                household,
                books ->
                        books
                                .ledger()
                                .list(household, filter, TransactionOrder.LATEST_FIRST, Optional.empty(), 10, 0)
                                .stream()
                                .map(Ledger.Entry::transaction)
                                .toList());
    }

    private static void importFile(UnitOfWork work, HouseholdId household, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        new ImportBankFile(new PlainBankFiles(), work, AT_NOON)
                .importFile(
                        household,
                        ANNA,
                        new ImportBankFile.Command(
                                new BankFile("file.csv", () -> new ByteArrayInputStream(bytes)),
                                ReadOptions.parse(Map.of()),
                                Progress.NONE,
                                false,
                                20,
                                new ProfileChoice.None()));
    }
}
