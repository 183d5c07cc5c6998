package io.prorata.domain.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.domain.expense.BillCycle;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.money.Money;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.time.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Formulas 17 to 19: the golden vectors, and the laws. */
class SavingScheduleTest {

    private static final YearMonth START = YearMonth.of(2025, 1);

    @Test
    void theVectorsOfProvisions() {
        int compared = 0;
        for (JsonNode example : cases("landing.json", 160)) {
            JsonNode expected = example.get("expected");
            List<SavingMonth> months = schedule(example.get("provision"))
                    .until(month(expected.get(expected.size() - 1).get("month")));
            for (JsonNode figures : expected) {
                SavingMonth actual = months.stream()
                        .filter(it -> it.month().equals(month(figures.get("month"))))
                        .findFirst()
                        .orElseThrow();
                String about = example.get("provision") + " " + figures;
                assertEquals(figures.get("planned").asLong(), actual.planned().minor(), about);
                assertEquals(figures.get("reached").asLong(), actual.reached().minor(), about);
                assertEquals(figures.get("due").asBoolean(), actual.due(), about);
                assertEquals(
                        figures.get("spent_by_plan").asLong(),
                        actual.spentByPlan().minor(),
                        about);
                assertEquals(figures.get("balance").asLong(), actual.balance().minor(), about);
                assertEquals(figures.get("awaited").asLong(), actual.awaited().minor(), about);
                assertEquals(figures.get("overdue").asLong(), actual.overdue().minor(), about);
                assertEquals(figures.get("ended").asBoolean(), actual.hasEnded(), about);
                assertEquals(optionalMonth(figures.get("next_due")), actual.nextDue(), about);
                assertEquals(
                        figures.get("progress").isNull()
                                ? Optional.empty()
                                : Optional.of(figures.get("progress").asText()),
                        actual.progress().map(it -> it.inPercent().toString()),
                        about);
                compared++;
            }
        }
        assertTrue(compared > 1_000, compared + " months were compared");
    }

    @Test
    void theVectorsOfBills() {
        for (JsonNode example : cases("bills.json", 120)) {
            YearMonth from = month(example.get("from"));
            Money amount = new Money(example.get("amount").asLong());
            List<SavingMonth> saved = example.get("due").isNull()
                    ? List.of()
                    : bill(example)
                            .until(month(example.get("months")
                                    .get(example.get("months").size() - 1)));
            for (int i = 0; i < example.get("months").size(); i++) {
                YearMonth month = month(example.get("months").get(i));
                long k = ChronoUnit.MONTHS.between(from, month);
                long expected = example.get("monthly").get(i).asLong();
                FixedExpense bill = fixedExpense(example, amount, from);
                assertEquals(expected, bill.partOf(month).minor(), example.toString());
                assertEquals(saved.isEmpty(), bill.savedIn(month).isEmpty(), example.toString());
                if (saved.isEmpty()) {
                    assertEquals(expected, cycle(example).partOf(amount, k).minor(), example.toString());
                } else {
                    assertEquals(expected, saved.get((int) k).planned().minor(), example.toString());
                    assertEquals(
                            example.get("balance").get(i).asLong(),
                            saved.get((int) k).balance().minor(),
                            example.toString());
                }
            }
        }
    }

    private static FixedExpense fixedExpense(JsonNode example, Money amount, YearMonth from) {
        return new FixedExpense(
                1,
                "Bill",
                "Bills",
                "Bills",
                Timeline.from(
                        from,
                        new FixedTerms(
                                amount,
                                Frequency.of(cycle(example)),
                                optionalMonth(example.get("due")),
                                new LineSplit.ByKey())));
    }

    @Test
    void theVectorsOfFreeSavings() {
        for (JsonNode example : cases("savings.json", 60)) {
            YearMonth now = month(example.get("now"));
            YearMonth last = now.plusMonths(11);
            List<FreeSavings.Line> lines = new ArrayList<>();
            example.get("provisions")
                    .forEach(provision ->
                            lines.add(new FreeSavings.Line(schedule(provision).until(last), true)));
            example.get("bills")
                    .forEach(bill -> lines.add(new FreeSavings.Line(bill(bill).until(last), false)));

            var free = FreeSavings.of(new Money(example.get("stated").asLong()), now, last, lines);

            List<Long> expected = new ArrayList<>();
            example.get("expected")
                    .forEach(figure -> expected.add(figure.get("free").asLong()));
            List<Long> actual = new ArrayList<>(List.of(free.now().minor()));
            free.months().forEach(it -> actual.add(it.free().minor()));
            assertEquals(expected, actual, example.toString());

            // All facts of the vectors lie before the month: within it, nothing else is there.
            List<FreeSavings.Line> within = new ArrayList<>();
            example.get("provisions")
                    .forEach(provision -> within.add(new FreeSavings.Line(
                            schedule(provision).until(last),
                            true,
                            Optional.of(schedule(provision).within(now, SavingFacts.NONE)))));
            example.get("bills")
                    .forEach(bill -> within.add(new FreeSavings.Line(bill(bill).until(last), false)));
            assertEquals(
                    free,
                    FreeSavings.of(new Money(example.get("stated").asLong()), now, last, within),
                    example.toString());
        }
    }

