package io.prorata.domain.derivation;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.provision.Progress;
import io.prorata.domain.split.Weights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** One step of how a figure came about: a value, and what it was made of. */
public sealed interface Step {

    /** Returns what it comes to, in its {@link #unit}. */
    long value();

    /** Returns what the value counts. */
    default Unit unit() {
        return Unit.MONEY;
    }

    /** Returns the steps that it was made of, in order; none of a leaf. */
    List<Step> parts();

    /** All parts together; of no parts, zero. */
    record Sum(List<Step> parts) implements Step {
        /** Takes a copy of the parts. */
        public Sum {
            parts = List.copyOf(parts);
        }

        @Override
        public long value() {
            return Money.sum(parts.stream().map(part -> new Money(part.value())).toList())
                    .minor();
        }
    }

    /** The one less the other. */
    record Difference(Step from, Step less) implements Step {
        @Override
        public long value() {
            return new Money(from.value()).minus(new Money(less.value())).minor();
        }

        @Override
        public List<Step> parts() {
            return List.of(from, less);
        }
    }

    /**
     * The gross less the tax on it, which is rounded half up (formula 1).
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f1">Formula 1, net income</a>
     */
    record Net(Step gross, Step rate) implements Step {
        @Override
        public long value() {
            return Math.subtractExact(gross.value(), share(gross, rate));
        }

        @Override
        public List<Step> parts() {
            return List.of(gross, rate);
        }
    }

    /**
     * A share of an amount, rounded half up (formula 5).
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f5">Formula 5, monthly amount of a provision</a>
     */
    record ShareOf(Step amount, Step rate) implements Step {
        @Override
        public long value() {
            return share(amount, rate);
        }

        @Override
        public List<Step> parts() {
            return List.of(amount, rate);
        }
    }

    /**
     * What one month carries of a bill (formula 4): of {@code bills} bills in {@code months} months, those up to this month less those before it.
     *
     * @param k months since the first of the cycle, from zero on
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f4">Formula 4, monthly part of a bill</a>
     */
    record MonthlyPart(Step amount, int bills, int months, long k) implements Step {
        @Override
        public long value() {
            return Math.subtractExact(upTo(k + 1), upTo(k));
        }

        private long upTo(long elapsed) {
            return halfUp(
                    BigDecimal.valueOf(amount.value()).multiply(BigDecimal.valueOf(bills * elapsed)),
                    BigDecimal.valueOf(months));
        }

        @Override
        public List<Step> parts() {
            return List.of(amount);
        }
    }

    /**
     * What is missing, spread over the months that are left and rounded half up (formula 17).
     *
     * @param months at least one
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f17">Formula 17, provisions that land</a>
     */
    record Towards(Step target, Step reached, long months) implements Step {
        @Override
        public long value() {
            long missing = Math.max(0, Math.subtractExact(target.value(), reached.value()));
            return halfUp(BigDecimal.valueOf(missing), BigDecimal.valueOf(months));
        }

        @Override
        public List<Step> parts() {
            return List.of(target, reached);
        }
    }

    /** The smallest of the parts. */
    record Min(List<Step> parts) implements Step {
        /** Takes a copy of the parts. */
        public Min {
            parts = List.copyOf(parts);
        }

        @Override
        public long value() {
            return parts.stream()
                    .min(Comparator.comparingLong(Step::value))
                    .orElseThrow()
                    .value();
        }
    }

    /** The largest of the parts. */
    record Max(List<Step> parts) implements Step {
        /** Takes a copy of the parts. */
        public Max {
            parts = List.copyOf(parts);
        }

        @Override
        public long value() {
            return parts.stream()
                    .max(Comparator.comparingLong(Step::value))
                    .orElseThrow()
                    .value();
        }
    }

    /**
     * How much of a target a balance is, in tenths of a percent from 0 to 1000, rounded half up (formula 10).
     *
     * @param target more than zero
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f10">Formula 10, progress of a provision</a>
     */
    record Percent(Step balance, Step target) implements Step {
        @Override
        public long value() {
            return Progress.towards(Optional.of(new Money(target.value())), new Money(balance.value()))
                    .orElseThrow()
                    .permille();
        }

        @Override
        public Unit unit() {
            return Unit.PERMILLE;
        }

        @Override
        public List<Step> parts() {
            return List.of(balance, target);
        }
    }

