package io.prorata.bootstrap.demo;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.income.Income;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import io.prorata.domain.time.Timeline;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The incomes and plans of the sample household: with a raise, a new job, an indexed rent, and a bill that ended. */
final class SamplePlan {

    static final Currency EUR = Currency.getInstance("EUR");
    static final MemberKey INES = new MemberKey("ines");
    static final MemberKey JULES = new MemberKey("jules");
    static final Household HOUSEHOLD = new Household(
            "Inès & Jules",
            EUR,
            ZoneId.of("Europe/Paris"),
            List.of(new Member(INES, "Inès"), new Member(JULES, "Jules")));

    private static final int CONTRIBUTED_ON = 5;

    private SamplePlan() {}

    static Money eur(String amount) {
        return Money.of(new BigDecimal(amount), EUR);
    }

    static String nameOf(MemberKey member) {
        return HOUSEHOLD.members().stream()
                .filter(named -> named.key().equals(member))
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** Returns everything planned by {@code today}, from {@code first} on. */
    static PlanBook of(YearMonth first, LocalDate today) {
        PlanBook planned = new PlanBook(configs(first), bills(first), provisions(first));
        return new PlanBook(
                planned.configs(),
                planned.fixed(),
                planned.provisions().stream()
                        .map(provision -> moved(planned, provision, first, today))
                        .toList());
    }

    private static Timeline<Config> configs(YearMonth first) {
        YearMonth raise = first.plusMonths(14);
        YearMonth newJob = first.plusMonths(25);
        return Timeline.from(first, config(1, first, earning("2950", "7.5"), earning("2380", "4.1")))
                .with(raise, config(2, raise, earning("3120", "8.1"), earning("2380", "4.1")))
                .with(newJob, config(3, newJob, earning("3120", "8.1"), earning("2710", "6.3")));
    }

    private static Config config(long id, YearMonth from, Income ines, Income jules) {
        return new Config(
                id,
                from,
                List.of(new MemberIncome(INES, ines), new MemberIncome(JULES, jules)),
                new SplitKey.ByNetIncome(Weights.equal(2)));
    }

    private static Income earning(String gross, String taxPercent) {
        return Income.taxed(eur(gross), Rate.ofPercent(new BigDecimal(taxPercent)));
    }

    private static List<FixedExpense> bills(YearMonth first) {
        var byKey = new LineSplit.ByKey();
        var equally = new LineSplit.Equally();
        var toInes = new LineSplit.AllTo(INES);
        var toJules = new LineSplit.AllTo(JULES);
        return List.of(
                bill(
                        1,
                        "Rent",
                        "Home",
                        "Rent",
                        Timeline.from(first, monthly("985", byKey))
                                .with(first.plusMonths(12), monthly("1010", byKey))
                                .with(first.plusMonths(24), monthly("1034", byKey))),
                bill(2, "Electricity", "Home", "Energy", Timeline.from(first, monthly("74.50", byKey))),
                bill(3, "Internet", "Subscriptions", "Internet", Timeline.from(first, monthly("29.99", equally))),
                bill(
                        4,
                        "Home insurance",
                        "Insurance",
                        "Home insurance",
                        Timeline.from(first, new FixedTerms(eur("218.40"), Frequency.ANNUAL, byKey))),
                bill(
                        5,
                        "Car insurance",
                        "Insurance",
                        "Car insurance",
                        Timeline.from(first, new FixedTerms(eur("156.90"), Frequency.QUARTERLY, toJules))),
                bill(6, "Music", "Subscriptions", "Music", Timeline.from(first, monthly("17.99", equally))),
                bill(
                        7,
                        "Climbing gym",
                        "Sport",
                        "Climbing gym",
                        Timeline.from(first, monthly("39.90", toInes)).endedFrom(first.plusMonths(22))));
    }

    private static FixedTerms monthly(String amount, LineSplit split) {
        return new FixedTerms(eur(amount), Frequency.MONTHLY, split);
    }

    private static FixedExpense bill(
            long id, String label, String category, String paidBy, Timeline<FixedTerms> terms) {
        return new FixedExpense(id, label, category, paidBy, terms);
    }

    private static List<Provision> provisions(YearMonth first) {
        return List.of(
                provision(1, card("Holidays", "Leisure", "beach", "#2a9d8f"), "350", first, shareOfAll("5", "3000")),
                provision(
                        2,
                        card("Emergency fund", "Safety", "umbrella", "#264653"),
                        "1200",
                        first,
                        fixed("150", "9000")),
                provision(
                        3,
                        card("Car", "Transport", "car", "#e9c46a"),
                        "0",
                        first,
                        new ProvisionTerms(
                                new ProvisionBase.ShareOfOne(JULES, percent("3")),
                                new LineSplit.ByWeights(Map.of(INES, 30L, JULES, 70L)),
                                Optional.of(eur("4500")))),
                provision(
                        4,
                        card("Gifts", "Leisure", "gift", "#f4a261"),
                        "60",
                        first,
                        new ProvisionTerms(
                                new ProvisionBase.ShareOfAll(percent("1")), new LineSplit.Equally(), Optional.empty())),
                provision(
                        5,
                        card("Japan", "Leisure", "torii", "#e76f51"),
                        "0",
                        first.plusMonths(20),
                        new ProvisionTerms(
                                new ProvisionBase.ShareOfOne(INES, percent("4")),
                                new LineSplit.AllTo(INES),
                                Optional.of(eur("2400")))));
    }

    private static ProvisionTerms shareOfAll(String percent, String target) {
        return new ProvisionTerms(
                new ProvisionBase.ShareOfAll(percent(percent)), new LineSplit.ByKey(), Optional.of(eur(target)));
    }

    private static ProvisionTerms fixed(String amount, String target) {
        return new ProvisionTerms(
                new ProvisionBase.FixedAmount(eur(amount)), new LineSplit.ByKey(), Optional.of(eur(target)));
    }

    private static Rate percent(String percent) {
        return Rate.ofPercent(new BigDecimal(percent));
    }

    private static ProvisionCard card(String name, String category, String icon, String colour) {
        return new ProvisionCard(name, null, category, icon, colour, 0);
    }

    private static Provision provision(
            long id, ProvisionCard card, String opening, YearMonth from, ProvisionTerms terms) {
        return new Provision(id, card, eur(opening), Timeline.from(from, terms), List.of());
    }

    /** Each month has a contribution as planned, and some months have a withdrawal. */
    private static Provision moved(PlanBook planned, Provision provision, YearMonth first, LocalDate today) {
        List<Movement> movements = new ArrayList<>();
        for (YearMonth month = first; !month.isAfter(YearMonth.from(today)); month = month.plusMonths(1)) {
            LocalDate date = month.atDay(CONTRIBUTED_ON);
            planned.at(month).provisions().stream()
                    .filter(line -> line.provision().id() == provision.id())
                    .forEach(line -> movements.add(new Movement(date, line.monthly())));
            withdrawal(provision, month).ifPresent(movements::add);
        }
        movements.removeIf(movement -> movement.date().isAfter(today));
        return new Provision(provision.id(), provision.card(), provision.opening(), provision.terms(), movements);
    }

    private static Optional<Movement> withdrawal(Provision provision, YearMonth month) {
        return switch (provision.card().name()) {
            case "Holidays" -> taken(month, Month.AUGUST, 2, "2450");
            case "Gifts" -> taken(month, Month.DECEMBER, 18, "520");
            case "Car" -> taken(month, Month.MARCH, 11, "389.60");
            default -> Optional.empty();
        };
    }

    private static Optional<Movement> taken(YearMonth month, Month when, int day, String amount) {
        return month.getMonth() == when
                ? Optional.of(new Movement(month.atDay(day), eur(amount).negated()))
                : Optional.empty();
    }
}
