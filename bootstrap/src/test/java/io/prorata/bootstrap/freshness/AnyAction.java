package io.prorata.bootstrap.freshness;

import static io.prorata.application.Examples.A;
import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.B;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.inEuros;

import io.prorata.adapter.bankfile.detection.BankFileReaders;
import io.prorata.application.access.IssueToken;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.budget.PlanBudget;
import io.prorata.application.category.RenameCategory;
import io.prorata.application.change.UndoRevision;
import io.prorata.application.household.ReviseHousehold;
import io.prorata.application.imports.ImportBankFile;
import io.prorata.application.imports.MarkBills;
import io.prorata.application.imports.UndoImport;
import io.prorata.application.ledger.ApplyMappings;
import io.prorata.application.ledger.ApplyRules;
import io.prorata.application.ledger.ChangeTransaction;
import io.prorata.application.ledger.ChangeTransactions;
import io.prorata.application.ledger.KeepMappings;
import io.prorata.application.ledger.RecordTransaction;
import io.prorata.application.ledger.RecordTransactions;
import io.prorata.application.ledger.RemoveTransaction;
import io.prorata.application.ledger.TransactionEdit;
import io.prorata.application.plan.AdoptConfig;
import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.plan.EndFixedExpense;
import io.prorata.application.plan.PlanFixedExpense;
import io.prorata.application.plan.RemoveConfig;
import io.prorata.application.plan.ReviseFixedExpense;
import io.prorata.application.plan.ShowFixedExpense;
import io.prorata.application.port.Plans;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.provision.EndProvision;
import io.prorata.application.provision.MoveProvision;
import io.prorata.application.provision.PlanProvision;
import io.prorata.application.provision.ReviseProvision;
import io.prorata.application.provision.ShowProvision;
import io.prorata.application.request.PatchField;
import io.prorata.application.request.Precondition;
import io.prorata.application.rule.AddRule;
import io.prorata.application.rule.OrderRules;
import io.prorata.application.rule.RemoveRule;
import io.prorata.application.rule.ReviseRule;
import io.prorata.application.rule.RuleTerms;
import io.prorata.application.view.TransactionFilter;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.income.Income;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.mapping.CategoryMapping;
import io.prorata.domain.mapping.CategoryName;
import io.prorata.domain.mapping.CategoryRule;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.plan.BudgetTerms;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.sorting.RuleConditions;
import io.prorata.domain.sorting.RuleEffects;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Thinks of something to do to a household's books, of every kind there is. Now and then it is nothing that the rules allow. */
final class AnyAction {

    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private static final List<String> CATEGORIES = List.of("Courses", "Loyer", "Salaire", "Épargne");
    private static final int LATEST = 150;
    private static final int MOST_LINES = 8;

    private final List<YearMonth> months;
    private final SplittableRandom random;
    private final Made made;

    /** @param made shared by all who act in the same household */
    AnyAction(List<YearMonth> months, SplittableRandom random, Made made) {
        this.months = months;
        this.random = random;
        this.made = made;
    }

    /** How many things there may be in a household: their ids count from 1. */
    record Made(AtomicLong rows, AtomicLong bills, AtomicLong provisions, AtomicLong imports) {
        Made() {
            this(new AtomicLong(), new AtomicLong(), new AtomicLong(), new AtomicLong());
        }
    }

    /** Returns what a household does first. */
    List<Action> first() {
        return Stream.concat(
                        Stream.of(adopt(months.getFirst()), planBill(), planBill(), planProvision(), planProvision()),
                        Stream.generate(this::record).limit(20))
                .toList();
    }

    /** @param work to look into, where an action has to name what is there */
    Action next(UnitOfWork work, HouseholdId household) {
        int chosen = random.nextInt(100);
        return switch (chosen / 2) {
            case 0, 1, 2, 3, 4, 5, 6 -> record();
            case 7, 8, 9 -> recordLeg();
            case 10 -> chosen % 2 == 0 ? addRule() : changeRules(work, household);
            case 11 -> chosen % 2 == 0 ? applyRules() : renameCategory();
            case 12, 13, 14, 15, 16, 17, 18, 19 -> change();
            case 20, 21, 22, 23, 24, 25, 26 -> remove();
            case 27 -> undoRevision(work, household);
            case 28, 29 -> recordTogether();
            case 30, 31 -> changeTogether();
            case 32, 33 -> importFile(work, household);
            case 34, 35 -> undo();
            case 36 -> markBills(work, household);
            case 37 -> map();
            case 38 -> new Action("apply the mapping", (door, home) -> new ApplyMappings(door).apply(home, ANNA));
            case 39 -> adopt(any(months));
            case 40 -> random.nextBoolean() ? adopt(any(months)) : removeConfig(work, household);
            case 41 -> made.bills().get() < MOST_LINES ? planBill() : reviseBill();
            case 42 -> reviseBill();
            case 43 -> endBill();
            case 44 -> made.provisions().get() < MOST_LINES ? planProvision() : reviseProvision();
            case 45 -> reviseProvision();
            case 46 -> endProvision();
            case 47, 48 -> moveProvision();
            default -> chosen % 2 == 0 ? random.nextBoolean() ? rename() : planBudget() : issueToken();
        };
    }

