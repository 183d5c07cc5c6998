package io.prorata.application.freshness;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.inEuros;

import io.prorata.application.access.IssueToken;
import io.prorata.application.account.DescribeAccount;
import io.prorata.application.account.StatePot;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.budget.EndBudget;
import io.prorata.application.budget.PlanBudget;
import io.prorata.application.budget.ReviseBudget;
import io.prorata.application.category.RenameCategory;
import io.prorata.application.change.UndoRevision;
import io.prorata.application.household.ReviseHousehold;
import io.prorata.application.imports.ImportBankFile;
import io.prorata.application.imports.MarkBills;
import io.prorata.application.imports.UndoImport;
import io.prorata.application.ledger.ApplyMappings;
import io.prorata.application.ledger.ApplyRules;
import io.prorata.application.ledger.AttributionEdit;
import io.prorata.application.ledger.ChangeTransaction;
import io.prorata.application.ledger.ChangeTransactions;
import io.prorata.application.ledger.KeepMappings;
import io.prorata.application.ledger.RecordTransaction;
import io.prorata.application.ledger.RecordTransactions;
import io.prorata.application.ledger.RemoveTransaction;
import io.prorata.application.ledger.TransactionEdit;
import io.prorata.application.member.RenameMember;
import io.prorata.application.memory.PlainBankFiles;
import io.prorata.application.plan.AdoptConfig;
import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.plan.EndFixedExpense;
import io.prorata.application.plan.PlanFixedExpense;
import io.prorata.application.plan.RemoveConfig;
import io.prorata.application.plan.ReviseFixedExpense;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.Ledger.ImportedRow;
import io.prorata.application.port.Plans;
import io.prorata.application.port.Plans.Moved;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.provision.EndProvision;
import io.prorata.application.provision.MoveProvision;
import io.prorata.application.provision.PlanProvision;
import io.prorata.application.provision.ReviseProvision;
import io.prorata.application.provision.TakeBackMovement;
import io.prorata.application.request.PatchField;
import io.prorata.application.request.Precondition;
import io.prorata.application.rule.AddRule;
import io.prorata.application.rule.OrderRules;
import io.prorata.application.rule.RemoveRule;
import io.prorata.application.rule.ReviseRule;
import io.prorata.application.rule.RuleTerms;
import io.prorata.application.settlement.RecordSettlement;
import io.prorata.application.settlement.SettlementTerms;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.RefusedException;
import io.prorata.domain.account.AccountKind;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.income.Income;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.CategoryMapping;
import io.prorata.domain.mapping.CategoryName;
import io.prorata.domain.mapping.CategoryRule;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
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
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes a household at random, each time through one use case. */
final class AnyChange {

    static final List<YearMonth> MONTHS = List.of(
            YearMonth.of(2024, 1),
            YearMonth.of(2024, 2),
            YearMonth.of(2024, 3),
            YearMonth.of(2024, 4),
            YearMonth.of(2024, 5));

    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    /**
     * Kinds that show in few views, or seldom, are drawn more often: whether there is a pot shows in settling up alone, and a mapping changes
     * few rows.
     */
    private static final List<Kind> DRAWN = Stream.concat(
                    Stream.of(Kind.values()),
                    Stream.of(
                            Kind.POT_STATED,
                            Kind.POT_STATED,
                            Kind.MAPPED,
                            Kind.MAPPING_APPLIED,
                            Kind.RECORDED,
                            Kind.LEG_RECORDED,
                            Kind.LEG_RECORDED,
                            Kind.RULES_APPLIED,
                            Kind.BILLS_MARKED,
                            Kind.BILLS_MARKED,
                            Kind.LINKED,
                            Kind.LINKED))
            .toList();

    private static final List<String> CATEGORIES = List.of("Courses", "Loyer", "Salaire", "Épargne");

    private final UnitOfWork work;
    private final HouseholdId household;
    private final SplittableRandom random;
    private final @Nullable Kind often;
    private int imports;
    private int accounts;
    private int budgets;

    /** Before the change: months that have rows which name a provision. */
    private Set<YearMonth> linked = Set.of();

    /** Before the change: of each month, the months of settlements that name rows of it. */
    private Map<YearMonth, Set<YearMonth>> settled = Map.of();

