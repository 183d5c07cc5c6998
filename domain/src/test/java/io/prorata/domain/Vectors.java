package io.prorata.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.income.Income;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.provision.SavingFacts;
import io.prorata.domain.settlement.Settlement;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import io.prorata.domain.time.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the golden vectors, which were computed apart from this project, as books of the domain. */
final class Vectors {

    /** Long before any month of the vectors: where they give no first month, a thing has always been there. */
    private static final YearMonth ALWAYS = YearMonth.of(2000, 1);

    private Vectors() {}

    /** Read once: whoever asks gets the same nodes, and changes none. */
    private static final Map<String, List<JsonNode>> FILES = new ConcurrentHashMap<>();

    static List<JsonNode> cases(String file) {
        return FILES.computeIfAbsent(file, Vectors::read);
    }

    private static List<JsonNode> read(String file) {
        try (InputStream json = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            return list(new ObjectMapper().readTree(json).get("cases"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static List<Long> longs(JsonNode array) {
        return list(array).stream().map(JsonNode::asLong).toList();
    }

    static List<Money> amounts(JsonNode array) {
        return longs(array).stream().map(Money::new).toList();
    }

    static YearMonth month(JsonNode text) {
        return YearMonth.parse(text.asText());
    }

    static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asText();
    }

    private static boolean has(JsonNode node, String name) {
        return node.hasNonNull(name);
    }

    /** The books of {@code months.json}: one config, things that hold from their first to their last month. */
    static PlanBook undated(JsonNode household) {
        List<MemberIncome> members = list(household.get("members")).stream()
                .map(member -> new MemberIncome(
                        new MemberKey(member.get("id").asText()),
                        Income.taxed(
                                new Money(member.get("gross").asLong()),
                                new Rate(member.get("tax_ppm").asInt()))))
                .toList();
        List<MemberKey> keys = members.stream().map(MemberIncome::member).toList();
        var config = new Config(1, ALWAYS, members, key(household.get("key"), members.size()));
        return new PlanBook(
                Timeline.from(ALWAYS, config),
                list(household.get("fixed")).stream()
                        .map(line -> fixed(line, "none", Timeline.from(first(line), fixedTerms(line, keys))))
                        .toList(),
                list(household.get("provisions")).stream()
                        .map(line -> new Provision(
                                line.get("id").asLong(),
                                ProvisionCard.named("P" + line.get("id").asLong()),
                                new Money(line.get("current").asLong()),
                                ending(line, Timeline.from(first(line), provisionTerms(line, keys))),
                                List.of()))
                        .toList());
    }

    /** The books of {@code dated-months.json}: everything changes over time. */
    static PlanBook dated(JsonNode household) {
        Timeline<Config> configs = Timeline.empty();
        for (JsonNode config : household.get("configs")) {
            List<MemberIncome> members = list(config.get("members")).stream()
                    .map(member ->
                            new MemberIncome(new MemberKey(member.get("key").asText()), income(member)))
                    .toList();
            YearMonth from = month(config.get("from"));
            configs = configs.with(
                    from,
                    new Config(configs.entries().size() + 1, from, members, key(config.get("key"), members.size())));
        }
        List<FixedExpense> fixed = new ArrayList<>();
        for (JsonNode line : household.get("fixed")) {
            Timeline<FixedTerms> terms = Timeline.empty();
            for (JsonNode dated : line.get("terms")) {
                terms = terms.with(month(dated.get("from")), fixedTerms(dated, List.of()));
            }
            fixed.add(fixed(line, line.get("category").asText(), terms));
        }
        List<Provision> provisions = new ArrayList<>();
        for (JsonNode line : household.get("provisions")) {
            Timeline<ProvisionTerms> terms = Timeline.empty();
            for (JsonNode dated : line.get("terms")) {
                terms = terms.with(month(dated.get("from")), provisionTerms(dated, List.of()));
            }
            List<Movement> movements = new ArrayList<>();
            if (line.has("movements")) {
                line.get("movements").forEach(moved -> movements.add(movement(moved)));
            } else {
                line.get("contributions").forEach(in -> movements.add(movement(in)));
                line.get("withdrawals")
                        .forEach(out -> movements.add(new Movement(
                                movement(out).date(), movement(out).amount().negated())));
            }
            provisions.add(new Provision(
                    line.get("id").asLong(),
                    ProvisionCard.named("P" + line.get("id").asLong()),
                    new Money(line.get("opening").asLong()),
                    ending(line, terms),
                    movements));
        }
        return new PlanBook(configs, fixed, provisions);
    }

    /** The books of {@code row-splits.json} and {@code settlement.json}: with budgets, a pot or none, and rows that name what they pay. */
    static PlanBook settled(JsonNode household) {
        PlanBook book = dated(household);
        List<Budget> budgets = new ArrayList<>();
        for (JsonNode line : household.get("budgets")) {
            Timeline<BudgetTerms> terms = Timeline.empty();
            for (JsonNode dated : line.get("terms")) {
                terms = terms.with(
                        month(dated.get("from")),
                        new BudgetTerms(new Money(dated.get("amount").asLong()), split(dated.get("split"), List.of())));
            }
            budgets.add(new Budget(budgets.size() + 1, line.get("category").asText(), ending(line, terms)));
        }
        Timeline<Boolean> pot = Timeline.from(ALWAYS, household.get("has_pot").asBoolean());
        List<Transaction> rows = transactions(household);
        return new PlanBook(
                book.configs(),
                book.fixed(),
                book.provisions().stream()
                        .map(provision -> provision.withRows(SavingFacts.ofRows(provision.id(), facts(rows))))
                        .toList(),
                new Accounts(List.of(), pot),
                budgets,
                Optional.empty());
    }

    static Map<YearMonth, MonthFacts> facts(List<Transaction> rows) {
        Map<YearMonth, MonthFacts> facts = new HashMap<>();
        rows.stream()
                .collect(Collectors.groupingBy(Transaction::month))
                .forEach((month, ofMonth) -> facts.put(month, MonthFacts.of(ofMonth)));
        return facts;
    }

    static List<Settlement> settlements(JsonNode household) {
        List<Settlement> settlements = new ArrayList<>();
        if (household.has("settlements")) {
            for (JsonNode line : household.get("settlements")) {
                settlements.add(new Settlement(
                        settlements.size() + 1,
                        LocalDate.parse(line.get("date").asText()),
                        has(line, "month") ? Optional.of(month(line.get("month"))) : Optional.empty(),
                        party(line.get("from").asText()),
                        party(line.get("to").asText()),
                        new Money(line.get("amount").asLong()),
                        null,
                        new TreeSet<>()));
            }
        }
        return settlements;
    }

    static Party party(String name) {
        return name.equals("pot") ? Party.POT : Party.of(new MemberKey(name));
    }

    private static Attribution attribution(JsonNode row, ExpenseType type) {
        if (!row.has("common")) {
            return Attribution.USUAL;
        }
        Optional<PlanLink> link = has(row, "bill")
                ? Optional.of(new PlanLink.Bill(row.get("bill").asLong()))
                : has(row, "provision")
                        ? Optional.of(
                                new PlanLink.Provision(row.get("provision").asLong()))
                        : Optional.empty();
        // In these files an income of the pot that names nobody is everybody's.
        MoneySource source = has(row, "member")
                ? new MoneySource.One(new MemberKey(row.get("member").asText()))
                : new MoneySource.Everybody();
        Attribution attribution = new Attribution(
                true,
                has(row, "split") ? Optional.of(split(row.get("split"), List.of())) : Optional.empty(),
                has(row, "payer") ? Optional.of(party(row.get("payer").asText())) : Optional.empty(),
                link,
                Optional.of(source));
        return attribution.withCommon(row.get("common").asBoolean()).of(type);
    }

    static List<Transaction> transactions(JsonNode household) {
        List<JsonNode> rows = list(household.get("transactions"));
        return IntStream.range(0, rows.size())
                .mapToObj(i -> transaction(i + 1, rows.get(i)))
                .toList();
    }

    private static Transaction transaction(int id, JsonNode row) {
        ExpenseType type = ExpenseType.valueOf(row.get("expense_type").asText());
        return new Transaction(
                id,
                new BankLine(
                        null,
                        LocalDate.parse(row.get("date").asText()),
                        new Money(row.get("amount").asLong()),
                        has(row, "label") ? row.get("label").asText() : "L" + id,
                        null),
                new Classification(
                        type,
                        text(row.get("category")),
                        text(row.get("subcategory")),
                        row.get("excluded").asBoolean()),
                attribution(row, type),
                Transaction.TypedBy.PERSON,
                Collections.unmodifiableSortedSet(new TreeSet<>()),
                null);
    }

    private static Movement movement(JsonNode movement) {
        return new Movement(
                LocalDate.parse(movement.get("date").asText()),
                new Money(movement.get("amount").asLong()));
    }

    private static Income income(JsonNode member) {
        return has(member, "net")
                ? Income.ofNet(new Money(member.get("net").asLong()))
                : Income.taxed(
                        new Money(member.get("gross").asLong()),
                        new Rate(member.get("tax_ppm").asInt()));
    }

    private static SplitKey key(JsonNode key, int members) {
        return switch (key.get("mode").asText()) {
            case "income" ->
                new SplitKey.ByNetIncome(
                        has(key, "fallback") ? new Weights(longs(key.get("fallback"))) : Weights.equal(members));
            case "equal" -> new SplitKey.Equally();
            case "weights" -> new SplitKey.Agreed(new Weights(longs(key.get("weights"))));
            default -> throw new IllegalArgumentException(key.toString());
        };
    }

    /** @param members in whose order positions and lists are given; empty where members are named by key */
    private static LineSplit split(JsonNode split, List<MemberKey> members) {
        return switch (split.get("mode").asText()) {
            case "key" -> new LineSplit.ByKey();
            case "equal" -> new LineSplit.Equally();
            case "member" -> new LineSplit.AllTo(member(split.get("member"), members));
            case "weights" -> new LineSplit.ByWeights(weights(split.get("weights"), members));
            default -> throw new IllegalArgumentException(split.toString());
        };
    }

    private static Map<MemberKey, Long> weights(JsonNode weights, List<MemberKey> members) {
        Map<MemberKey, Long> own = new TreeMap<>();
        if (weights.isArray()) {
            for (int m = 0; m < members.size(); m++) {
                own.put(members.get(m), weights.get(m).asLong());
            }
        } else {
            weights.properties()
                    .forEach(weight -> own.put(
                            new MemberKey(weight.getKey()), weight.getValue().asLong()));
        }
        return own;
    }

    private static MemberKey member(JsonNode member, List<MemberKey> members) {
        return member.isInt() ? members.get(member.asInt()) : new MemberKey(member.asText());
    }

    private static FixedTerms fixedTerms(JsonNode line, List<MemberKey> members) {
        return new FixedTerms(
                new Money(line.get("amount").asLong()),
                Frequency.valueOf(line.get("frequency").asText().toUpperCase(Locale.ROOT)),
                split(line.get("split"), members));
    }

    private static FixedExpense fixed(JsonNode line, String category, Timeline<FixedTerms> terms) {
        String own = has(line, "category") ? line.get("category").asText() : category;
        return new FixedExpense(line.get("id").asLong(), "F" + line.get("id").asLong(), own, own, ending(line, terms));
    }

    private static ProvisionTerms provisionTerms(JsonNode line, List<MemberKey> members) {
        ProvisionBase base = switch (line.get("base").asText()) {
            case "total" ->
                new ProvisionBase.ShareOfAll(new Rate(line.get("ppm").asInt()));
            case "member" ->
                new ProvisionBase.ShareOfOne(
                        member(line.get("member"), members),
                        new Rate(line.get("ppm").asInt()));
            case "fixed" ->
                new ProvisionBase.FixedAmount(new Money(line.get("fixed").asLong()));
            case "to_target" ->
                new ProvisionBase.ToTarget(
                        month(line.get("by")),
                        has(line, "every") ? Optional.of(line.get("every").asInt()) : Optional.empty());
            default -> throw new IllegalArgumentException(line.toString());
        };
        Optional<Money> target =
                has(line, "target") ? Optional.of(new Money(line.get("target").asLong())) : Optional.empty();
        var terms = new ProvisionTerms(base, split(line.get("split"), members), target);
        return new ProvisionTerms(
                base,
                terms.split(),
                target,
                has(line, "stop") && line.get("stop").asBoolean(),
                has(line, "accrues") ? line.get("accrues").asBoolean() : terms.accrues());
    }

    private static YearMonth first(JsonNode line) {
        return has(line, "from") ? month(line.get("from")) : ALWAYS;
    }

    /** Ends a line after its last month, and an inactive one as soon as it begins. */
    private static <T> Timeline<T> ending(JsonNode line, Timeline<T> terms) {
        if (line.has("active") && !line.get("active").asBoolean()) {
            return terms.endedFrom(terms.entries().get(0).from());
        }
        return has(line, "until") ? terms.endedFrom(month(line.get("until")).plusMonths(1)) : terms;
    }
}
