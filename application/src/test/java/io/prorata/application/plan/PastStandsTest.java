package io.prorata.application.plan;

import static io.prorata.application.Examples.A;
import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.B;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.inEuros;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.memory.InMemoryBooks;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.provision.EndProvision;
import io.prorata.application.provision.MoveProvision;
import io.prorata.application.provision.PlanProvision;
import io.prorata.application.provision.ReviseProvision;
import io.prorata.application.provision.ShowProvision;
import io.prorata.application.request.Precondition;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.income.Income;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.plan.FixedLine;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The past never moves: whatever is edited from a month on, earlier months show what they showed, under the stamp they had. */
class PastStandsTest {

    private static final YearMonth FIRST = YearMonth.of(2023, 7);
    private static final int MONTHS = 18;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-03-15T12:00:00Z"), ZoneOffset.UTC);

    /** Everything of a month's plan that a view can show, and nothing of other months. */
    private record Shown(Optional<String> config, List<String> provisions, List<String> fixed, List<String> totals) {

        static Shown of(MonthPlan plan) {
            return new Shown(
                    plan.config().map(config -> config.toString()),
                    plan.shownProvisions().stream().map(Shown::line).toList(),
                    plan.fixed().stream().map(Shown::line).toList(),
                    List.of(
                            plan.totalNet().toString(),
                            plan.provisionShares().toString(),
                            plan.fixedShares().toString()));
        }

        private static String line(ProvisionLine line) {
            return List.of(
                            line.provision().id(),
                            line.provision().card(),
                            line.terms(),
                            line.monthly(),
                            line.shares(),
                            line.keyInstead(),
                            line.balance(),
                            line.progress())
                    .toString();
        }

        private static String line(FixedLine line) {
            return List.of(
                            line.expense().id(),
                            line.expense().label(),
                            line.terms(),
                            line.monthly(),
                            line.shares(),
                            line.keyInstead())
                    .toString();
        }
    }

    private record Seen(Shown shown, Stamp stamp) {}

    @Test
    void anEditFromAMonthOnLeavesEveryEarlierMonthAndItsStamp() {
        int edits = 0;
        int visible = 0;
        for (long seed = 0; seed < 25; seed++) {
            var random = new SplittableRandom(seed);
            var household = new Planner(random);
            for (int i = 0; i < 25; i++) {
                SortedMap<YearMonth, Seen> before = household.seen();
                YearMonth from = FIRST.plusMonths(random.nextInt(MONTHS));
                String edit = household.edit(from);
                SortedMap<YearMonth, Seen> after = household.seen();
                String example = "seed " + seed + ", edit " + i + ": " + edit + " from " + from;

                assertEquals(before.headMap(from), after.headMap(from), example);
                for (var month : before.tailMap(from).entrySet()) {
                    Seen was = month.getValue();
                    Seen is = Objects.requireNonNull(after.get(month.getKey()));
                    if (!was.shown().equals(is.shown())) {
                        visible++;
                        assertNotEquals(was.stamp(), is.stamp(), example + " shows in " + month.getKey());
                    }
                }
                edits++;
            }
        }
        assertTrue(visible > edits, "most edits have to show, or this test looks at nothing: " + visible);
    }

    /** A household that plans at random. */
    private static final class Planner {

        private final SplittableRandom random;
        private final UnitOfWork work;
        private final HouseholdId household;
        private int bills;
        private int provisions;

        Planner(SplittableRandom random) {
            this.random = random;
            work = new InMemoryBooks(CLOCK, random.split());
            household = found(work);
            adopt(FIRST);
            planBill(FIRST);
            planProvision(FIRST);
        }

        SortedMap<YearMonth, Seen> seen() {
            return work.read(household, books -> {
                PlanBook book = books.plans().book(household);
                SortedMap<YearMonth, Seen> seen = new TreeMap<>();
                for (int i = 0; i < MONTHS; i++) {
                    YearMonth month = FIRST.plusMonths(i);
                    seen.put(
                            month,
                            new Seen(
                                    Shown.of(book.in(month)),
                                    books.revisions().stampOf(household, ViewScopes.ofMonth(month))));
                }
                return seen;
            });
        }

        /** Returns what it did. */
        String edit(YearMonth from) {
            return switch (random.nextInt(8)) {
                case 0 -> adopt(from);
                case 1 -> planBill(from);
                case 2 -> planProvision(from);
                case 3 -> reviseBill(from);
                case 4 -> reviseProvision(from);
                case 5 -> endBill(from);
                case 6 -> endProvision(from);
                default -> move(from);
            };
        }