    private Action record() {
        YearMonth month = any(months);
        var line = new BankLine(null, month.atDay(random.nextInt(1, 29)), amount(), "By hand", null);
        Optional<ExpenseType> type =
                random.nextBoolean() ? Optional.empty() : Optional.of(any(List.of(ExpenseType.values())));
        var command =
                new RecordTransaction.Command(line, type, anyCategory(), null, random.nextInt(8) == 0, new TreeSet<>());
        made.rows().incrementAndGet();
        return new Action(
                "record", (door, home) -> new RecordTransaction(door, CLOCK).record(home, ANNA, inEuros(command)));
    }

    /**
     * One leg of a transfer over the end of a month: what leaves an account on the last day, or what arrives in another on the first of the
     * next month. The month that it left says what is to confirm once the other leg is there.
     */
    private Action recordLeg() {
        YearMonth month = any(months);
        BankLine line = random.nextBoolean()
                ? new BankLine("1234", month.atEndOfMonth(), new Money(-7_700), "To savings", null)
                : new BankLine("5678", month.atDay(1), new Money(7_700), "From current", null);
        var command = new RecordTransaction.Command(
                line, Optional.of(ExpenseType.VARIABLE), null, null, false, new TreeSet<>());
        made.rows().incrementAndGet();
        return new Action(
                "record a leg",
                (door, home) -> new RecordTransaction(door, CLOCK).record(home, ANNA, inEuros(command)));
    }

    private Action recordTogether() {
        var commands = Stream.of(any(months), any(months))
                .map(month -> new RecordTransaction.Command(
                        new BankLine(null, month.atDay(3), amount(), "Together", null),
                        Optional.empty(),
                        anyCategory(),
                        null,
                        false,
                        new TreeSet<>()))
                .toList();
        made.rows().addAndGet(commands.size());
        return new Action(
                "record together",
                (door, home) -> new RecordTransactions(door, CLOCK).record(home, ANNA, inEuros(commands)));
    }

    private Action change() {
        long id = latest(made.rows());
        LocalDate date = any(months).atDay(7);
        Money amount = amount();
        TransactionEdit edit = edit().date(date).amount(amount).build();
        return new Action(
                "change",
                (door, home) -> new ChangeTransaction(door, CLOCK)
                        .change(home, ANNA, id, Precondition.WHATEVER, inEuros(edit)));
    }

    private Action changeTogether() {
        var command = new ChangeTransactions.Command(TransactionFilter.of(any(months)), edit().build(), false);
        return new Action(
                "change together",
                (door, home) -> new ChangeTransactions(door, CLOCK).change(home, ANNA, inEuros(command)));
    }

    private Action remove() {
        long id = latest(made.rows());
        return new Action(
                "remove", (door, home) -> new RemoveTransaction(door).remove(home, ANNA, id, Precondition.WHATEVER));
    }

    private TransactionEdit.Builder edit() {
        return TransactionEdit.builder()
                .category(anyCategory())
                .type(random.nextBoolean() ? PatchField.not() : PatchField.to(any(List.of(ExpenseType.values()))))
                .excluded(random.nextInt(4) == 0 ? Optional.of(random.nextBoolean()) : Optional.empty());
    }

