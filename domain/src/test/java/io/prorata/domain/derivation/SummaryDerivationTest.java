package io.prorata.domain.derivation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.account.Account;
import io.prorata.domain.account.AccountKind;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.income.Income;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.Comparison;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.provision.SavingFacts;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.Shares;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.testkit.Any;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every figure of a month has a derivation that comes to it, and leads to what somebody stated and to rows. */
class SummaryDerivationTest {

    static final int SEEDS = Integer.getInteger("prorata.examples", 400);

    /** A household over some months, and the month that is looked at. */
    record Example(PlanBook book, Map<YearMonth, List<Transaction>> rows, YearMonth month) {

        static Example of(long seed) {
            var random = new SplittableRandom(seed);
            PlanBook drawn = Any.book(random);
            YearMonth month = Any.month(random);
            List<MemberKey> members = drawn.at(month).members();
            Accounts accounts = members.isEmpty()
                    ? Accounts.NONE
                    : new Accounts(
                            List.of(new Account(
                                    1,
                                    "own",
                                    new TreeSet<>(List.of("own")),
                                    AccountKind.CURRENT,
                                    Timeline.from(Any.FIRST, Party.of(members.get(0))),
                                    Optional.empty(),
                                    Optional.empty())),
                            Timeline.empty());
            Map<YearMonth, List<Transaction>> rows = new TreeMap<>();
            for (int back = 0; back < 3; back++) {
                YearMonth at = month.minusMonths(back);
                List<Transaction> some = new ArrayList<>();
                for (long id = 1; id <= random.nextInt(30); id++) {
                    some.add(row(random, drawn, members, Any.transaction(random, id, at)));
                }
                rows.put(at, some);
            }
            Map<YearMonth, MonthFacts> facts = rows.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> MonthFacts.of(entry.getValue())));
            List<Provision> provisions = drawn.provisions().stream()
                    .map(provision -> provision.withRows(SavingFacts.ofRows(provision.id(), facts)))
                    .toList();
            var book = new PlanBook(drawn.configs(), drawn.fixed(), provisions, accounts, List.of(), Optional.empty());
            return new Example(book, rows, month);
        }

        MonthSummary summary() {
            return MonthSummary.of(book.at(month), MonthFacts.of(rows.getOrDefault(month, List.of())));
        }

        /** A row of any attribution that its type can have. */
        private static Transaction row(
                SplittableRandom random, PlanBook book, List<MemberKey> members, Transaction row) {
            Optional<LineSplit> split = random.nextInt(3) > 0 || members.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            random.nextBoolean()
                                    ? new LineSplit.Equally()
                                    : new LineSplit.AllTo(Any.oneOf(random, members)));
            Optional<PlanLink> link = Optional.empty();
            if (random.nextInt(3) == 0 && !book.provisions().isEmpty()) {
                link = Optional.of(new PlanLink.Provision(
                        Any.oneOf(random, book.provisions()).id()));
            } else if (random.nextInt(3) == 0 && !book.fixed().isEmpty()) {
                link = Optional.of(
                        new PlanLink.Bill(Any.oneOf(random, book.fixed()).id()));
            }
            Optional<MoneySource> source = random.nextInt(3) > 0 || members.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            random.nextInt(4) == 0
                                    ? new MoneySource.Everybody()
                                    : new MoneySource.One(Any.oneOf(random, members)));
            Optional<Party> payer = random.nextInt(4) > 0 || members.isEmpty()
                    ? Optional.empty()
                    : Optional.of(Party.of(Any.oneOf(random, members)));
            Classification classification = row.classification();
            var attribution = new Attribution(true, split, payer, link, source).of(classification.type());
            if (random.nextInt(6) == 0) {
                attribution = attribution.withCommon(false);
            }
            BankLine line = row.line();
            return new Transaction(
                            row.id(),
                            new BankLine(
                                    random.nextBoolean() ? "own" : null,
                                    line.date(),
                                    line.amount(),
                                    line.label(),
                                    null),
                            classification,
                            row.typedBy(),
                            row.tags())
                    .with(attribution);
        }
    }

    @Test
    void everyFigureHasADerivationThatComesToIt() {
        int figures = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            Example example = Example.of(seed);
            MonthSummary summary = example.summary();
            Map<String, Long> actual = new TreeMap<>();
            SummaryDerivation.of(example.book(), summary).forEach((pointer, step) -> actual.put(pointer, step.value()));
            assertEquals(shown(example.book(), summary), actual, "seed " + seed + " in " + example.month());
            figures += actual.size();
        }
        assertTrue(figures > 50 * SEEDS, "figures: " + figures);
    }

    /** The figures as the summary of a month shows them. */
    private static Map<String, Long> shown(PlanBook book, MonthSummary summary) {
        MonthPlan plan = summary.plan();
        var figures = new Figures(plan);
        figures.put("/summary/total_expenses", summary.totalExpenses());
        figures.put("/summary/total_provisions", plan.totalProvisions());
        figures.put("/summary/total_fixed", plan.totalFixed());
        figures.put("/summary/total_variable", summary.totalVariable());
        figures.putShares("/summary/member_totals", summary.memberTotals());
        figures.put("/summary/net_income", plan.totalNet());
        figures.put("/summary/net_available", summary.netAvailable());
        Map<MemberKey, Money> received = summary.received(book.accounts());
        List<MemberIncome> members =
                plan.config().map(config -> config.members()).orElse(List.of());
        for (int m = 0; m < members.size(); m++) {
            String at = "/incomes/members/" + m;
            figures.put(at + "/gross", members.get(m).income().gross());
            figures.put(at + "/tax", members.get(m).income().tax());
            figures.put(at + "/net", members.get(m).income().net());
            figures.put(at + "/received", received.getOrDefault(members.get(m).member(), Money.ZERO));
        }
        figures.put(
                "/incomes/gross",
                Money.sum(
                        members.stream().map(member -> member.income().gross()).toList()));
        figures.put(
                "/incomes/tax",
                Money.sum(members.stream().map(member -> member.income().tax()).toList()));
        figures.put("/incomes/net", plan.totalNet());
        Money all = summary.income().actual();
        figures.put("/incomes/received", all);
        figures.put("/incomes/received_by_all", all.minus(Money.sum(List.copyOf(received.values()))));
        figures.put("/plan_and_actual/fixed", summary.fixed());
        figures.put("/plan_and_actual/provisions", summary.provisions());
        figures.put("/plan_and_actual/income", summary.income());
        for (int i = 0; i < plan.shownProvisions().size(); i++) {
            figures.put("/provisions/" + i, plan.shownProvisions().get(i));
        }
        for (int i = 0; i < plan.fixed().size(); i++) {
            String at = "/fixed_expenses/" + i;
            figures.put(at + "/amount", plan.fixed().get(i).terms().amount());
            figures.put(at + "/monthly_amount", plan.fixed().get(i).monthly());
            figures.putShares(at + "/shares", plan.fixed().get(i).shares());
            Money paid = summary.toldByBill().get(plan.fixed().get(i).expense().id());
            if (paid != null) {
                figures.put(at + "/actual_amount", paid);
            }
        }
        for (int i = 0; i < summary.variable().size(); i++) {
            var line = summary.variable().get(i);
            String at = "/categories/" + i;
            figures.put(at + "/total_amount", line.total());
            figures.putShares(at + "/shares", line.shares());
            for (int p = 0; line.parts().size() > 1 && p < line.parts().size(); p++) {
                figures.put(
                        at + "/parts/" + p + "/total_amount",
                        line.parts().get(p).statistics().sum());
                figures.putShares(
                        at + "/parts/" + p + "/shares", line.parts().get(p).shares());
            }
        }
        figures.put(
                "/from_provisions/total_amount", summary.paidFromProvisions().sum());
        var out = summary.facts().fromProvisions();
        for (int i = 0; i < out.size(); i++) {
            figures.put(
                    "/from_provisions/categories/" + i + "/total_amount",
                    out.get(i).statistics().sum());
        }
        figures.put(
                "/unplanned/fixed/total_amount", summary.unplannedRows().fixed().sum());
        figures.put(
                "/unplanned/provisions/total_amount",
                summary.unplannedRows().provisions().sum());
        return figures.all;
    }

    private record Figures(MonthPlan plan, Map<String, Long> all) {

        Figures(MonthPlan plan) {
            this(plan, new TreeMap<>());
        }

        void put(String pointer, Money amount) {
            all.put(pointer, amount.minor());
        }

        void putShares(String pointer, Shares shares) {
            plan.byMember(shares).forEach((member, share) -> put(pointer + "/" + member, share));
        }

        void put(String pointer, Comparison both) {
            put(pointer + "/planned", both.planned());
            put(pointer + "/actual", both.actual());
            put(pointer + "/variance", both.variance());
        }

        void put(String pointer, ProvisionLine line) {
            SavingFacts rows = line.provision().rows().getOrDefault(plan.month(), SavingFacts.NONE);
            put(pointer + "/monthly_amount", line.monthly());
            putShares(pointer + "/shares", line.shares());
            line.target().ifPresent(target -> put(pointer + "/target", target));
            put(pointer + "/balance", line.balance());
            put(pointer + "/actual_amount", rows.putIn().minus(rows.broughtBack()));
            put(pointer + "/paid_out_amount", rows.paidOut().minus(rows.refunded()));
            line.progress()
                    .ifPresent(progress -> all.put(pointer + "/progress_percentage", (long) progress.permille()));
        }
    }

    /** A figure of an earlier month is the one that the pointer leads to there; rows are those of the month; leaves have nothing below them. */
    @Test
    void leavesLeadToWhatTheyAre() {
        Map<Class<?>, Integer> kinds = new HashMap<>();
        for (long seed = 0; seed < SEEDS / 4; seed++) {
            Example example = Example.of(seed);
            for (Step step :
                    SummaryDerivation.of(example.book(), example.summary()).values()) {
                look(step, example, kinds, "seed " + seed);
            }
        }
        for (Class<?> kind : List.of(
                Step.Figure.class,
                Step.Rows.class,
                Step.Stated.class,
                Step.StatedByRows.class,
                Step.Net.class,
                Step.ShareOf.class,
                Step.MonthlyPart.class,
                Step.Percent.class,
                Step.Allocate.class)) {
            assertTrue(kinds.getOrDefault(kind, 0) > 0, kind + " in none of the examples: " + kinds);
        }
    }

    private static void look(Step step, Example example, Map<Class<?>, Integer> kinds, String seed) {
        kinds.merge(step.getClass(), 1, Integer::sum);
        if (step instanceof Step.Figure figure) {
            assertEquals(example.month().minusMonths(1), figure.month(), seed);
            var before = new Example(example.book(), example.rows(), figure.month());
            Step there = SummaryDerivation.of(before.book(), before.summary()).get(figure.pointer());
            assertTrue(there != null && there.value() == figure.value(), seed + ": " + figure);
        }
        if (step instanceof Step.Rows rows && rows.count().isPresent()) {
            List<Transaction> counted = Objects.requireNonNull(
                            example.rows().get(rows.selection().month()))
                    .stream()
                    .filter(row -> !row.classification().excluded())
                    .filter(row -> rows.selection().has(GroupKey.of(row)))
                    .toList();
            assertEquals(rows.count().getAsLong(), counted.size(), seed + ": " + rows);
            long sum = counted.stream()
                    .mapToLong(row -> row.line().amount().minor())
                    .sum();
            boolean outgoing = !rows.selection().types().contains(ExpenseType.INCOME);
            assertEquals(rows.value(), outgoing ? -sum : sum, seed + ": " + rows);
        }
        step.parts().forEach(part -> look(part, example, kinds, seed));
    }

    private static Step stated(long value, Unit unit) {
        return new Step.Stated(new Origin(Origin.Kind.BILL, 1), "x", Optional.empty(), value, unit);
    }

    @Test
    void eachStepComputesWhatItSays() {
        Step seven = stated(7, Unit.MONEY);
        Step three = stated(3, Unit.MONEY);
        assertEquals(10, new Step.Sum(List.of(seven, three)).value());
        assertEquals(4, new Step.Difference(seven, three).value());
        assertEquals(6, new Step.Net(seven, stated(125_000, Unit.RATE)).value());
        assertEquals(4, new Step.ShareOf(seven, stated(500_000, Unit.RATE)).value());
        assertEquals(2, new Step.MonthlyPart(seven, 1, 3, 0).value());
        assertEquals(3, new Step.MonthlyPart(seven, 1, 3, 1).value());
        assertEquals(30, new Step.MonthlyPart(seven, 52, 12, 0).value());
        assertEquals(2, new Step.Towards(seven, three, 2).value());
        assertEquals(0, new Step.Towards(three, seven, 2).value());
        assertEquals(1, new Step.Towards(seven, three, 3).value());
        assertEquals(3, new Step.Min(List.of(seven, three)).value());
        assertEquals(7, new Step.Max(List.of(seven, three)).value());
        assertEquals(429, new Step.Percent(three, seven).value());
        assertEquals(Unit.PERMILLE, new Step.Percent(three, seven).unit());
        var first = new Step.Allocate(
                seven, List.of(stated(1, Unit.WEIGHT), stated(1, Unit.WEIGHT)), 0, 0, new MemberKey("diana"));
        assertEquals(4, first.value());
        assertEquals(3, new Step.Allocate(seven, first.weights(), 1, 0, new MemberKey("diana")).value());
        assertEquals(3, first.parts().size());
        assertEquals(List.of(seven, three), new Step.Towards(seven, three, 2).parts());
    }

    @Test
    void aProvisionThatAccruesIsToldByItsSchedule() {
        YearMonth march = YearMonth.of(2026, 3);
        var terms = new ProvisionTerms(
                new ProvisionBase.FixedAmount(new Money(100)),
                new LineSplit.ByKey(),
                Optional.of(new Money(400)),
                false,
                true);
        Provision provision =
                new Provision(7, ProvisionCard.named("x"), new Money(100), Timeline.from(march, terms), List.of());
        var config = new Config(
                1,
                march,
                List.of(new MemberIncome(new MemberKey("diana"), Income.ofNet(new Money(1)))),
                new SplitKey.Equally());
        var book = new PlanBook(Timeline.from(march, config), List.of(), List.of(provision));
        Map<String, Step> figures = SummaryDerivation.of(book, MonthSummary.of(book.at(march), MonthFacts.NONE));
        assertEquals(
                new Step.Stated(new Origin(Origin.Kind.PROVISION, 7), "amount", Optional.of(march), 100, Unit.MONEY),
                figures.get("/provisions/0/monthly_amount"));
        assertEquals(new Step.Scheduled(7, "balance", march, 200), figures.get("/provisions/0/balance"));
        Step progress = Objects.requireNonNull(figures.get("/provisions/0/progress_percentage"));
        assertEquals(
                new Step.Scheduled(7, "reached", march, 200), progress.parts().get(0));
        assertEquals(500, progress.value());
    }

    /** What is missing is spread over the months that are left: of the balance before, or of what the schedule says was reached. */
    @Test
    void whatIsPutAsideTowardsATargetIsWhatIsMissing() {
        YearMonth march = YearMonth.of(2026, 3);
        var terms = new ProvisionTerms(
                new ProvisionBase.ToTarget(march.plusMonths(3), Optional.empty()),
                new LineSplit.ByKey(),
                Optional.of(new Money(900)));
        Provision provision =
                new Provision(7, ProvisionCard.named("x"), new Money(100), Timeline.from(march, terms), List.of());
        var config = new Config(
                1,
                march,
                List.of(new MemberIncome(new MemberKey("diana"), Income.ofNet(new Money(1)))),
                new SplitKey.Equally());
        var book = new PlanBook(Timeline.from(march, config), List.of(), List.of(provision));
        Step first = monthly(book, march);
        assertEquals(200, first.value());
        assertTrue(first instanceof Step.Towards towards && towards.months() == 4, first.toString());
        Step second = monthly(book, march.plusMonths(1));
        assertEquals(
                new Step.Scheduled(7, "reached", march, 300), second.parts().get(1));
        assertEquals(200, second.value());
        assertEquals(new Step.Sum(List.of()), monthly(book, march.plusMonths(4)));
    }

    private static Step monthly(PlanBook book, YearMonth month) {
        return Objects.requireNonNull(SummaryDerivation.of(book, MonthSummary.of(book.at(month), MonthFacts.NONE))
                .get("/provisions/0/monthly_amount"));
    }
}
