package io.prorata.domain.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.Comparison;
import io.prorata.domain.plan.FixedLine;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.plan.VariableLine;
import io.prorata.domain.split.Shares;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The laws of a month's totals (formulas 8 and 9), each over many examples. A test of an implementation implements this. */
public interface MonthLaws {

    /**
     * Sums a month up.
     *
     * @param rows the transactions of the month
     */
    MonthSummary summary(PlanBook book, YearMonth month, List<Transaction> rows);

    /** Returns the number of examples for each law; the system property {@code prorata.examples} overrides it. */
    default int examples() {
        return Integer.getInteger("prorata.examples", 2_000);
    }

    /** Every total is the sum of the parts shown under it, for the household and for each member. */
    @Test
    default void everyTotalIsTheSumOfThePartsShownUnderIt() {
        for (long seed = 0; seed < examples(); seed++) {
            var random = new SplittableRandom(seed);
            PlanBook book = Any.book(random);
            YearMonth month = Any.month(random);
            List<Transaction> rows = Any.transactions(random, month).stream()
                    .filter(row -> row.month().equals(month))
                    .toList();
            MonthSummary summary = summary(book, month, rows);
            MonthPlan plan = summary.plan();
            String example = "seed " + seed + " in " + month;

            List<Shares> shares = new ArrayList<>();
            long total = 0;
            for (ProvisionLine line : plan.provisions()) {
                shares.add(line.shares());
                total += line.monthly().minor();
                assertTrue(plan.members().isEmpty() || line.shares().total().equals(line.monthly()), example);
            }
            for (FixedLine line : plan.fixed()) {
                shares.add(line.shares());
                total += line.monthly().minor();
                assertTrue(plan.members().isEmpty() || line.shares().total().equals(line.monthly()), example);
            }
            for (VariableLine line : summary.variable()) {
                shares.add(line.shares());
                total += line.total().minor();
                assertTrue(plan.members().isEmpty() || line.shares().total().equals(line.total()), example);
            }
            assertEquals(total, summary.totalExpenses().minor(), example);
            long net = plan.nets().stream().mapToLong(Money::minor).sum();
            assertEquals(net - total, summary.netAvailable().minor(), example);
            for (int m = 0; m < plan.members().size(); m++) {
                int member = m;
                assertEquals(
                        shares.stream()
                                .mapToLong(share -> share.of(member).minor())
                                .sum(),
                        summary.memberTotals().of(m).minor(),
                        example + " for " + plan.members().get(m));
            }
        }
    }

    /** The FIXED rows are those that paid planned bills, and the rest. */
    @Test
    default void planAndFactAreSumsOfTheirCategories() {
        for (long seed = 0; seed < examples(); seed++) {
            var random = new SplittableRandom(seed);
            PlanBook book = Any.book(random);
            YearMonth month = Any.month(random);
            List<Transaction> rows = Any.transactions(random, month).stream()
                    .filter(row -> row.month().equals(month))
                    .toList();
            MonthSummary summary = summary(book, month, rows);
            String example = "seed " + seed + " in " + month;
            assertEquals(
                    summary.fixed().actual(),
                    Money.sum(summary.fixedByCategory().values().stream()
                                    .map(Comparison::actual)
                                    .toList())
                            .plus(summary.unplanned()),
                    example);
            assertEquals(
                    summary.fixed().planned(),
                    Money.sum(summary.fixedByCategory().values().stream()
                            .map(Comparison::planned)
                            .toList()),
                    example);
        }
    }

    /** The order of rows changes nothing, and excluded rows are in no figure. */
    @Test
    default void rowsCountInWhateverOrderAndExcludedOnesDoNot() {
        for (long seed = 0; seed < examples(); seed++) {
            var random = new SplittableRandom(seed);
            PlanBook book = Any.book(random);
            YearMonth month = Any.month(random);
            List<Transaction> rows = Any.transactions(random, month).stream()
                    .filter(row -> row.month().equals(month))
                    .toList();
            List<Transaction> counted = rows.stream()
                    .filter(row -> !row.classification().excluded())
                    .toList();
            assertEquals(
                    summary(book, month, rows).totalExpenses(),
                    summary(book, month, Any.shuffled(random, counted)).totalExpenses(),
                    "seed " + seed + " in " + month);
        }
    }
}
