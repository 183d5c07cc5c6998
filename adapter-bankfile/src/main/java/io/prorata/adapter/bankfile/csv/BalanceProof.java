package io.prorata.adapter.bankfile.csv;

import io.prorata.adapter.bankfile.written.Direction;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares amounts with the balances beside them: the balance before plus the amount is the balance after. The first line is the
 * earliest in some files and the latest in others; both are tried, for each account by itself.
 */
final class BalanceProof {

    /** After this number of pairs with hardly a match, the column is no balance. */
    private static final int TRIED = 400;

    /** The order of lines. */
    enum Order {
        EARLIEST_FIRST,
        LATEST_FIRST
    }

    private record Before(int row, Optional<BigDecimal> amount, BigDecimal balance) {}

    /** Statistics of an order. */
    private static final class Fit {
        private long pairs;
        private long same;
        private long opposite;
        private final BitSet known = new BitSet();
        private final BitSet spent = new BitSet();

        void observe(int row, BigDecimal change, BigDecimal amount) {
            if (amount.signum() == 0) {
                return;
            }
            pairs++;
            if (change.abs().compareTo(amount.abs()) == 0) {
                known.set(row);
                spent.set(row, change.signum() < 0);
                if (change.signum() == amount.signum()) {
                    same++;
                } else {
                    opposite++;
                }
            }
        }

        long fitting() {
            return same + opposite;
        }

        boolean isProof() {
            return fitting() >= 2 && fitting() * 10 >= pairs * 9;
        }
    }

    private final Map<String, Before> before = new HashMap<>();
    private final Fit earliestFirst = new Fit();
    private final Fit latestFirst = new Fit();
    private boolean given;

    /**
     * Compares a line with the previous one.
     *
     * @param row its place among the rows, counted from 0
     * @param amount as written; empty if it is unknown
     * @param balance empty if the line has none, or an ambiguous one
     */
    void observe(int row, String account, Optional<BigDecimal> amount, Optional<BigDecimal> balance) {
        if (given) {
            return;
        }
        if (balance.isEmpty()) {
            before.remove(account);
            return;
        }
        Before previous = before.put(account, new Before(row, amount, balance.get()));
        if (previous == null) {
            return;
        }
        BigDecimal change = balance.get().subtract(previous.balance());
        amount.ifPresent(value -> earliestFirst.observe(row, change, value));
        previous.amount().ifPresent(value -> latestFirst.observe(previous.row(), change.negate(), value));
        given = earliestFirst.pairs > TRIED && fit().fitting() * 10 < fit().pairs;
    }

    private Fit fit() {
        return latestFirst.fitting() > earliestFirst.fitting() ? latestFirst : earliestFirst;
    }

    /** Returns the order in which balances and amounts fit; empty if they do not, or in too few lines. */
    Optional<Order> order() {
        if (given || fit().fitting() < 2 || fit().fitting() * 2 < fit().pairs) {
            return Optional.empty();
        }
        return Optional.of(fit() == latestFirst ? Order.LATEST_FIRST : Order.EARLIEST_FIRST);
    }

    /** Whether balances prove the signs that are written. */
    boolean provesSigns() {
        return !given && fit().isProof() && fit().opposite == 0;
    }

    /** Whether every balance follows from the previous one, so that no further comparison is needed. */
    boolean isWhole() {
        return provesSigns() && fit().fitting() == fit().pairs;
    }

    /** Whether balances prove that all signs are reversed. */
    boolean provesReversed() {
        return !given && fit().isProof() && fit().same == 0;
    }

    /** Whether balances prove the amounts, though not their signs. */
    boolean provesAmounts() {
        return !given && fit().isProof();
    }

    /** Returns the direction of a row's amount by the balance; empty if it is unknown. */
    Optional<Direction> direction(int row) {
        Fit fit = fit();
        return fit.known.get(row)
                ? Optional.of(fit.spent.get(row) ? Direction.SPENT : Direction.RECEIVED)
                : Optional.empty();
    }

    /** Compares lines as they were read, and warns if a balance does not follow. */
    static final class Check {

        private record Line(int line, Optional<BigDecimal> amount, BigDecimal balance, String label) {}

        private final Order order;
        private final Map<String, Line> before = new HashMap<>();

        Check(Order order) {
            this.order = order;
        }

        /** @param amount empty for a line that was refused */
        void compare(
                int line,
                String account,
                Optional<BigDecimal> amount,
                Optional<BigDecimal> balance,
                String label,
                Warnings warnings) {
            if (balance.isEmpty()) {
                return;
            }
            Line here = new Line(line, amount, balance.get(), label);
            @Nullable Line previous = before.put(account, here);
            if (previous == null) {
                return;
            }
            Line later = order == Order.EARLIEST_FIRST ? here : previous;
            Line earlier = order == Order.EARLIEST_FIRST ? previous : here;
            if (later.amount().isEmpty()) {
                return;
            }
            BigDecimal missing = later.balance()
                    .subtract(earlier.balance())
                    .subtract(later.amount().get());
            if (missing.signum() != 0) {
                warnings.ofLine(later.line(), () -> whatIsMissing(earlier, later, missing));
            }
        }

        private static String whatIsMissing(Line earlier, Line later, BigDecimal missing) {
            boolean twice = later.amount()
                            .filter(amount -> missing.compareTo(amount.negate()) == 0)
                            .isPresent()
                    && earlier.amount().equals(later.amount())
                    && earlier.label().equals(later.label());
            return twice
                    ? "it is equal to line " + earlier.line() + ", and so is its balance: is it there twice?"
                    : "the balance does not follow from that of line " + earlier.line() + ": "
                            + missing.toPlainString()
                            + " is missing, a line left out or refused, or an amount read wrong";
        }
    }
}
