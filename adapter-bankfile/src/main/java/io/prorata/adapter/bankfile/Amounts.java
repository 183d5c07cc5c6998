package io.prorata.adapter.bankfile;

import io.prorata.application.bankfile.Decimal;
import io.prorata.application.bankfile.Quoted;
import io.prorata.application.bankfile.ReadOptions;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The amounts of a file, spent negative: from a column with signs, from one without and a column of words that tell, or from one column
 * for what was spent and one for what was received.
 */
final class Amounts {

    private final Columns columns;
    private final ReadOptions options;
    private final Currency currency;
    private final AmountColumn decimals;

    private boolean negativeSeen;
    private boolean kindsTell = true;
    private long positiveDebits;
    private long negativeDebits;

    Amounts(Columns columns, ReadOptions options, Currency currency) {
        this.columns = columns;
        this.options = options;
        this.currency = currency;
        this.decimals = new AmountColumn(options.decimal());
    }

    /** Learns from a row how the others are written. */
    void observe(Row row) throws LineRefusedException {
        for (Role role : List.of(Role.AMOUNT, Role.DEBIT, Role.CREDIT, Role.FEE)) {
            String text = columns.text(row, role);
            if (text.isEmpty()) {
                continue;
            }
            WrittenAmount amount = WrittenAmount.read(text, currency);
            decimals.observe(row.line(), text, amount);
            int sign = amount.withPoint()
                    .or(amount::withComma)
                    .map(BigDecimal::signum)
                    .orElse(0);
            negativeSeen |= role == Role.AMOUNT && sign < 0;
            positiveDebits += role == Role.DEBIT && sign > 0 ? 1 : 0;
            negativeDebits += role == Role.DEBIT && sign < 0 ? 1 : 0;
        }
        String kind = HeaderWords.fold(columns.text(row, Role.KIND));
        kindsTell &= HeaderWords.OUT.contains(kind) || HeaderWords.IN.contains(kind);
    }

    /** Returns what stands before decimals, if any amount made a difference. */
    Optional<Decimal> decimal() {
        return decimals.decimal();
    }

    /** Returns the amount of {@code row}. */
    BigDecimal of(Row row) throws LineRefusedException {
        Optional<BigDecimal> signed = value(row, Role.AMOUNT);
        Optional<BigDecimal> split = split(row);
        BigDecimal amount;
        if (signed.isPresent()) {
            amount = told(row, signed.get());
            if (split.isPresent() && split.get().compareTo(amount) != 0) {
                throw new LineRefusedException(
                        "the amount is " + amount.toPlainString() + ", but by what was spent and received it is "
                                + split.get().toPlainString());
            }
        } else {
            amount = split.orElseThrow(() -> new LineRefusedException("no amount"));
        }
        amount = amount.subtract(fee(row));
        return options.reversed() ? amount.negate() : amount;
    }

    /** Puts the sign that a column of words tells, if there is one, before {@code amount}. */
    private BigDecimal told(Row row, BigDecimal amount) throws LineRefusedException {
        boolean byKind = columns.has(Role.KIND) && kindsTell && !negativeSeen;
        if (!columns.has(Role.SIGN) && !byKind) {
            return amount;
        }
        String text = columns.text(row, columns.has(Role.SIGN) ? Role.SIGN : Role.KIND);
        String word = HeaderWords.fold(text);
        boolean out = options.out().contains(word)
                || (HeaderWords.OUT.contains(word) && !options.in().contains(word));
        boolean in = options.in().contains(word)
                || (HeaderWords.IN.contains(word) && !options.out().contains(word));
        if (out == in) {
            throw new LineRefusedException("it is not known whether " + Quoted.of(text) + " means spent or received");
        }
        if (in && amount.signum() < 0) {
            throw new LineRefusedException("the amount is negative, and " + Quoted.of(text) + " means received");
        }
        return out ? amount.abs().negate() : amount;
    }

    /** Returns what the columns of spent and received come to; empty if they are not there or say nothing. */
    private Optional<BigDecimal> split(Row row) throws LineRefusedException {
        Optional<BigDecimal> debit = value(row, Role.DEBIT);
        Optional<BigDecimal> credit = value(row, Role.CREDIT);
        boolean spent = debit.filter(value -> value.signum() != 0).isPresent();
        boolean received = credit.filter(value -> value.signum() != 0).isPresent();
        if (spent && received) {
            throw new LineRefusedException("both spent and received");
        }
        if (spent) {
            BigDecimal value = debit.get();
            boolean usuallyNegative = negativeDebits > positiveDebits;
            if ((value.signum() < 0) != usuallyNegative) {
                throw new LineRefusedException(
                        "what was spent has another sign than in the other lines: " + value.toPlainString());
            }
            return Optional.of(value.abs().negate());
        }
        if (received && credit.get().signum() < 0) {
            throw new LineRefusedException(
                    "what was received is negative: " + credit.get().toPlainString());
        }
        return received ? credit : debit.or(() -> credit);
    }

    private BigDecimal fee(Row row) throws LineRefusedException {
        BigDecimal fee = value(row, Role.FEE).orElse(BigDecimal.ZERO);
        if (fee.signum() < 0) {
            throw new LineRefusedException("the fee is negative: " + fee.toPlainString());
        }
        return fee;
    }

    private Optional<BigDecimal> value(Row row, Role role) throws LineRefusedException {
        String text = columns.text(row, role);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(decimals.value(WrittenAmount.read(text, currency))
                .orElseThrow(() -> new LineRefusedException("not an amount: " + Quoted.of(text))));
    }
}
