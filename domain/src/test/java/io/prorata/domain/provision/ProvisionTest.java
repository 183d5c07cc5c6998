package io.prorata.domain.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.testkit.Any;
import io.prorata.domain.time.Timeline;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formulas 5 and 10. */
class ProvisionTest {

    private static final MemberKey ANNE = new MemberKey("anne");
    private static final MemberKey BO = new MemberKey("bo");
    private static final List<MemberKey> BOTH = List.of(ANNE, BO);
    private static final List<Money> NETS = List.of(new Money(255_000), new Money(320_000));

    @Test
    void aShareOfAllIsOfTheSumOfNets() {
        assertEquals(new Money(28_750), new ProvisionBase.ShareOfAll(new Rate(50_000)).monthly(BOTH, NETS));
        // 7.5 of 1 and of 1 would be two units apart from 7.5 of 2.
        var half = new ProvisionBase.ShareOfAll(new Rate(500_000));
        assertEquals(new Money(1), half.monthly(BOTH, List.of(new Money(1), new Money(1))));
        assertEquals(Money.ZERO, half.monthly(List.of(), List.of()));
    }

    @Test
    void aShareOfOneIsOfTheirNetAndNothingWhileTheyAreAway() {
        var base = new ProvisionBase.ShareOfOne(BO, new Rate(40_000));
        assertEquals(new Money(12_800), base.monthly(BOTH, NETS));
        assertEquals(Money.ZERO, base.monthly(List.of(ANNE), List.of(new Money(255_000))));
    }

    @Test
    void aFixedAmountIsMonthly() {
        assertEquals(new Money(20_000), new ProvisionBase.FixedAmount(new Money(20_000)).monthly(BOTH, NETS));
        assertThrows(IllegalArgumentException.class, () -> new ProvisionBase.FixedAmount(new Money(-1)));
    }

    @Test
    void theBalanceCountsWhatIsDatedUpToTheLastDayOfTheMonth() {
        YearMonth february = YearMonth.of(2024, 2);
        var provision = new Provision(
                1,
                ProvisionCard.named("Holidays"),
                new Money(100),
                Timeline.empty(),
                List.of(
                        new Movement(LocalDate.of(2024, 3, 1), new Money(1_000)),
                        new Movement(LocalDate.of(2024, 2, 29), new Money(50)),
                        new Movement(LocalDate.of(2024, 1, 1), new Money(-30))));
        assertEquals(new Money(100), provision.balanceAt(february.minusMonths(2)));
        assertEquals(new Money(70), provision.balanceAt(february.minusMonths(1)));
        assertEquals(new Money(120), provision.balanceAt(february));
        assertEquals(new Money(1_120), provision.balanceAt(february.plusMonths(1)));
    }

    /** Also in a month without a config, in which terms that land plan nothing, and fixed amounts of others stand. */
    @Test
    void laterTermsThatLandLeaveEarlierMonthsAsTheyWere() {
        YearMonth january = YearMonth.of(2024, 1);
        var plain = new ProvisionTerms(
                new ProvisionBase.FixedAmount(new Money(45_019)),
                new LineSplit.ByKey(),
                Optional.of(new Money(139_815)));
        var landing = new ProvisionTerms(
                new ProvisionBase.ShareOfAll(new Rate(148_376)),
                new LineSplit.ByKey(),
                Optional.of(new Money(490_854)),
                true,
                true);
        Timeline<ProvisionTerms> before = Timeline.from(january, plain);
        Timeline<ProvisionTerms> after = before.with(january.plusMonths(2), landing);
        for (int month = 0; month < 2; month++) {
            assertEquals(planned(before, january.plusMonths(month)), planned(after, january.plusMonths(month)));
        }
        assertEquals("45019 minor units, -36864 minor units", planned(after, january));
        assertEquals("0 minor units, -36864 minor units", planned(after, january.plusMonths(2)));
    }

    private static String planned(Timeline<ProvisionTerms> terms, YearMonth month) {
        var provision = new Provision(1, ProvisionCard.named("Holidays"), new Money(-36_864), terms, List.of());
        ProvisionLine line = new PlanBook(Timeline.empty(), List.of(), List.of(provision))
                .at(month)
                .provisions()
                .get(0);
        return line.monthly() + ", " + line.balance();
    }