    /** Its last line pays a bill. */
    private Action importFile(UnitOfWork work, HouseholdId household) {
        var csv = new StringBuilder("date;label;amount;category\n");
        int lines = random.nextInt(1, 5);
        for (int line = 0; line < lines; line++) {
            csv.append(any(months).atDay(random.nextInt(1, 29)))
                    .append(";Line ")
                    .append(random.nextInt(1_000))
                    .append(";-")
                    .append(random.nextInt(1, 900))
                    .append(".50;")
                    .append(any(CATEGORIES))
                    .append('\n');
        }
        YearMonth month = any(months);
        lines += work.read(household, books -> books.plans().book(household)).fixed().stream()
                .flatMap(bill -> bill.terms().at(month).stream())
                .filter(terms -> !terms.amount().isZero())
                .findFirst()
                .map(terms -> csv.append(month.atDay(3))
                        .append(";Bill of ")
                        .append(random.nextInt(1_000))
                        .append(";-")
                        .append(terms.amount().inUnitsOf(Currency.getInstance("EUR")))
                        .append(";\n"))
                .map(line -> 1)
                .orElse(0);
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        made.imports().incrementAndGet();
        made.rows().addAndGet(lines);
        return new Action("import", (door, home) -> {
            var file = new BankFile("any.csv", () -> new ByteArrayInputStream(bytes));
            new ImportBankFile(new BankFileReaders(), door, CLOCK)
                    .importFile(home, ANNA, new ImportBankFile.Command(file, ReadOptions.NONE, Progress.NONE));
        });
    }

    private Action addRule() {
        RuleTerms terms = anyRule();
        return new Action("add a rule", (door, home) -> new AddRule(door).add(home, ANNA, inEuros(terms)));
    }

    /** Changes a rule, deletes one, or orders all. */
    private Action changeRules(UnitOfWork work, HouseholdId household) {
        List<Long> ids = work.read(
                household,
                books -> books.rules().all(household).stream()
                        .map(entry -> entry.rule().id())
                        .toList());
        if (ids.isEmpty()) {
            return addRule();
        }
        long id = any(ids);
        RuleTerms terms = anyRule();
        return switch (random.nextInt(3)) {
            case 0 ->
                new Action(
                        "change a rule",
                        (door, home) ->
                                new ReviseRule(door).revise(home, ANNA, id, Precondition.WHATEVER, inEuros(terms)));
            case 1 ->
                new Action(
                        "delete a rule",
                        (door, home) -> new RemoveRule(door).remove(home, ANNA, id, Precondition.WHATEVER));
            default ->
                new Action(
                        "order the rules",
                        (door, home) -> new OrderRules(door)
                                .order(home, ANNA, Precondition.WHATEVER, new OrderRules.RuleOrder(ids.reversed())));
        };
    }

    private Action applyRules() {
        var command = new ApplyRules.Command(
                random.nextBoolean() ? TransactionFilter.ALL : TransactionFilter.of(any(months)), false);
        return new Action(
                "apply the rules", (door, home) -> new ApplyRules(door, CLOCK).apply(home, ANNA, inEuros(command)));
    }

    private RuleTerms anyRule() {
        RuleConditions none = RuleConditions.NONE;
        var conditions = new RuleConditions(
                Optional.of(any(List.of("hand", "line", "together", "bill"))),
                none.equalTo(),
                none.beginsWith(),
                none.matches(),
                none.least(),
                none.most(),
                random.nextInt(3) == 0 ? Optional.of(random.nextBoolean()) : Optional.empty(),
                none.account(),
                none.bankCategory(),
                none.firstDay(),
                none.lastDay());
        RuleEffects nothing = RuleEffects.NONE;
        var effects = new RuleEffects(
                Optional.of(any(CATEGORIES)),
                nothing.subcategory(),
                random.nextBoolean() ? Optional.of(any(List.of(ExpenseType.values()))) : Optional.empty(),
                nothing.tags(),
                random.nextInt(4) == 0 ? Optional.of(random.nextBoolean()) : Optional.empty(),
                nothing.common(),
                nothing.split(),
                nothing.payer(),
                nothing.link(),
                nothing.source());
        return new RuleTerms("Rule " + random.nextInt(1_000), random.nextInt(5) > 0, conditions, effects);
    }

    private Action renameCategory() {
        var command = new RenameCategory.Command(
                CategoryName.of(any(CATEGORIES)),
                CategoryName.of(random.nextBoolean() ? any(CATEGORIES) : "Renamed " + random.nextInt(3)),
                false);
        return new Action(
                "rename a category",
                (door, home) -> new RenameCategory(door, CLOCK).rename(home, ANNA, inEuros(command)));
    }

    /** Of the latest changes: not each can be undone. */
    private Action undoRevision(UnitOfWork work, HouseholdId household) {
        long last = work.read(household, books -> books.revisions().current(household))
                .number();
        var command = new UndoRevision.Command(Math.max(1, last - random.nextInt(4)), false);
        return new Action("undo a change", (door, home) -> new UndoRevision(door, CLOCK).undo(home, ANNA, command));
    }