    /** @param often a kind that is drawn more often than the others, if there is one */
    AnyChange(UnitOfWork work, HouseholdId household, SplittableRandom random, @Nullable Kind often) {
        this.work = work;
        this.household = household;
        this.random = random;
        this.often = often;
    }

    /**
     * What was changed, and the months whose views it may change, as the household would put it; the changes' own scopes are not
     * asked.
     */
    record Done(Kind kind, Predicate<YearMonth> months) {}

    /** What may happen. */
    enum Kind {
        RECORDED,
        RECORDED_TOGETHER,
        LEG_RECORDED,
        CHANGED,
        CHANGED_TOGETHER,
        LINKED,
        REMOVED,
        IMPORTED,
        UNDONE,
        BILLS_MARKED,
        MAPPED,
        RULES_APPLIED,
        MAPPING_APPLIED,
        RULE_ADDED,
        RULE_REVISED,
        RULES_ORDERED,
        RULE_REMOVED,
        CONFIG_ADOPTED,
        CONFIG_REMOVED,
        BILL_PLANNED,
        PROVISION_PLANNED,
        BILL_REVISED,
        BILL_ENDED,
        PROVISION_REVISED,
        PROVISION_ENDED,
        PROVISION_MOVED,
        MOVEMENT_TAKEN_BACK,
        HOUSEHOLD_REVISED,
        ACCOUNT_DESCRIBED,
        POT_STATED,
        BUDGET_PLANNED,
        BUDGET_REVISED,
        BUDGET_ENDED,
        SETTLED,
        CATEGORY_RENAMED,
        MEMBER_RENAMED,
        REVISION_UNDONE,
        TOKEN_ISSUED;

        /** Whether it touches rows of the ledger. */
        boolean isOfRows() {
            return compareTo(MAPPING_APPLIED) <= 0;
        }
    }

    /** Says who is there, from the first month on. */
    void begin() {
        adopt(MONTHS.getFirst());
    }

    Done make() {
        Kind kind = possible(often != null && random.nextInt(4) == 0 ? often : any(DRAWN));
        linked = linkedMonths();
        settled = settledMonths();
        Predicate<YearMonth> months = switch (kind) {
            case RECORDED -> record();
            case RECORDED_TOGETHER -> recordTogether();
            case LEG_RECORDED -> recordLeg();
            case CHANGED -> change();
            case CHANGED_TOGETHER -> changeTogether();
            case LINKED -> link();
            case REMOVED -> remove();
            case IMPORTED -> importFile();
            case UNDONE -> undo();
            case BILLS_MARKED -> markBills();
            case MAPPED -> map();
            case RULES_APPLIED -> applyRules();
            case MAPPING_APPLIED -> applyMapping();
            case RULE_ADDED -> addRule();
            case RULE_REVISED -> reviseRule();
            case RULES_ORDERED -> orderRules();
            case RULE_REMOVED -> removeRule();
            case CONFIG_ADOPTED -> adopt();
            case CONFIG_REMOVED -> removeConfig();
            case BILL_PLANNED -> planBill();
            case PROVISION_PLANNED -> planProvision();
            case BILL_REVISED -> reviseBill();
            case BILL_ENDED -> endBill();
            case PROVISION_REVISED -> reviseProvision();
            case PROVISION_ENDED -> endProvision();
            case PROVISION_MOVED -> moveProvision();
            case MOVEMENT_TAKEN_BACK -> takeBack();
            case HOUSEHOLD_REVISED -> revise();
            case ACCOUNT_DESCRIBED -> describeAccount();
            case POT_STATED -> statePot();
            case BUDGET_PLANNED -> planBudget();
            case BUDGET_REVISED -> reviseBudget();
            case BUDGET_ENDED -> endBudget();
            case SETTLED -> settle();
            case CATEGORY_RENAMED -> rename();
            case MEMBER_RENAMED -> renameMember();
            case REVISION_UNDONE -> undoRevision();
            case TOKEN_ISSUED -> issueToken();
        };
        return new Done(kind, kind.isOfRows() ? month -> reaches(months, month) : months);
    }

