package io.prorata.application.imports;

import static io.prorata.application.Examples.A;
import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.AT_NOON;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.inEuros;
import static io.prorata.application.rule.RuleExamples.category;
import static io.prorata.application.rule.RuleExamples.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.ProfileChoice;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.ledger.ApplyMappings;
import io.prorata.application.ledger.ApplyRules;
import io.prorata.application.ledger.ChangeTransactions;
import io.prorata.application.ledger.KeepMappings;
import io.prorata.application.ledger.RecordTransaction;
import io.prorata.application.ledger.TransactionEdit;
import io.prorata.application.memory.PlainBankFiles;
import io.prorata.application.port.BooksContract;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.PatchField;
import io.prorata.application.request.Precondition;
import io.prorata.application.rule.AddRule;
import io.prorata.application.rule.RuleExamples;
import io.prorata.application.rule.RuleTerms;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.CategoryMapping;
import io.prorata.domain.mapping.CategoryRule;
import io.prorata.domain.money.Money;
import io.prorata.domain.sorting.RuleEffects;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Money received that nobody has typed is a refund or an income, by what its category is used for; a preview says it as the import does. */
public interface RefundsContract extends BooksContract {

    /** The refund comes first, as in a file that begins with the latest row. */
    @Test
    default void aRefundIsToldByWhatWasSpent() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        HouseholdId neighbours = found(work);
        bring(
                work,
                household,
                "2024-03-05;Clinic back;12,00;;Santé",
                "2024-03-04;Salary;2000,00;;Revenus",
                "2024-03-03;Gift;20,00;;",
                "2024-03-02;Clinic;-40,00;;Santé");