    private Action undo() {
        var command = new UndoImport.Command(latest(made.imports()), true);
        return new Action("undo", (door, home) -> new UndoImport(door).undo(home, ANNA, command));
    }

    private Action markBills(UnitOfWork work, HouseholdId household) {
        long id = latest(made.imports());
        TreeSet<Long> ids =
                work.read(
                        household,
                        books -> books.ledger().ofImport(household, id).stream()
                                .map(row -> row.id())
                                .max(Comparator.naturalOrder())
                                .stream()
                                .collect(Collectors.toCollection(TreeSet::new)));
        return new Action(
                "mark bills", (door, home) -> new MarkBills(door).mark(home, ANNA, new MarkBills.Command(id, ids)));
    }

    private Action map() {
        var mapping = new CategoryMapping(CATEGORIES.stream()
                .filter(category -> random.nextBoolean())
                .map(category -> new CategoryRule(category, any(List.of(ExpenseType.values()))))
                .toList());
        return new Action(
                "map", (door, home) -> new KeepMappings(door).keep(home, ANNA, Precondition.WHATEVER, mapping));
    }

    private Action adopt(YearMonth from) {
        var both = List.of(new MemberIncome(A, income()), new MemberIncome(B, income()));
        SplitKey key = switch (random.nextInt(3)) {
            case 0 -> new SplitKey.Equally();
            case 1 -> new SplitKey.ByNetIncome(Weights.equal(2));
            default -> new SplitKey.Agreed(Weights.of(1, random.nextInt(5)));
        };
        var command = new AdoptConfig.Command(Optional.of(from), both, key, true);
        return new Action(
                "adopt a config", (door, home) -> new AdoptConfig(door, CLOCK).adopt(home, ANNA, inEuros(command)));
    }

    /** Of a version that never held, or of one that did, which is refused. */
    private Action removeConfig(UnitOfWork work, HouseholdId household) {
        List<Plans.Version> versions =
                work.read(household, books -> books.plans().versions(household));
        long id = versions.isEmpty() ? 1 : any(versions).config().id();
        return new Action(
                "remove config " + id,
                (door, home) -> new RemoveConfig(door, CLOCK).remove(home, ANNA, id, Precondition.WHATEVER));
    }

    private Action planBill() {
        YearMonth from = any(months);
        Optional<YearMonth> until = random.nextBoolean() ? Optional.empty() : Optional.of(from.plusMonths(1));
        var command = new PlanFixedExpense.Command(
                "Bill", any(CATEGORIES), Optional.empty(), anyTerms(), Optional.of(from), until);
        made.bills().incrementAndGet();
        return new Action(
                "plan a bill", (door, home) -> new PlanFixedExpense(door, CLOCK).plan(home, ANNA, inEuros(command)));
    }

    private Action planProvision() {
        var command = new PlanProvision.Command(
                ProvisionCard.named("Something"),
                amount(),
                anyProvisionTerms(),
                Optional.of(any(months)),
                Optional.empty());
        made.provisions().incrementAndGet();
        return new Action(
                "plan a provision", (door, home) -> new PlanProvision(door, CLOCK).plan(home, ANNA, inEuros(command)));
    }

    /** Of a category that has one already, now and then: then it is refused. */
    private Action planBudget() {
        var command = new PlanBudget.Command(
                any(CATEGORIES),
                new BudgetTerms(new Money(random.nextInt(50_000)), new LineSplit.Equally()),
                Optional.of(any(months)),
                Optional.of(months.getLast()),
                false);
        return new Action(
                "plan a budget", (door, home) -> new PlanBudget(door, CLOCK).plan(home, ANNA, inEuros(command)));
    }

    private Action reviseBill() {
        long id = latest(made.bills());
        EffectiveFrom from = restating(any(months));
        boolean renamed = random.nextBoolean();
        String category = any(CATEGORIES);
        FixedTerms terms = anyTerms();
        return new Action("revise a bill", (door, home) -> {
            var before = new ShowFixedExpense(door).show(home, id).thing();
            new ReviseFixedExpense(door, CLOCK)
                    .revise(
                            home,
                            ANNA,
                            id,
                            Precondition.WHATEVER,
                            from,
                            inEuros(new ReviseFixedExpense.Command(
                                    before.label(),
                                    renamed ? category : before.category(),
                                    before.paidBy(),
                                    Optional.of(terms))));
        });
    }

    private Action endBill() {
        long id = latest(made.bills());
        EffectiveFrom from = restating(any(months));
        return new Action(
                "end a bill",
                (door, home) -> new EndFixedExpense(door, CLOCK).end(home, ANNA, id, Precondition.WHATEVER, from));
    }