    /** Makes what is to be changed where there is nothing of it yet. */
    private Kind possible(Kind kind) {
        return switch (kind) {
            case UNDONE, BILLS_MARKED -> imports == 0 ? Kind.IMPORTED : kind;
            case RULE_REVISED, RULES_ORDERED, RULE_REMOVED -> rules().isEmpty() ? Kind.RULE_ADDED : kind;
            case BILL_REVISED, BILL_ENDED -> bills().isEmpty() ? Kind.BILL_PLANNED : kind;
            case BUDGET_REVISED, BUDGET_ENDED -> budgets().isEmpty() ? Kind.BUDGET_PLANNED : kind;
            case PROVISION_REVISED, PROVISION_ENDED, PROVISION_MOVED, MOVEMENT_TAKEN_BACK ->
                provisions().isEmpty() ? Kind.PROVISION_PLANNED : kind;
            default -> kind;
        };
    }

    /** A row that names a provision, before or after, moves what is in it from then on; one that a settlement names may move that. */
    private boolean reaches(Predicate<YearMonth> touched, YearMonth month) {
        Set<YearMonth> now = linkedMonths();
        return MONTHS.stream()
                .filter(touched)
                .anyMatch(of -> of.equals(month)
                        || (!month.isBefore(of)
                                && (linked.contains(of) || now.contains(of) || anyNow(now, touched, of)))
                        || settled.getOrDefault(of, Set.of()).contains(month));
    }

    /** A row that names a provision may have come from {@code of}. */
    private static boolean anyNow(Set<YearMonth> now, Predicate<YearMonth> touched, YearMonth of) {
        return now.stream().anyMatch(month -> touched.test(month) && !of.isAfter(month));
    }

    private Set<YearMonth> linkedMonths() {
        Set<YearMonth> months = new HashSet<>();
        rowsThatName().forEach(row -> months.add(row.month()));
        return months;
    }

    private List<Transaction> rowsThatName() {
        return allRows().stream()
                .filter(row -> row.attribution().provision().isPresent())
                .toList();
    }

    private Map<YearMonth, Set<YearMonth>> settledMonths() {
        Map<YearMonth, Set<YearMonth>> months = new HashMap<>();
        MONTHS.forEach(month -> months.put(
                month,
                work.read(household, books -> books.settlements().monthsNamingRowsOf(household, List.of(month)))));
        return months;
    }

    private Predicate<YearMonth> link() {
        return anyRow().map(row -> {
                    boolean outgoing = row.classification().type().isOutgoing();
                    List<Provision> provisions = provisions();
                    var edit = new AttributionEdit(
                            random.nextInt(3) == 0 && !(outgoing && !provisions.isEmpty())
                                    ? Optional.of(random.nextBoolean())
                                    : Optional.empty(),
                            random.nextBoolean() ? PatchField.not() : PatchField.to(new LineSplit.AllTo(member(0))),
                            random.nextBoolean() ? PatchField.not() : PatchField.to(Party.of(member(1))),
                            PatchField.not(),
                            outgoing && !provisions.isEmpty()
                                    ? PatchField.to(
                                            random.nextBoolean()
                                                    ? any(provisions).id()
                                                    : null)
                                    : PatchField.not(),
                            outgoing ? PatchField.not() : PatchField.to(new MoneySource.One(member(0))));
                    new ChangeTransaction(work, CLOCK)
                            .change(
                                    household,
                                    ANNA,
                                    row.id(),
                                    Precondition.WHATEVER,
                                    inEuros(TransactionEdit.builder()
                                            .attribution(edit)
                                            .build()));
                    return (Predicate<YearMonth>) row.month()::equals;
                })
                .orElseGet(this::record);
    }

    private Predicate<YearMonth> describeAccount() {
        accounts++;
        String name = "Account " + accounts;
        new DescribeAccount(work, CLOCK)
                .describe(
                        household,
                        ANNA,
                        inEuros(new DescribeAccount.Command(
                                name,
                                new TreeSet<>(List.of(accounts == 1 ? "1234" : name)),
                                AccountKind.CURRENT,
                                random.nextBoolean() ? Party.of(member(0)) : Party.POT,
                                Optional.of(any(MONTHS)),
                                Optional.empty(),
                                Optional.empty())));
        return month -> true;
    }

    private Predicate<YearMonth> statePot() {
        YearMonth from = any(MONTHS);
        new StatePot(work, CLOCK)
                .state(
                        household,
                        ANNA,
                        Precondition.WHATEVER,
                        new EffectiveFrom(Optional.of(from), true),
                        random.nextBoolean());
        return month -> !month.isBefore(from);
    }