    /** Whatever becomes of a provision up to the day of the statement is in the stated balance, too: what is free stays. */
    @Test
    void whatBecameOfItBeforeTheStatementChangesNothingThatIsFree() {
        var plan = new SavingPlan(new SavingPlan.Towards(START.plusMonths(2), Optional.of(3)), new Money(9_000), true);
        YearMonth now = START.plusMonths(3);
        SavingFacts paid = SavingFacts.ofPaidRow(new Money(-7_000));
        var before = SavingSchedule.withoutFacts(Money.ZERO, Timeline.from(START, plan));
        var after = new SavingSchedule(Money.ZERO, before.terms(), before.steady(), new TreeMap<>(Map.of(now, paid)));

        // Taken as spent in March, and awaited in April, where the row shows 70.00 of the 90.00.
        assertEquals(new SavingSchedule.Held(Money.ZERO, new Money(9_000)), before.within(now, SavingFacts.NONE));
        assertEquals(new SavingSchedule.Held(Money.ZERO, new Money(2_000)), before.within(now, paid));
        FreeSavings unpaid = free(20_000, now, before, SavingFacts.NONE);
        assertEquals(new Money(11_000), unpaid.now());
        assertEquals(unpaid, free(13_000, now, after, paid));
    }

    private static FreeSavings free(long stated, YearMonth now, SavingSchedule schedule, SavingFacts counted) {
        return FreeSavings.of(
                new Money(stated),
                now,
                now,
                List.of(new FreeSavings.Line(schedule.until(now), true, Optional.of(schedule.within(now, counted)))));
    }

    @Test
    void anUndisturbedTargetIsReachedExactly() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            int months = random.nextInt(1, 40);
            Money target = new Money(random.nextLong(1_000_000));
            YearMonth by = START.plusMonths(months - 1L);
            var plan = new SavingPlan(new SavingPlan.Towards(by, Optional.empty()), target, true);

            List<SavingMonth> run = SavingSchedule.withoutFacts(Money.ZERO, Timeline.from(START, plan))
                    .until(by.plusMonths(3));