    private Action reviseProvision() {
        long id = latest(made.provisions());
        EffectiveFrom from = restating(any(months));
        boolean everywhere = random.nextBoolean();
        Money opening = amount();
        String name = "Renamed " + random.nextInt(1_000);
        ProvisionTerms terms = anyProvisionTerms();
        return new Action("revise a provision", (door, home) -> {
            var before = new ShowProvision(door).show(home, id).thing();
            new ReviseProvision(door, CLOCK)
                    .revise(
                            home,
                            ANNA,
                            id,
                            Precondition.WHATEVER,
                            from,
                            inEuros(new ReviseProvision.Command(
                                    everywhere ? ProvisionCard.named(name) : before.card(),
                                    everywhere ? opening : before.opening(),
                                    Optional.of(terms))));
        });
    }

    private Action endProvision() {
        long id = latest(made.provisions());
        EffectiveFrom from = restating(any(months));
        return new Action(
                "end a provision",
                (door, home) -> new EndProvision(door, CLOCK).end(home, ANNA, id, Precondition.WHATEVER, from));
    }

    private Action moveProvision() {
        long id = latest(made.provisions());
        var movement = new Movement(any(months).atDay(random.nextInt(1, 29)), amount());
        return new Action(
                "move a provision",
                (door, home) -> new MoveProvision(door, CLOCK).move(home, ANNA, id, inEuros(movement)));
    }

    private Action rename() {
        String name = "Household " + random.nextInt(1_000);
        return new Action("rename the household", (door, home) -> {
            Household before = door.read(home, books -> books.households().get(home));
            new ReviseHousehold(door)
                    .revise(
                            home,
                            ANNA,
                            Precondition.WHATEVER,
                            new Household(name, before.currency(), before.zone(), before.members()),
                            Optional.empty());
        });
    }

    private Action issueToken() {
        return new Action(
                "issue a token",
                (door, home) -> new IssueToken(door, CLOCK, new SecureRandom())
                        .issue(home, ANNA, new IssueToken.Command("phone", Tokens.TokenScope.READ)));
    }

    private static EffectiveFrom restating(YearMonth month) {
        return new EffectiveFrom(Optional.of(month), true);
    }

    private FixedTerms anyTerms() {
        var amount = new Money(random.nextInt(100_000));
        Frequency usual = any(List.of(Frequency.values()));
        LineSplit split = split();
        YearMonth due = months.get(Math.toIntExact(amount.minor() % months.size()));
        return amount.minor() % 3 == 0
                ? new FixedTerms(amount, Frequency.valueOf("EVERY_4_MONTHS"), Optional.of(due), split)
                : new FixedTerms(amount, usual, split);
    }

    private ProvisionTerms anyProvisionTerms() {
        ProvisionBase base = switch (random.nextInt(4)) {
            case 0 -> new ProvisionBase.ShareOfAll(new Rate(random.nextInt(200_000)));
            case 1 -> new ProvisionBase.ShareOfOne(A, new Rate(random.nextInt(200_000)));
            case 2 -> new ProvisionBase.ToTarget(any(months), Optional.of(random.nextInt(1, 5)));
            default -> new ProvisionBase.FixedAmount(new Money(random.nextInt(50_000)));
        };
        var target = Optional.of(new Money(random.nextInt(1, 500_000)));
        boolean plain = random.nextInt(3) == 0;
        return plain
                ? new ProvisionTerms(base, split(), target)
                : new ProvisionTerms(base, split(), target, random.nextBoolean(), random.nextBoolean());
    }

    private Income income() {
        return Income.taxed(new Money(random.nextInt(500_000)), new Rate(random.nextInt(400_000)));
    }

    private LineSplit split() {
        return switch (random.nextInt(4)) {
            case 0 -> new LineSplit.Equally();
            case 1 -> new LineSplit.AllTo(B);
            case 2 -> new LineSplit.ByWeights(Map.of(A, 1L, B, (long) random.nextInt(4)));
            default -> new LineSplit.ByKey();
        };
    }

    private Money amount() {
        return new Money(random.nextLong(-100_000, 100_001));
    }

    private @Nullable String anyCategory() {
        return random.nextInt(5) == 0 ? null : any(CATEGORIES);
    }

    /** Returns the id of one of the latest, which may be gone by now. */
    private long latest(AtomicLong things) {
        long last = Math.max(1, things.get());
        return random.nextLong(Math.max(1, last - LATEST), last + 1);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