        private String adopt(YearMonth from) {
            List<MemberIncome> members = new ArrayList<>();
            members.add(new MemberIncome(A, income()));
            if (random.nextInt(4) > 0) {
                members.add(random.nextInt(2), new MemberIncome(B, income()));
            }
            SplitKey key = switch (random.nextInt(3)) {
                case 0 -> new SplitKey.ByNetIncome(Weights.equal(members.size()));
                case 1 -> new SplitKey.Equally();
                default -> new SplitKey.Agreed(Weights.equal(members.size()));
            };
            new AdoptConfig(work, CLOCK)
                    .adopt(household, ANNA, inEuros(new AdoptConfig.Command(Optional.of(from), members, key, true)));
            return "config adopted";
        }

        private String planBill(YearMonth from) {
            bills++;
            new PlanFixedExpense(work, CLOCK)
                    .plan(
                            household,
                            ANNA,
                            inEuros(new PlanFixedExpense.Command(
                                    "Bill " + bills,
                                    "Housing",
                                    Optional.empty(),
                                    fixedTerms(),
                                    Optional.of(from),
                                    random.nextBoolean() ? Optional.empty() : Optional.of(from.plusMonths(3)))));
            return "bill planned";
        }

        private String planProvision(YearMonth from) {
            provisions++;
            new PlanProvision(work, CLOCK)
                    .plan(
                            household,
                            ANNA,
                            inEuros(new PlanProvision.Command(
                                    ProvisionCard.named("Provision " + provisions),
                                    new Money(random.nextInt(10_000)),
                                    provisionTerms(),
                                    Optional.of(from),
                                    Optional.empty())));
            return "provision planned";
        }

        private String reviseBill(YearMonth from) {
            long id = random.nextInt(bills) + 1L;
            var before = new ShowFixedExpense(work).show(household, id).thing();
            new ReviseFixedExpense(work, CLOCK)
                    .revise(
                            household,
                            ANNA,
                            id,
                            Precondition.WHATEVER,
                            restated(from),
                            inEuros(new ReviseFixedExpense.Command(
                                    before.label(), before.category(), before.paidBy(), Optional.of(fixedTerms()))));
            return "bill revised";
        }

        private String reviseProvision(YearMonth from) {
            long id = random.nextInt(provisions) + 1L;
            var before = new ShowProvision(work).show(household, id).thing();
            new ReviseProvision(work, CLOCK)
                    .revise(
                            household,
                            ANNA,
                            id,
                            Precondition.WHATEVER,
                            restated(from),
                            inEuros(new ReviseProvision.Command(
                                    before.card(), before.opening(), Optional.of(provisionTerms()))));
            return "provision revised";
        }

        private String endBill(YearMonth from) {
            new EndFixedExpense(work, CLOCK)
                    .end(household, ANNA, random.nextInt(bills) + 1, Precondition.WHATEVER, restated(from));
            return "bill ended";
        }

        private String endProvision(YearMonth from) {
            new EndProvision(work, CLOCK)
                    .end(household, ANNA, random.nextInt(provisions) + 1, Precondition.WHATEVER, restated(from));
            return "provision ended";
        }

        private String move(YearMonth from) {
            new MoveProvision(work, CLOCK)
                    .move(
                            household,
                            ANNA,
                            random.nextInt(provisions) + 1,
                            inEuros(new Movement(
                                    from.atDay(1 + random.nextInt(28)), new Money(random.nextInt(-5_000, 5_000)))));
            return "provision moved";
        }

        private static EffectiveFrom restated(YearMonth from) {
            return new EffectiveFrom(Optional.of(from), true);
        }

        private Income income() {
            return Income.taxed(new Money(random.nextInt(500_000)), new Rate(random.nextInt(400_000)));
        }

        private FixedTerms fixedTerms() {
            List<Frequency> frequencies = List.of(Frequency.values());
            return new FixedTerms(
                    new Money(random.nextInt(200_000)), frequencies.get(random.nextInt(frequencies.size())), split());
        }

        private ProvisionTerms provisionTerms() {
            ProvisionBase base = switch (random.nextInt(3)) {
                case 0 -> new ProvisionBase.ShareOfAll(new Rate(random.nextInt(200_000)));
                case 1 -> new ProvisionBase.ShareOfOne(B, new Rate(random.nextInt(200_000)));
                default -> new ProvisionBase.FixedAmount(new Money(random.nextInt(50_000)));
            };
            return new ProvisionTerms(
                    base, split(), random.nextBoolean() ? Optional.empty() : Optional.of(new Money(100_000)));
        }

        private LineSplit split() {
            return switch (random.nextInt(4)) {
                case 0 -> new LineSplit.ByKey();
                case 1 -> new LineSplit.Equally();
                case 2 -> new LineSplit.AllTo(B);
                default -> new LineSplit.ByWeights(Map.of(A, 70L, B, 30L));
            };
        }
    }
}
