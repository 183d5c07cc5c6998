package io.prorata.domain.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.expense.BillMonths;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.provision.SavingFacts;
import io.prorata.domain.provision.SavingMonth;
import io.prorata.domain.testkit.Any;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Months that are planned together are planned as each by itself, and the work grows with the months, not with their square. */
class MonthPlansTest {

    private static final int SEEDS = Integer.getInteger("prorata.examples", 400);
    private static final YearMonth FIRST = Any.FIRST.minusMonths(2);
    private static final YearMonth LAST = Any.FIRST.plusMonths(40);

    /** A plan in which lines of every pace begin, change, pause and end, with facts. */
    private static PlanBook book(SplittableRandom random) {
        PlanBook steady = Any.book(random);
        List<FixedExpense> bills = new ArrayList<>(steady.fixed());
        List<Provision> provisions = new ArrayList<>(steady.provisions());
        for (int id = 11; id <= 14; id++) {
            bills.add(Any.fixed(random, id, Any.timeline(random, from -> dueTerms(random))));
            provisions.add(Any.provision(random, id, Any.timeline(random, from -> landingTerms(random)))
                    .withRows(rows(random)));
        }
        return new PlanBook(steady.configs(), bills, provisions);
    }

    private static FixedTerms dueTerms(SplittableRandom random) {
        return random.nextInt(3) == 0
                ? Any.fixedTerms(random)
                : new FixedTerms(
                        Any.amount(random),
                        Any.oneOf(
                                random,
                                List.of(Frequency.QUARTERLY, Frequency.ANNUAL, new Frequency("EVERY_18_MONTHS"))),
                        Optional.of(Any.month(random)),
                        Any.split(random));
    }

    private static ProvisionTerms landingTerms(SplittableRandom random) {
        ProvisionBase base = switch (random.nextInt(3)) {
            case 0 -> new ProvisionBase.ToTarget(Any.month(random), Optional.of(1 + random.nextInt(14)));
            case 1 -> new ProvisionBase.ToTarget(Any.month(random), Optional.empty());
            default -> new ProvisionBase.ShareOfAll(Any.rate(random));
        };
        return new ProvisionTerms(
                base, Any.split(random), Optional.of(Any.amount(random)), random.nextBoolean(), random.nextBoolean());
    }