    @ParameterizedTest
    @CsvSource({
        "300000, 75000, 25.0",
        "100000, 33333, 33.3",
        "3, 2, 66.7",
        "2000, 1, 0.1",
        "2001, 1, 0.0",
        "10, 10, 100.0",
        "10, 11, 100.0",
        "10, -1, 0.0",
        "10, 0, 0.0",
        "10000000000000, 9223372036854775807, 100.0"
    })
    void progressIsAPercentageWithOneDecimalFromNoneToAll(long target, long balance, String percent) {
        assertEquals(
                Optional.of(percent),
                Progress.towards(Optional.of(new Money(target)), new Money(balance))
                        .map(progress -> progress.inPercent().toPlainString()));
    }

    @Test
    void withoutATargetThereIsNoProgress() {
        assertEquals(Optional.empty(), Progress.towards(Optional.empty(), new Money(5)));
        assertEquals(Optional.empty(), Progress.towards(Optional.of(Money.ZERO), new Money(5)));
        assertThrows(IllegalArgumentException.class, () -> new Progress(-1));
        assertThrows(IllegalArgumentException.class, () -> new Progress(1001));
    }

    @Test
    void progressIsTheNearestTenthOfAPercent() {
        for (long seed = 0; seed < 3_000; seed++) {
            var random = new SplittableRandom(seed);
            BigInteger target = BigInteger.valueOf(Any.amount(random).minor() + 1);
            BigInteger balance =
                    target.multiply(BigInteger.valueOf(random.nextInt(1001))).divide(BigInteger.valueOf(1000));
            Progress progress = Progress.towards(
                            Optional.of(new Money(target.longValueExact())), new Money(balance.longValueExact()))
                    .orElseThrow();
            BigInteger offTwice = BigInteger.valueOf(progress.permille())
                    .multiply(target)
                    .subtract(balance.multiply(BigInteger.valueOf(1000)))
                    .abs()
                    .shiftLeft(1);
            assertEquals(true, offTwice.compareTo(target) <= 0, "seed " + seed + ": " + balance + " of " + target);
        }
    }

    @Test
    void amountsHaveBounds() {
        var beyond = Money.LARGEST.plus(new Money(1));
        LocalDate day = LocalDate.of(2024, 1, 1);
        var base = new ProvisionBase.FixedAmount(Money.ZERO);
        var split = new LineSplit.ByKey();
        assertThrows(IllegalArgumentException.class, () -> new Movement(day, beyond));
        assertThrows(IllegalArgumentException.class, () -> new Movement(day, beyond.negated()));
        assertThrows(IllegalArgumentException.class, () -> new Movement(LocalDate.of(1899, 12, 31), Money.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new Movement(LocalDate.of(10_000, 1, 1), Money.ZERO));
        assertThrows(IllegalArgumentException.class, () -> new ProvisionTerms(base, split, Optional.of(new Money(-1))));
        assertThrows(IllegalArgumentException.class, () -> new ProvisionTerms(base, split, Optional.of(beyond)));
        ProvisionCard card = ProvisionCard.named("x");
        assertThrows(IllegalArgumentException.class, () -> new Provision(1, card, beyond, Timeline.empty(), List.of()));
    }

    @Test
    void aCardHasANameAndAColourAndAPlace() {
        var card = new ProvisionCard("Japon", "un jour", "Voyages", "🗾", "#00aaFF", 10_000);
        assertEquals("#00aaFF", card.colour());
        assertThrows(IllegalArgumentException.class, () -> ProvisionCard.named(""));
        for (String colour : List.of("red", "#fff", "#00aaFG", "00aaff", "#00aaff ", "")) {
            assertThrows(
                    IllegalArgumentException.class, () -> new ProvisionCard("x", null, null, null, colour, 0), colour);
        }
        assertThrows(IllegalArgumentException.class, () -> new ProvisionCard("x", null, null, null, null, -1));
        assertThrows(IllegalArgumentException.class, () -> new ProvisionCard("x", null, null, null, null, 10_001));
        assertThrows(IllegalArgumentException.class, () -> new ProvisionCard("x", "", null, null, null, 0));
        assertThrows(IllegalArgumentException.class, () -> new ProvisionCard("x", null, "", null, null, 0));
        assertThrows(IllegalArgumentException.class, () -> new ProvisionCard("x", null, null, "", null, 0));
    }
}