        assertEquals(
                Map.of(
                        "Clinic back", ExpenseType.VARIABLE,
                        "Salary", ExpenseType.INCOME,
                        "Gift", ExpenseType.INCOME,
                        "Clinic", ExpenseType.VARIABLE),
                types(work, household));
        bring(work, household, "2024-04-05;Clinic again;8,00;;SANTE");
        assertEquals(ExpenseType.VARIABLE, types(work, household).get("Clinic again"), "by the books alone");
        bring(work, neighbours, "2024-04-05;Clinic again;8,00;;Santé");
        assertEquals(ExpenseType.INCOME, types(work, neighbours).get("Clinic again"), "by no other household");
    }

    /** What is in the books stays, whatever comes later. */
    @Test
    default void aCategoryWithAnIncomeHasNoRefunds() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        bring(work, household, "2024-03-02;Clinic;-40,00;;Santé", "2024-03-05;Clinic back;12,00;;Santé");
        enter(work, household, "Insurance", 90_00, ExpenseType.INCOME, "Santé");

        bring(work, household, "2024-03-06;Clinic late;9,00;;Santé");
        assertEquals(ExpenseType.INCOME, types(work, household).get("Clinic late"));
        assertEquals(0, new ApplyMappings(work).apply(household, ANNA).result().rows());
        assertEquals(ExpenseType.VARIABLE, types(work, household).get("Clinic back"));
        assertEquals(ExpenseType.INCOME, types(work, household).get("Clinic late"));
    }

    @Test
    default void whatIsEnteredByHandIsTypedLikewise() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        enter(work, household, "To savings", -100_00, ExpenseType.TRANSFER, "Épargne");
        enter(work, household, "From savings", 30_00, null, "Épargne");
        enter(work, household, "Shoes", -60_00, null, "Mode");
        enter(work, household, "Shoes back", 60_00, null, "mode");

        Map<String, ExpenseType> types = types(work, household);
        assertEquals(ExpenseType.INCOME, types.get("From savings"), "a transfer spends nothing");
        assertEquals(ExpenseType.VARIABLE, types.get("Shoes back"));
    }

    @Test
    default void theMappingComesFirst() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        keep(work, household, new CategoryRule("Santé", ExpenseType.INCOME));
        bring(work, household, "2024-03-02;Clinic;-40,00;;Santé", "2024-03-05;Clinic back;12,00;;Santé");
        assertEquals(ExpenseType.INCOME, types(work, household).get("Clinic back"));
    }

    /** A row that no rule types any more is typed as a new one, after all that was spent. */
    @Test
    default void rowsWithoutTheirRuleAreTypedAnew() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        keep(
                work,
                household,
                new CategoryRule("Santé", ExpenseType.TRANSFER),
                new CategoryRule("Revenus", ExpenseType.VARIABLE));
        bring(
                work,
                household,
                "2024-03-02;Clinic;-40,00;;Santé",
                "2024-03-05;Clinic back;12,00;;Santé",
                "2024-03-05;Salary;2000,00;;Revenus");
        keep(work, household);

        assertEquals(3, new ApplyMappings(work).apply(household, ANNA).result().rows());
        assertEquals(
                Map.of(
                        "Clinic", ExpenseType.VARIABLE,
                        "Clinic back", ExpenseType.VARIABLE,
                        "Salary", ExpenseType.INCOME),
                types(work, household));
        assertEquals(0, new ApplyMappings(work).apply(household, ANNA).result().rows());
    }

    @Test
    default void aTypeThatIsLeftToTheRulesAgainIsARefundToo() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        enter(work, household, "Shoes", -60_00, null, "Mode");
        enter(work, household, "Shoes back", 60_00, ExpenseType.INCOME, "Mode");
        var edit = TransactionEdit.builder().type(PatchField.to(null)).build();
        new ChangeTransactions(work, AT_NOON)
                .change(household, ANNA, inEuros(new ChangeTransactions.Command(TransactionFilter.ALL, edit, false)));
        assertEquals(ExpenseType.VARIABLE, types(work, household).get("Shoes back"));
    }

    /** The category that counts is the one that the row has in the end. */
    @Test
    default void aRuleThatGivesACategoryMakesARefund() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        bring(
                work,
                household,
                "2024-03-02;Pharma one;-40,00;;",
                "2024-03-03;Pharma back;5,00;;",
                "2024-03-03;Shoes;-60,00;;Mode",
                "2024-03-03;Aid;7,00;;");
        assertEquals(ExpenseType.INCOME, types(work, household).get("Pharma back"));
        add(work, household, "pharma", category("Santé"));
        add(
                work,
                household,
                "aid",
                new RuleEffects(
                        Optional.of("Mode"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new MoneySource.One(A))));

        assertEquals(3, apply(work, household));
        Map<String, ExpenseType> types = types(work, household);
        assertEquals(ExpenseType.VARIABLE, types.get("Pharma back"), "what the same run spends there counts");
        assertEquals(ExpenseType.INCOME, types.get("Aid"), "whose income it is has been said");
        assertEquals(0, apply(work, household));
    }

    @Test
    default void aRuleSortsArrivingRefunds() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        add(work, household, "pharma", category("Santé"));
        bring(work, household, "2024-03-03;Pharma back;5,00;;Divers", "2024-03-02;Pharma one;-40,00;;");
        assertEquals(ExpenseType.VARIABLE, types(work, household).get("Pharma back"));
        assertEquals(0, apply(work, household));
    }

    /** Row by row: category, type and rules; and the order of the lines decides nothing. */
    @Test
    default void aPreviewShowsWhatTheImportKeeps() {
        for (long seed = 0; seed < Math.min(25, examples()); seed++) {
            var random = new SplittableRandom(seed);
            UnitOfWork work = empty();
            HouseholdId household = found(work);
            HouseholdId twin = found(work);
            List<CategoryRule> mapping = anyMapping(random);
            for (HouseholdId one : List.of(household, twin)) {
                keep(work, one, mapping.toArray(CategoryRule[]::new));
            }
            for (int i = random.nextInt(5); i > 0; i--) {
                String part = any(random, WORDS);
                RuleEffects effects = anyEffects(random);
                add(work, household, part, effects);
                add(work, twin, part, effects);
            }
            List<String> before = anyLines(random, "2022-03-", random.nextInt(8));
            List<String> lines = anyLines(random, "2024-03-", 1 + random.nextInt(25));
            Collections.shuffle(before, new Random(seed));
            if (!before.isEmpty()) {
                bring(work, household, before.toArray(String[]::new));
                bring(work, twin, before.toArray(String[]::new));
            }

            List<String> shown = preview(work, household, lines).rows().stream()
                    .filter(row -> !row.known())
                    .map(row -> said(
                            row.bank(),
                            row.category(),
                            row.type(),
                            row.sortedBy().toString()))
                    .toList();
            long first = last(work, household);
            bring(work, household, lines.toArray(String[]::new));

            assertEquals(shown, sinceThen(work, household, first), "seed " + seed + ": " + lines);
            Collections.shuffle(lines, new Random(seed));
            long twins = last(work, twin);
            bring(work, twin, lines.toArray(String[]::new));
            assertEquals(
                    sorted(shown),
                    sorted(sinceThen(work, twin, twins)),
                    "seed " + seed + " in another order: " + lines);
        }
    }

    List<String> WORDS = List.of("pharma", "shop", "rent", "back", "bonus");
    List<String> CATEGORIES = List.of("Santé", "Mode", "Revenus", "");

    private static List<CategoryRule> anyMapping(SplittableRandom random) {
        List<CategoryRule> rules = new ArrayList<>();
        for (String category : CATEGORIES) {
            if (!category.isEmpty() && random.nextInt(4) == 0) {
                rules.add(new CategoryRule(category, any(random, Arrays.asList(ExpenseType.values()))));
            }
        }
        return rules;
    }

    private static RuleEffects anyEffects(SplittableRandom random) {
        RuleEffects named = category(any(random, CATEGORIES.subList(0, 3)));
        return random.nextInt(3) > 0
                ? named
                : new RuleEffects(
                        random.nextBoolean() ? named.category() : Optional.empty(),
                        Optional.empty(),
                        Optional.of(any(random, Arrays.asList(ExpenseType.values()))),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    private static List<String> anyLines(SplittableRandom random, String month, int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(month + (10 + random.nextInt(20)) + ";" + any(random, WORDS) + " " + any(random, WORDS) + ";"
                    + (random.nextBoolean() ? "-" : "") + (1 + random.nextInt(50)) + ",00;;" + any(random, CATEGORIES));
        }
        return lines;
    }

    private static <T> T any(SplittableRandom random, List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    private static List<String> sorted(List<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static String said(BankLine line, @Nullable String category, ExpenseType type, String rules) {
        return line.date() + " " + line.label() + " " + line.amount() + " " + category + " " + type + " " + rules;
    }

    private static long last(UnitOfWork work, HouseholdId household) {
        return all(work, household).stream().mapToLong(Transaction::id).max().orElse(0);
    }

    private static List<String> sinceThen(UnitOfWork work, HouseholdId household, long last) {
        SortedMap<Long, String> since = new TreeMap<>();
        all(work, household).stream()
                .filter(row -> row.id() > last)
                .forEach(row -> since.put(
                        row.id(),
                        said(
                                row.line(),
                                row.classification().category(),
                                row.classification().type(),
                                row.choices().rules().toString())));
        return List.copyOf(since.values());
    }

    private static Map<String, ExpenseType> types(UnitOfWork work, HouseholdId household) {
        return all(work, household).stream()
                .collect(Collectors.toMap(
                        row -> row.line().label(), row -> row.classification().type()));
    }

    private static List<Transaction> all(UnitOfWork work, HouseholdId household) {
        return work.read(
                household,
                books -> books
                        .ledger()
                        .list(
                                household,
                                TransactionFilter.ALL,
                                TransactionOrder.LATEST_FIRST,
                                Optional.empty(),
                                1_000,
                                0)
                        .stream()
                        .map(Ledger.Entry::transaction)
                        .toList());
    }

    private static void keep(UnitOfWork work, HouseholdId household, CategoryRule... rules) {
        new KeepMappings(work).keep(household, ANNA, Precondition.WHATEVER, new CategoryMapping(List.of(rules)));
    }

    private static void add(UnitOfWork work, HouseholdId household, String part, RuleEffects effects) {
        new AddRule(work).add(household, ANNA, inEuros(new RuleTerms(part, true, contains(part), effects)));
    }

    private static long apply(UnitOfWork work, HouseholdId household) {
        ApplyRules.Applied dry = RuleExamples.apply(work, household, true);
        ApplyRules.Applied done = RuleExamples.apply(work, household, false);
        assertEquals(dry.effect().changed(), done.effect().changed());
        return done.effect().changed();
    }

    private static void enter(
            UnitOfWork work,
            HouseholdId household,
            String label,
            long cents,
            @Nullable ExpenseType type,
            @Nullable String category) {
        new RecordTransaction(work, AT_NOON)
                .record(
                        household,
                        ANNA,
                        inEuros(new RecordTransaction.Command(
                                new BankLine(null, MARCH.atDay(3), new Money(cents), label, null),
                                Optional.ofNullable(type),
                                category,
                                null,
                                false,
                                new TreeSet<>())));
    }

    private static void bring(UnitOfWork work, HouseholdId household, String... lines) {
        ImportReport report = new ImportBankFile(new PlainBankFiles(), work, AT_NOON)
                .importFile(household, ANNA, command(List.of(lines)))
                .result();
        assertTrue(report.refused().isEmpty(), report.refused().toString());
    }

    private static ImportReport preview(UnitOfWork work, HouseholdId household, List<String> lines) {
        return new PreviewBankFile(new PlainBankFiles(), work, AT_NOON).preview(household, command(lines));
    }

    private static ImportBankFile.Command command(List<String> lines) {
        byte[] bytes = ("Date;Label;Amount;Account;Category\n" + String.join("\n", lines) + "\n")
                .getBytes(StandardCharsets.UTF_8);
        return new ImportBankFile.Command(
                new BankFile("file.csv", () -> new ByteArrayInputStream(bytes)),
                ReadOptions.NONE,
                Progress.NONE,
                false,
                1_000,
                new ProfileChoice.None());
    }
}