    private Predicate<YearMonth> settle() {
        YearMonth of = any(MONTHS);
        boolean first = work.read(
                household, books -> books.plans().book(household).settleSince().isEmpty());
        SortedSet<Long> rows = new TreeSet<>();
        anyRow().ifPresent(row -> rows.add(row.id()));
        new RecordSettlement(work)
                .record(
                        household,
                        ANNA,
                        inEuros(new SettlementTerms(
                                any(MONTHS).atDay(5),
                                Optional.of(of),
                                Party.of(member(0)),
                                Party.of(member(1)),
                                new Money(random.nextLong(1, 9_000)),
                                null,
                                rows)));
        return month -> month.equals(of) || (first && !month.isBefore(of));
    }

    private Predicate<YearMonth> record() {
        YearMonth month = any(MONTHS);
        var line = new BankLine(null, month.atDay(random.nextInt(1, 29)), amount(), "By hand", null);
        Optional<ExpenseType> type =
                random.nextBoolean() ? Optional.empty() : Optional.of(any(List.of(ExpenseType.values())));
        var command =
                new RecordTransaction.Command(line, type, anyCategory(), null, random.nextInt(8) == 0, new TreeSet<>());
        new RecordTransaction(work, CLOCK).record(household, ANNA, inEuros(command));
        return month::equals;
    }

    private Predicate<YearMonth> recordTogether() {
        Set<YearMonth> months = new HashSet<>(List.of(any(MONTHS), any(MONTHS)));
        var commands = months.stream()
                .map(month -> new RecordTransaction.Command(
                        new BankLine(null, month.atDay(3), amount(), "Together", null),
                        Optional.empty(),
                        anyCategory(),
                        null,
                        false,
                        new TreeSet<>()))
                .toList();
        new RecordTransactions(work, CLOCK).record(household, ANNA, inEuros(commands));
        return months::contains;
    }

    /**
     * One leg of a transfer over the end of a month: what leaves an account on the last day, or what arrives in another on the first of the
     * next month. The month that it left says what is to confirm once the other leg is there.
     */
    private Predicate<YearMonth> recordLeg() {
        List<Transaction> left = legs("To savings");
        boolean arrives = !left.isEmpty() && random.nextInt(3) > 0;
        YearMonth month = arrives ? any(left).month().plusMonths(1) : any(MONTHS);
        BankLine line = arrives || random.nextBoolean()
                ? new BankLine("5678", month.atDay(1), new Money(7_700), "From current", null)
                : new BankLine("1234", month.atEndOfMonth(), new Money(-7_700), "To savings", null);
        new RecordTransaction(work, CLOCK)
                .record(
                        household,
                        ANNA,
                        inEuros(new RecordTransaction.Command(
                                line, Optional.of(ExpenseType.VARIABLE), null, null, false, new TreeSet<>())));
        return month::equals;
    }

    private Predicate<YearMonth> change() {
        return anyRow().map(row -> {
                    YearMonth to = any(MONTHS);
                    Money amount = amount();
                    new ChangeTransaction(work, CLOCK)
                            .change(
                                    household,
                                    ANNA,
                                    row.id(),
                                    Precondition.WHATEVER,
                                    inEuros(edit().date(to.atDay(7))
                                            .amount(amount)
                                            .build()));
                    return (Predicate<YearMonth>) month -> month.equals(row.month()) || month.equals(to);
                })
                .orElseGet(this::record);
    }

    private Predicate<YearMonth> changeTogether() {
        YearMonth of = any(MONTHS);
        new ChangeTransactions(work, CLOCK)
                .change(
                        household,
                        ANNA,
                        inEuros(new ChangeTransactions.Command(TransactionFilter.of(of), edit().build(), false)));
        return of::equals;
    }

    private Predicate<YearMonth> remove() {
        return anyRow().map(row -> {
                    new RemoveTransaction(work).remove(household, ANNA, row.id(), Precondition.WHATEVER);
                    return (Predicate<YearMonth>) row.month()::equals;
                })
                .orElseGet(this::record);
    }

    private Optional<Transaction> anyRow() {
        List<Transaction> rows = allRows();
        return rows.isEmpty() ? Optional.empty() : Optional.of(any(rows));
    }

    private List<Transaction> allRows() {
        return work
                .read(
                        household,
                        books -> books.ledger()
                                .list(
                                        household,
                                        TransactionFilter.ALL,
                                        TransactionOrder.LATEST_FIRST,
                                        Optional.empty(),
                                        100,
                                        0))
                .stream()
                .map(Ledger.Entry::transaction)
                .toList();
    }