            assertEquals(
                    target, Money.sum(run.stream().map(SavingMonth::planned).toList()), "seed " + seed);
            assertEquals(target, run.get(months - 1).reached(), "seed " + seed);
            assertEquals(Money.ZERO, run.get(run.size() - 1).overdue(), "seed " + seed);
        }
    }

    /** A fact moves no month before its own. */
    @Test
    void aFactMovesNoEarlierMonth() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            var plan = new SavingPlan(
                    random.nextBoolean()
                            ? new SavingPlan.Steady(random.nextBoolean())
                            : new SavingPlan.Towards(
                                    START.plusMonths(random.nextInt(12)), Optional.of(random.nextInt(1, 13))),
                    new Money(random.nextLong(500_000)),
                    random.nextBoolean());
            SortedMap<YearMonth, SavingFacts> facts = new TreeMap<>();
            for (int i = 0; i < 6; i++) {
                facts.merge(START.plusMonths(random.nextInt(24)), anyFact(random), SavingFacts::plus);
            }
            YearMonth late = START.plusMonths(random.nextInt(24));
            SortedMap<YearMonth, SavingFacts> more = new TreeMap<>(facts);
            more.merge(late, anyFact(random), SavingFacts::plus);

            List<SavingMonth> before = schedule(plan, facts).until(START.plusMonths(30));
            List<SavingMonth> after = schedule(plan, more).until(START.plusMonths(30));

            int same = (int) ChronoUnit.MONTHS.between(START, late);
            assertEquals(before.subList(0, same), after.subList(0, same), "seed " + seed);
            assertEquals(before.get(same).planned(), after.get(same).planned(), "seed " + seed);
        }
    }

    @Test
    void partsOfACycleAddUpToItsBills() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            Money amount = new Money(random.nextLong(Money.LARGEST.minor()));
            int months = random.nextInt(1, 61);
            var cycle = new BillCycle.EveryMonths(months);
            long start = random.nextLong(100);
            Money sum = Money.ZERO;
            for (long k = start; k < start + months; k++) {
                sum = sum.plus(cycle.partOf(amount, k));
            }
            assertEquals(amount, sum, "seed " + seed);
        }
    }

    @Test
    void cyclesOutOfBoundsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new BillCycle.EveryMonths(0));
        assertThrows(IllegalArgumentException.class, () -> new BillCycle.EveryMonths(61));
        assertThrows(IllegalArgumentException.class, () -> new BillCycle.EveryWeeks(0));
        assertThrows(IllegalArgumentException.class, () -> new BillCycle.EveryWeeks(53));
        assertThrows(IllegalArgumentException.class, () -> new SavingPlan.Towards(START, Optional.of(0)));
        assertThrows(IllegalArgumentException.class, () -> new SavingPlan.Towards(START, Optional.of(601)));
        assertThrows(
                IllegalArgumentException.class, () -> new SavingPlan(new SavingPlan.Steady(true), new Money(-1), true));
    }

    private static SavingFacts anyFact(SplittableRandom random) {
        Money amount = new Money(random.nextLong(-100_000, 100_001));
        return switch (random.nextInt(3)) {
            case 0 -> SavingFacts.of(new Movement(LocalDate.of(2025, 1, 1), amount));
            case 1 -> SavingFacts.ofProvisionRow(amount);
            default -> SavingFacts.ofPaidRow(amount);
        };
    }

    private static SavingSchedule schedule(SavingPlan plan, SortedMap<YearMonth, SavingFacts> facts) {
        return new SavingSchedule(
                new Money(10_000), Timeline.from(START, plan), month -> Optional.of(new Money(7_000)), facts);
    }

    private static SavingSchedule schedule(JsonNode provision) {
        Timeline<SavingPlan> terms = Timeline.empty();
        Timeline<Money> fixed = Timeline.empty();
        for (JsonNode dated : provision.get("terms")) {
            YearMonth from = month(dated.get("from"));
            terms = terms.with(from, plan(dated));
            fixed = fixed.with(from, new Money(dated.path("fixed").asLong()));
        }
        if (provision.hasNonNull("until")) {
            terms = terms.endedFrom(month(provision.get("until")).plusMonths(1));
        }
        SortedMap<YearMonth, SavingFacts> facts = new TreeMap<>();
        provision.get("movements").forEach(movement -> {
            LocalDate date = LocalDate.parse(movement.get("date").asText());
            facts.merge(
                    YearMonth.from(date),
                    SavingFacts.of(
                            new Movement(date, new Money(movement.get("amount").asLong()))),
                    SavingFacts::plus);
        });
        provision.get("rows").forEach(row -> {
            Money amount = new Money(row.get("amount").asLong());
            facts.merge(
                    YearMonth.from(LocalDate.parse(row.get("date").asText())),
                    row.get("expense_type").asText().equals("PROVISION")
                            ? SavingFacts.ofProvisionRow(amount)
                            : SavingFacts.ofPaidRow(amount),
                    SavingFacts::plus);
        });
        Timeline<Money> amounts = fixed;
        return new SavingSchedule(
                new Money(provision.get("opening").asLong()),
                terms,
                month -> Optional.of(amounts.at(month).orElse(Money.ZERO)),
                facts);
    }

    private static SavingPlan plan(JsonNode terms) {
        boolean towards = terms.get("base").asText().equals("to_target");
        return new SavingPlan(
                towards
                        ? new SavingPlan.Towards(
                                month(terms.get("by")),
                                terms.hasNonNull("every")
                                        ? Optional.of(terms.get("every").asInt())
                                        : Optional.empty())
                        : new SavingPlan.Steady(terms.path("stop").asBoolean()),
                new Money(terms.path("target").asLong()),
                terms.hasNonNull("accrues") ? terms.get("accrues").asBoolean() : towards);
    }

    private static SavingSchedule bill(JsonNode bill) {
        return SavingSchedule.withoutFacts(
                Money.ZERO,
                Timeline.from(
                        month(bill.get("from")),
                        new SavingPlan(
                                new SavingPlan.Towards(
                                        month(bill.get("due")),
                                        Optional.of(bill.get("every_months").asInt())),
                                new Money(bill.get("amount").asLong()),
                                true)));
    }

    private static BillCycle cycle(JsonNode bill) {
        return bill.hasNonNull("every_weeks")
                ? new BillCycle.EveryWeeks(bill.get("every_weeks").asInt())
                : new BillCycle.EveryMonths(bill.get("every_months").asInt());
    }

    private static YearMonth month(JsonNode text) {
        return YearMonth.parse(text.asText());
    }

    private static Optional<YearMonth> optionalMonth(JsonNode text) {
        return text.isNull() ? Optional.empty() : Optional.of(month(text));
    }

    private static JsonNode cases(String file, int expected) {
        try {
            JsonNode cases = new ObjectMapper()
                    .readTree(SavingScheduleTest.class.getResourceAsStream("/vectors/" + file))
                    .get("cases");
            assertEquals(expected, cases.size());
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