    /**
     * A figure of an earlier month, or a due that a transfer settles: it is explained by itself.
     *
     * @param view that shows it
     * @param month that the view shows, the last one of several
     * @param pointer to it in the view (RFC 6901)
     */
    record Figure(ExplainedView view, YearMonth month, String pointer, long value) implements Step {
        @Override
        public List<Step> parts() {
            return List.of();
        }
    }

    /**
     * One of the transfers that settle the dues of parties which together come to zero (formula 16): the largest payer pays the largest
     * receiver, ties to the earlier party, until nothing is left.
     *
     * @param dues of the parties, in order
     * @param place which of the transfers, from zero on
     * @param from who pays
     * @param to who receives
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f16">Formula 16, transfers</a>
     */
    record Transfer(List<Step> dues, int place, Party from, Party to) implements Step {
        /** Takes a copy of the dues. */
        public Transfer {
            dues = List.copyOf(dues);
        }

        @Override
        public long value() {
            long[] left = dues.stream().mapToLong(Step::value).toArray();
            long amount = 0;
            for (int transfer = 0; transfer <= place; transfer++) {
                int payer = 0;
                int receiver = 0;
                for (int party = 1; party < left.length; party++) {
                    payer = left[party] > left[payer] ? party : payer;
                    receiver = left[party] < left[receiver] ? party : receiver;
                }
                amount = Math.min(left[payer], -left[receiver]);
                left[payer] -= amount;
                left[receiver] += amount;
            }
            return amount;
        }

        @Override
        public List<Step> parts() {
            return dues;
        }
    }

    /**
     * The share of one member (formula 3): largest remainder, ties from member {@code turn mod n} on.
     *
     * @param weights in member order
     * @param turn the month's number, see {@link Weights#turnOf}
     * @param member the place of the member whose share it is
     * @param whose the member
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f3">Formula 3, allocation</a>
     */
    record Allocate(Step amount, List<Step> weights, long turn, int member, MemberKey whose) implements Step {
        /** Takes a copy of the weights. */
        public Allocate {
            weights = List.copyOf(weights);
        }

        @Override
        public long value() {
            List<Money> proportions =
                    weights.stream().map(weight -> new Money(weight.value())).toList();
            return Weights.inProportion(new Money(amount.value()), proportions, turn)
                    .of(member)
                    .minor();
        }

        @Override
        public List<Step> parts() {
            return Stream.concat(Stream.of(amount), weights.stream()).toList();
        }
    }

    /**
     * What rows add up to, in the sense of their type (formula 12): what was spent is positive.
     *
     * @param count how many there are; empty where only their sum is known
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f12">Formula 12, signs</a>
     */
    record Rows(RowSelection selection, OptionalLong count, long value) implements Step {
        @Override
        public List<Step> parts() {
            return List.of();
        }
    }

    /**
     * One row.
     *
     * @param negated whether the value is minus what the bank writes
     */
    record Row(long id, boolean negated, long value) implements Step {
        @Override
        public List<Step> parts() {
            return List.of();
        }
    }

    /**
     * What somebody stated.
     *
     * @param origin the thing that says so
     * @param what which of its values: {@code gross}, {@code tax_rate}, {@code amount}, {@code weight}
     * @param since the month from which on it has been so; empty of what holds without a month
     */
    record Stated(Origin origin, String what, Optional<YearMonth> since, long value, Unit unit) implements Step {
        @Override
        public List<Step> parts() {
            return List.of();
        }
    }

    /**
     * A figure of a provision whose plan counts what it puts aside: as the schedule of the provision has it (formula 17), month after month.
     *
     * @param provision its id
     * @param what which figure: {@code planned}, {@code balance}, {@code reached}
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f17">Formula 17, provisions that land</a>
     */
    record Scheduled(long provision, String what, YearMonth month, long value) implements Step {
        @Override
        public List<Step> parts() {
            return List.of();
        }
    }

    /**
     * The weight of a member that rows state themselves.
     *
     * @param selection the rows, which all divide alike
     */
    record StatedByRows(RowSelection selection, long value) implements Step {
        @Override
        public Unit unit() {
            return Unit.WEIGHT;
        }

        @Override
        public List<Step> parts() {
            return List.of();
        }
    }

    private static long share(Step amount, Step rate) {
        return new Rate(Math.toIntExact(rate.value()))
                .of(new Money(amount.value()))
                .minor();
    }

    private static long halfUp(BigDecimal amount, BigDecimal divisor) {
        return amount.divide(divisor, 0, RoundingMode.HALF_UP).longValueExact();
    }
}