    private TransactionEdit.Builder edit() {
        return TransactionEdit.builder()
                .category(anyCategory())
                .type(random.nextBoolean() ? PatchField.not() : PatchField.to(any(List.of(ExpenseType.values()))))
                .excluded(random.nextInt(4) == 0 ? Optional.of(random.nextBoolean()) : Optional.empty());
    }

    private Predicate<YearMonth> importFile() {
        Set<YearMonth> months = new HashSet<>();
        var csv = new StringBuilder("date;label;amount;category\n");
        for (int line = random.nextInt(1, 5); line > 0; line--) {
            YearMonth month = any(MONTHS);
            months.add(month);
            csv.append(month.atDay(random.nextInt(1, 29)))
                    .append(";Line ")
                    .append(random.nextInt(1_000))
                    .append(";-")
                    .append(random.nextInt(1, 900))
                    .append(".50;")
                    .append(any(CATEGORIES))
                    .append('\n');
        }
        bills().forEach(bill -> {
            YearMonth month = any(MONTHS);
            bill.terms().at(month).filter(terms -> !terms.amount().isZero()).ifPresent(terms -> {
                months.add(month);
                csv.append(month.atDay(random.nextInt(1, 29)))
                        .append(";Bill of ")
                        .append(random.nextInt(1_000))
                        .append(";-")
                        .append(terms.amount().inUnitsOf(Currency.getInstance("EUR")))
                        .append(";\n");
            });
        });
        byte[] bytes = csv.toString().getBytes(StandardCharsets.UTF_8);
        var file = new BankFile("any.csv", () -> new ByteArrayInputStream(bytes));
        new ImportBankFile(new PlainBankFiles(), work, CLOCK)
                .importFile(household, ANNA, new ImportBankFile.Command(file, ReadOptions.NONE, Progress.NONE));
        imports++;
        return months::contains;
    }

    private Predicate<YearMonth> undo() {
        long id = random.nextInt(1, imports + 1);
        boolean undone = work.read(
                household,
                books -> books.imports()
                        .find(household, id)
                        .orElseThrow()
                        .undoneAt()
                        .isPresent());
        if (undone) {
            return importFile();
        }
        Set<YearMonth> months = monthsOf(rows(id));
        new UndoImport(work).undo(household, ANNA, new UndoImport.Command(id, true));
        return months::contains;
    }

    private Predicate<YearMonth> markBills() {
        for (long id = imports; id > 0; id--) {
            for (ImportedRow row : rows(id).reversed()) {
                boolean fresh = row.classification().type() != ExpenseType.FIXED;
                try {
                    new MarkBills(work)
                            .mark(household, ANNA, new MarkBills.Command(id, new TreeSet<>(Set.of(row.id()))));
                    if (fresh) {
                        return row.month()::equals;
                    }
                } catch (RefusedException _) {
                    // Only rows that agree with a bill are marked.
                }
            }
        }
        return record();
    }

    private Predicate<YearMonth> map() {
        var rules = CATEGORIES.stream()
                .filter(category -> random.nextBoolean())
                .map(category -> new CategoryRule(category, any(List.of(ExpenseType.values()))))
                .toList();
        new KeepMappings(work).keep(household, ANNA, Precondition.WHATEVER, new CategoryMapping(rules));
        return month -> false;
    }

    private Predicate<YearMonth> applyMapping() {
        new ApplyMappings(work).apply(household, ANNA);
        return month -> true;
    }

    private List<Transaction> legs(String label) {
        return allRows().stream()
                .filter(row -> row.line().label().equals(label))
                .filter(row -> !row.month().equals(MONTHS.getLast()))
                .toList();
    }

    /** It reaches whatever rows match, in any month: those of a new rule too, which has sorted no row when it came. */
    private Predicate<YearMonth> applyRules() {
        addRule();
        new ApplyRules(work, CLOCK)
                .apply(household, ANNA, inEuros(new ApplyRules.Command(TransactionFilter.ALL, false)));
        return month -> true;
    }

    /** A rule by itself changes no row that is there. */
    private Predicate<YearMonth> addRule() {
        new AddRule(work).add(household, ANNA, inEuros(anyRule()));
        return month -> false;
    }

