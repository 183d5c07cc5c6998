package io.prorata.domain.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.expense.Frequency;
import io.prorata.domain.money.Money;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The laws of a bill's monthly parts (formula 4), each over many examples. A test of an implementation implements this. */
public interface MonthlyPartLaws {

    /**
     * Returns the part of a bill in one month.
     *
     * @param months how many have passed since the bill's first, zero or more
     */
    Money part(Frequency frequency, Money bill, long months);

    /** Returns the number of examples for each law; the system property {@code prorata.examples} overrides it. */
    default int examples() {
        return Integer.getInteger("prorata.examples", 3_000);
    }

    /** The parts of a cycle add up to its bills, from any start. */
    @Test
    default void thePartsOfACycleAddUpToItsBillsFromAnyStart() {
        for (long seed = 0; seed < examples(); seed++) {
            var random = new SplittableRandom(seed);
            Frequency frequency = Any.oneOf(random, List.of(Frequency.values()));
            Money bill = Any.amount(random);
            long start = random.nextInt(1_000);
            Money sum = Money.ZERO;
            for (long month = start; month < start + frequency.months(); month++) {
                sum = sum.plus(part(frequency, bill, month));
            }
            assertEquals(
                    bill.minor() * frequency.bills(),
                    sum.minor(),
                    "seed " + seed + ": " + bill + " " + frequency + " from month " + start);
        }
    }

    /** A part differs from the exact one by less than a unit, and no two by more than one. */
    @Test
    default void aPartDiffersFromTheExactOneByLessThanAUnit() {
        for (long seed = 0; seed < examples(); seed++) {
            var random = new SplittableRandom(seed);
            Frequency frequency = Any.oneOf(random, List.of(Frequency.values()));
            Money bill = Any.amount(random);
            long month = random.nextInt(1_000);
            BigInteger off = BigInteger.valueOf(part(frequency, bill, month).minor())
                    .multiply(BigInteger.valueOf(frequency.months()))
                    .subtract(BigInteger.valueOf(bill.minor()).multiply(BigInteger.valueOf(frequency.bills())))
                    .abs();
            assertTrue(
                    off.compareTo(BigInteger.valueOf(frequency.months())) < 0,
                    "seed " + seed + ": " + bill + " " + frequency + " in month " + month);
        }
    }

    /** A cycle repeats: the same month of the next cycle has the same part. */
    @Test
    default void aCycleRepeats() {
        for (long seed = 0; seed < examples(); seed++) {
            var random = new SplittableRandom(seed);
            Frequency frequency = Any.oneOf(random, List.of(Frequency.values()));
            Money bill = Any.amount(random);
            long month = random.nextInt(1_000);
            assertEquals(
                    part(frequency, bill, month),
                    part(frequency, bill, month + frequency.months()),
                    "seed " + seed + ": " + bill + " " + frequency + " in month " + month);
        }
    }
}