    private static SortedMap<YearMonth, SavingFacts> rows(SplittableRandom random) {
        SortedMap<YearMonth, SavingFacts> rows = new TreeMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            rows.put(
                    Any.month(random),
                    SavingFacts.ofProvisionRow(Any.signed(random)).plus(SavingFacts.ofPaidRow(Any.signed(random))));
        }
        return rows;
    }

    @Test
    void monthsTogetherAreWhatEachIsByItself() {
        int landing = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            PlanBook book = book(new SplittableRandom(seed));
            List<MonthPlan> together = book.between(FIRST, LAST);
            assertEquals(43, together.size());
            for (MonthPlan plan : together) {
                YearMonth month = plan.month();
                String about = "seed " + seed + " in " + month;
                assertEquals(book.at(month), plan, about);
                for (ProvisionLine line : plan.shownProvisions()) {
                    assertEquals(balance(book, line.provision(), month), line.balance(), about);
                    landing += line.provision().isMovedByFactsAlone(month) || line.ended() ? 0 : 1;
                }
                for (FixedLine line : plan.fixed()) {
                    assertEquals(line.expense().partOf(month), line.monthly(), about);
                }
            }
        }
        assertTrue(landing > SEEDS * 20, "lines that land: " + landing);
    }

    /** The last month of a schedule of this month's own; or the facts up to this month, summed anew. */
    private static Money balance(PlanBook book, Provision provision, YearMonth month) {
        List<SavingMonth> months = book.savings(provision, month);
        return provision.isMovedByFactsAlone(month)
                ? provision.balanceAt(month)
                : months.get(months.size() - 1).balance();
    }

    @Test
    void thereAreNoMonthsFromALaterToAnEarlierOne() {
        assertThrows(IllegalArgumentException.class, () -> PlanBook.EMPTY.between(FIRST.plusMonths(1), FIRST));
    }

    /** Counts schedules, and the months that were computed for them. */
    private static final class Counted implements LineSchedules {

        private final LineSchedules real;
        private int schedules;
        private int months;

        Counted(PlanBook book) {
            real = LineSchedules.of(book);
        }

        @Override
        public List<SavingMonth> of(Provision provision, YearMonth last) {
            List<SavingMonth> computed = real.of(provision, last);
            schedules++;
            months += computed.size();
            return computed;
        }

        @Override
        public BillMonths of(FixedExpense bill, YearMonth first, YearMonth last) {
            schedules++;
            months += bill.savedUntil(last).size();
            return real.of(bill, first, last);
        }

        static Counted over(PlanBook book, int months) {
            var counted = new Counted(book);
            MonthPlans.of(book, Any.FIRST, Any.FIRST.plusMonths(months - 1L), counted);
            return counted;
        }
    }

    /** Another plan, of which some things are those of {@code book}. */
    private static PlanBook changed(SplittableRandom random, PlanBook book) {
        PlanBook other = book(random);
        YearMonth month = Any.month(random);
        return new PlanBook(
                switch (random.nextInt(3)) {
                    case 0 -> book.configs();
                    case 1 -> book.configs().with(month, Any.config(random, 100, month));
                    default -> other.configs();
                },
                Stream.concat(
                                book.fixed().stream().filter(bill -> bill.id() % 2 == 0),
                                other.fixed().stream().filter(bill -> bill.id() % 2 == 1))
                        .toList(),
                Stream.concat(
                                book.provisions().stream().filter(provision -> provision.id() % 2 == 0),
                                other.provisions().stream().filter(provision -> provision.id() % 2 == 1))
                        .toList());
    }

    @Test
    void plansBesideEachOtherAreThoseOfEachAlone() {
        int same = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            var random = new SplittableRandom(seed);
            PlanBook book = book(random);
            PlanBook other = changed(random, book);
            PlanBook.BothPlans both = book.beside(other, FIRST, LAST);
            assertEquals(book.between(FIRST, LAST), both.before(), "seed " + seed);
            assertEquals(other.between(FIRST, LAST), both.after(), "seed " + seed);
            for (int i = 0; i < both.before().size(); i++) {
                Set<ProvisionLine> before = Collections.newSetFromMap(new IdentityHashMap<>());
                before.addAll(both.before().get(i).provisions());
                same += (int) both.after().get(i).provisions().stream()
                        .filter(before::contains)
                        .count();
            }
        }
        assertTrue(same > SEEDS, "lines taken over: " + same);
    }

    @Test
    void whatIsTheSameInBothIsComputedOnce() {
        PlanBook book = landing();
        YearMonth last = Any.FIRST.plusMonths(59);
        MonthPlans plans = MonthPlans.of(book, Any.FIRST, last, LineSchedules.of(book));
        FixedExpense bill = book.fixed().get(0);
        var otherBill = new PlanBook(
                book.configs(),
                Stream.concat(
                                Stream.of(bill.withTerms(bill.terms().endedFrom(last))),
                                book.fixed().stream().skip(1))
                        .toList(),
                book.provisions());
        var otherIncomes = new PlanBook(
                book.configs().with(last, Any.config(new SplittableRandom(2), 100, last)),
                book.fixed(),
                book.provisions());
        Map<PlanBook, Integer> schedules = Map.of(book, 0, otherBill, 1, otherIncomes, 25);
        schedules.forEach((other, computed) -> {
            var counted = new Counted(other);
            assertEquals(
                    other.between(Any.FIRST, last), plans.of(other, counted).plans());
            assertEquals(computed, counted.schedules);
        });
    }

    /** Twenty-five bills and as many provisions that put aside towards a month. */
    private static PlanBook landing() {
        var random = new SplittableRandom(1);
        List<FixedExpense> bills = new ArrayList<>();
        List<Provision> provisions = new ArrayList<>();
        for (int id = 1; id <= 25; id++) {
            bills.add(Any.fixed(
                    random,
                    id,
                    Timeline.from(
                            Any.FIRST,
                            new FixedTerms(
                                    new Money(100_000),
                                    Frequency.ANNUAL,
                                    Optional.of(Any.FIRST.plusMonths(id)),
                                    Any.split(random)))));
            provisions.add(Any.provision(
                    random,
                    id,
                    Timeline.from(
                            Any.FIRST,
                            new ProvisionTerms(
                                    new ProvisionBase.ToTarget(Any.FIRST.plusMonths(id), Optional.of(12)),
                                    Any.split(random),
                                    Optional.of(new Money(100_000))))));
        }
        return new PlanBook(Any.book(random).configs(), bills, provisions);
    }

    @Test
    void theWorkGrowsWithTheMonths() {
        PlanBook book = landing();
        for (int months : List.of(1, 12, 60, 240)) {
            Counted counted = Counted.over(book, months);
            assertEquals(50, counted.schedules, "one for each line, however many months");
            assertEquals(50 * months, counted.months, "one step for each line and month");
        }
    }
}