    private Predicate<YearMonth> reviseRule() {
        new ReviseRule(work).revise(household, ANNA, any(rules()), Precondition.WHATEVER, inEuros(anyRule()));
        return month -> false;
    }

    private Predicate<YearMonth> orderRules() {
        List<Long> ids = new ArrayList<>(rules());
        Collections.rotate(ids, 1);
        new OrderRules(work).order(household, ANNA, Precondition.WHATEVER, new OrderRules.RuleOrder(ids));
        return month -> false;
    }

    private Predicate<YearMonth> removeRule() {
        new RemoveRule(work).remove(household, ANNA, any(rules()), Precondition.WHATEVER);
        return month -> false;
    }

    private List<Long> rules() {
        return work.read(
                household,
                books -> books.rules().all(household).stream()
                        .map(entry -> entry.rule().id())
                        .toList());
    }

    /** It names no part of the plan: {@link #link} does. */
    private RuleTerms anyRule() {
        RuleConditions none = RuleConditions.NONE;
        var conditions = new RuleConditions(
                Optional.of(any(List.of("hand", "line", "row", "e"))),
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
                random.nextInt(3) == 0 ? Optional.of(new LineSplit.AllTo(member(1))) : Optional.empty(),
                nothing.payer(),
                nothing.link(),
                nothing.source());
        return new RuleTerms("Rule " + random.nextInt(1_000), random.nextInt(5) > 0, conditions, effects);
    }

    private Predicate<YearMonth> adopt() {
        return adopt(any(MONTHS));
    }

    private Predicate<YearMonth> adopt(YearMonth from) {
        var both = List.of(new MemberIncome(member(0), income()), new MemberIncome(member(1), income()));
        SplitKey key = switch (random.nextInt(3)) {
            case 0 -> new SplitKey.Equally();
            case 1 -> new SplitKey.ByNetIncome(Weights.equal(2));
            default -> new SplitKey.Agreed(Weights.of(1, random.nextInt(5)));
        };
        new AdoptConfig(work, CLOCK)
                .adopt(household, ANNA, inEuros(new AdoptConfig.Command(Optional.of(from), both, key, true)));
        return month -> !month.isBefore(from);
    }

    private Predicate<YearMonth> removeConfig() {
        List<Config> neverHeld = work.read(
                household,
                books -> books.plans().versions(household).stream()
                        .filter(version -> version.supersededBy().isPresent()
                                || version.config().from().isAfter(YearMonth.now(CLOCK)))
                        .map(Plans.Version::config)
                        .toList());
        if (neverHeld.isEmpty()) {
            return adopt();
        }
        Config config = any(neverHeld);
        new RemoveConfig(work, CLOCK).remove(household, ANNA, config.id(), Precondition.WHATEVER);
        return month -> !month.isBefore(config.from());
    }

    private Predicate<YearMonth> planBill() {
        YearMonth from = any(MONTHS);
        Optional<YearMonth> until = random.nextBoolean() ? Optional.empty() : Optional.of(from.plusMonths(1));
        FixedTerms terms = anyTerms();
        String category = any(CATEGORIES);
        new PlanFixedExpense(work, CLOCK)
                .plan(
                        household,
                        ANNA,
                        inEuros(new PlanFixedExpense.Command(
                                "Bill", category, Optional.empty(), terms, Optional.of(from), until)));
        return month -> !month.isBefore(from);
    }

    /** Of a category that no other budget has. */
    private Predicate<YearMonth> planBudget() {
        YearMonth from = any(MONTHS);
        budgets++;
        new PlanBudget(work, CLOCK)
                .plan(
                        household,
                        ANNA,
                        inEuros(new PlanBudget.Command(
                                "Category " + budgets,
                                new BudgetTerms(new Money(random.nextInt(100_000)), split()),
                                Optional.of(from),
                                Optional.empty(),
                                false)));
        return month -> !month.isBefore(from);
    }

    private Predicate<YearMonth> reviseBudget() {
        YearMonth from = any(MONTHS);
        boolean renamed = random.nextBoolean();
        budgets++;
        Budget before = any(budgets());
        new ReviseBudget(work, CLOCK)
                .revise(
                        household,
                        ANNA,
                        before.id(),
                        Precondition.WHATEVER,
                        restating(from),
                        inEuros(new ReviseBudget.Command(
                                renamed ? "Category " + budgets : before.category(),
                                Optional.of(new BudgetTerms(new Money(random.nextInt(100_000)), split())),
                                PatchField.not())));
        return month -> (renamed && !month.isBefore(before.firstMonth())) || !month.isBefore(from);
    }

    private Predicate<YearMonth> endBudget() {
        YearMonth from = any(MONTHS);
        new EndBudget(work, CLOCK).end(household, ANNA, any(budgets()).id(), Precondition.WHATEVER, restating(from));
        return month -> !month.isBefore(from);
    }

    private List<Budget> budgets() {
        return work.read(household, books -> books.plans().book(household).budgets());
    }

    private Predicate<YearMonth> planProvision() {
        YearMonth from = any(MONTHS);
        var command = new PlanProvision.Command(
                ProvisionCard.named("Something"), amount(), anyProvisionTerms(), Optional.of(from), Optional.empty());
        new PlanProvision(work, CLOCK).plan(household, ANNA, inEuros(command));
        return month -> !month.isBefore(from);
    }

    private Predicate<YearMonth> reviseBill() {
        YearMonth from = any(MONTHS);
        boolean renamed = random.nextBoolean();
        String category = any(CATEGORIES);
        FixedTerms terms = anyTerms();
        FixedExpense before = any(bills());
        new ReviseFixedExpense(work, CLOCK)
                .revise(
                        household,
                        ANNA,
                        before.id(),
                        Precondition.WHATEVER,
                        restating(from),
                        inEuros(new ReviseFixedExpense.Command(
                                before.label(),
                                renamed ? category : before.category(),
                                before.paidBy(),
                                Optional.of(terms))));
        return month -> renamed || !month.isBefore(from);
    }

    private Predicate<YearMonth> endBill() {
        YearMonth from = any(MONTHS);
        new EndFixedExpense(work, CLOCK)
                .end(household, ANNA, any(bills()).id(), Precondition.WHATEVER, restating(from));
        return month -> !month.isBefore(from);
    }

    private Predicate<YearMonth> reviseProvision() {
        YearMonth from = any(MONTHS);
        boolean everywhere = random.nextBoolean();
        Money opening = amount();
        String name = "Renamed " + random.nextInt(1_000);
        ProvisionTerms terms = anyProvisionTerms();
        Provision before = any(provisions());
        new ReviseProvision(work, CLOCK)
                .revise(
                        household,
                        ANNA,
                        before.id(),
                        Precondition.WHATEVER,
                        restating(from),
                        inEuros(new ReviseProvision.Command(
                                everywhere ? ProvisionCard.named(name) : before.card(),
                                everywhere ? opening : before.opening(),
                                Optional.of(terms))));
        return month -> everywhere || !month.isBefore(from);
    }

    private Predicate<YearMonth> endProvision() {
        YearMonth from = any(MONTHS);
        new EndProvision(work, CLOCK)
                .end(household, ANNA, any(provisions()).id(), Precondition.WHATEVER, restating(from));
        return month -> !month.isBefore(from);
    }

    private Predicate<YearMonth> moveProvision() {
        YearMonth from = any(MONTHS);
        var movement = new Movement(from.atDay(random.nextInt(1, 29)), amount());
        new MoveProvision(work, CLOCK).move(household, ANNA, any(provisions()).id(), inEuros(movement));
        return month -> !month.isBefore(from);
    }

    private Predicate<YearMonth> takeBack() {
        long provision = any(provisions()).id();
        List<Moved> movements = work.read(household, books -> books.plans().movements(household, provision));
        if (movements.isEmpty()) {
            return moveProvision();
        }
        Moved moved = any(movements);
        Movement movement = moved.movement();
        new TakeBackMovement(work)
                .takeBack(household, ANNA, provision, movement.way(), moved.id(), Precondition.WHATEVER);
        return month -> !month.isBefore(YearMonth.from(movement.date()));
    }

    private Predicate<YearMonth> revise() {
        String name = "Household " + random.nextInt(1_000);
        Household before = work.read(household, books -> books.households().get(household));
        new ReviseHousehold(work)
                .revise(
                        household,
                        ANNA,
                        Precondition.WHATEVER,
                        new Household(name, before.currency(), before.zone(), before.members()),
                        Optional.empty());
        return month -> true;
    }

    /** Names are in every month. */
    private Predicate<YearMonth> rename() {
        String to = random.nextBoolean() ? any(CATEGORIES) : "Renamed " + random.nextInt(3);
        try {
            new RenameCategory(work, CLOCK)
                    .rename(
                            household,
                            ANNA,
                            inEuros(new RenameCategory.Command(
                                    CategoryName.of(any(CATEGORIES)), CategoryName.of(to), false)));
        } catch (RefusedException _) {
            // Nothing has the name, or it leads back.
            return record();
        }
        return month -> true;
    }

    /** Keys are in every month. */
    private Predicate<YearMonth> renameMember() {
        MemberKey from = member(random.nextInt(2));
        MemberKey to = new MemberKey(from.text().charAt(0) + "-" + random.nextInt(1_000));
        if (from.equals(to)) {
            return record();
        }
        new RenameMember(work).rename(household, ANNA, new RenameMember.Command(from, to, false));
        return month -> true;
    }

    /** Returns the key of the first or of the second member: it may have been renamed. */
    private MemberKey member(int place) {
        return work.read(household, books -> books.households().get(household))
                .members()
                .get(place)
                .key();
    }

    private Predicate<YearMonth> undoRevision() {
        long last = work.read(household, books -> books.revisions().current(household))
                .number();
        for (long revision = last; revision > 0; revision--) {
            try {
                new UndoRevision(work, CLOCK).undo(household, ANNA, new UndoRevision.Command(revision, false));
                return month -> true;
            } catch (RefusedException _) {
                // It is of another kind, or something was changed since.
            }
        }
        return record();
    }

    private Predicate<YearMonth> issueToken() {
        new IssueToken(work, CLOCK, new SecureRandom())
                .issue(household, ANNA, new IssueToken.Command("phone", Tokens.TokenScope.READ));
        return month -> false;
    }

    private List<FixedExpense> bills() {
        return work.read(household, books -> books.plans().book(household).fixed());
    }

    private List<Provision> provisions() {
        return work.read(household, books -> books.plans().book(household).provisions());
    }

    private static EffectiveFrom restating(YearMonth month) {
        return new EffectiveFrom(Optional.of(month), true);
    }

    private FixedTerms anyTerms() {
        var amount = new Money(random.nextInt(100_000));
        Frequency usual = any(List.of(Frequency.values()));
        LineSplit split = split();
        YearMonth due = MONTHS.get(Math.toIntExact(amount.minor() % MONTHS.size()));
        return amount.minor() % 3 == 0
                ? new FixedTerms(amount, Frequency.valueOf("EVERY_4_MONTHS"), Optional.of(due), split)
                : new FixedTerms(amount, usual, split);
    }

    private ProvisionTerms anyProvisionTerms() {
        ProvisionBase base = switch (random.nextInt(4)) {
            case 0 -> new ProvisionBase.ShareOfAll(new Rate(random.nextInt(200_000)));
            case 1 -> new ProvisionBase.ShareOfOne(member(0), new Rate(random.nextInt(200_000)));
            case 2 -> new ProvisionBase.ToTarget(any(MONTHS), Optional.of(random.nextInt(1, 5)));
            default -> new ProvisionBase.FixedAmount(new Money(random.nextInt(50_000)));
        };
        var target = Optional.of(new Money(random.nextInt(1, 500_000)));
        boolean plain = random.nextInt(3) == 0;
        return plain
                ? new ProvisionTerms(base, split(), target)
                : new ProvisionTerms(base, split(), target, random.nextBoolean(), random.nextBoolean());
    }

    private List<ImportedRow> rows(long importId) {
        return work.read(household, books -> books.ledger().ofImport(household, importId));
    }

    private static Set<YearMonth> monthsOf(List<ImportedRow> rows) {
        return rows.stream().map(ImportedRow::month).collect(Collectors.toSet());
    }

    private Income income() {
        return Income.taxed(new Money(random.nextInt(500_000)), new Rate(random.nextInt(400_000)));
    }

    private LineSplit split() {
        return switch (random.nextInt(4)) {
            case 0 -> new LineSplit.Equally();
            case 1 -> new LineSplit.AllTo(member(1));
            case 2 -> new LineSplit.ByWeights(Map.of(member(0), 1L, member(1), (long) random.nextInt(4)));
            default -> new LineSplit.ByKey();
        };
    }

    private Money amount() {
        return new Money(random.nextLong(-100_000, 100_001));
    }

    private @Nullable String anyCategory() {
        return random.nextInt(5) == 0 ? null : any(CATEGORIES);
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
