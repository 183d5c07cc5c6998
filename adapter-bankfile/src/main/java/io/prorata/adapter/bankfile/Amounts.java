package io.prorata.adapter.bankfile;

import io.prorata.application.bankfile.Quoted;
import io.prorata.application.bankfile.ReadOptions;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a file, spent negative: from a column with signs, from one without and a column of words that tell, or from one column
 * for what was spent and one for what was received.
 */
final class Amounts {

    private static final List<Role> WRITTEN = List.of(Role.AMOUNT, Role.DEBIT, Role.CREDIT, Role.FEE);

    private final Columns columns;
    private final ReadOptions options;
    private final Currency currency;
    private final AmountColumn decimals;
    private final ColumnValues values = new ColumnValues();
    private final Letters letters = new Letters();
    private final UsualSign debits = new UsualSign("spent", false);
    private final UsualSign credits = new UsualSign("received", true);
    private final ReversedSigns reversedSigns = new ReversedSigns();
    private final boolean reversed;

    private boolean feeLeftOut;
    private Optional<SignColumn> sign = Optional.empty();

    /** @param decimals of the whole file */
    Amounts(Columns columns, ReadOptions options, Currency currency, AmountColumn decimals) {
        this.columns = columns;
        this.options = options;
        this.currency = currency;
        this.decimals = decimals;
        this.reversed = options.reversed().orElse(false);
    }

    /** Learns from an accepted row how the others are written. */
    void observe(Row row) throws LineRefusedException {
        WrittenAmount[] written = new WrittenAmount[WRITTEN.size()];
        for (int i = 0; i < written.length; i++) {
            String text = columns.text(row, WRITTEN.get(i));
            written[i] = text.isEmpty() ? null : WrittenAmount.read(text, currency);
        }
        // Not before all are read: a line that is refused says nothing of the others.
        for (int i = 0; i < written.length; i++) {
            if (written[i] != null) {
                observe(row, WRITTEN.get(i), written[i]);
            }
        }
        boolean both = signOf(written[1]) != 0 && signOf(written[2]) != 0;
        if (!both) {
            debits.observe(signOf(written[1]));
            credits.observe(signOf(written[2]));
        }
    }

    private void observe(Row row, Role role, WrittenAmount amount) {
        decimals.observe(row.line(), columns.text(row, role), amount);
        if (role == Role.AMOUNT) {
            letters.observe(amount);
            if (amount.told().isEmpty()) {
                values.observe(row, signOf(amount));
            }
            if (!columns.labels().isEmpty()) {
                reversedSigns.observe(row.field(columns.labels().get(0)), signOf(amount));
            }
        }
        feeLeftOut |= role == Role.FEE && !columns.feeCounts() && signOf(amount) != 0;
    }

    private static int signOf(@Nullable WrittenAmount amount) {
        return amount == null
                ? 0
                : amount.withPoint()
                        .or(amount::withComma)
                        .map(BigDecimal::signum)
                        .orElse(0);
    }

    /**
     * Decides what tells spent from received, once all rows were observed.
     *
     * @throws io.prorata.domain.RefusedException if nothing does, and something could
     */
    void settle() {
        if (!columns.has(Role.AMOUNT) || (columns.has(Role.DEBIT) && columns.has(Role.CREDIT))) {
            return;
        }
        sign = SignColumn.choose(values, columns, options);
        if (options.reversed().isEmpty()) {
            letters.requireTold();
            if (sign.isEmpty()) {
                reversedSigns.requireNone();
            }
        }
    }

    /** Returns the place of the column that tells spent from received, if one does. */
    Optional<Integer> signPlace() {
        return sign.map(SignColumn::place);
    }

    /** Whether some lines have a fee that is not subtracted. */
    boolean leavesFeeOut() {
        return feeLeftOut;
    }

    /** Whether no amount is spent where amounts carry their own sign. */
    long spent() {
        return values.negative();
    }

    /** Returns the amount of {@code row}. */
    BigDecimal of(Row row) throws LineRefusedException {
        Optional<BigDecimal> split = split(row);
        BigDecimal amount;
        if (columns.text(row, Role.AMOUNT).isEmpty()) {
            amount = split.orElseThrow(() -> new LineRefusedException("no amount"));
        } else {
            amount = signed(row);
            if (split.isPresent() && split.get().compareTo(amount) != 0) {
                throw new LineRefusedException(
                        "the amount is " + amount.toPlainString() + ", but by what was spent and received it is "
                                + split.get().toPlainString());
            }
        }
        return amount.subtract(fee(row));
    }

    private BigDecimal signed(Row row) throws LineRefusedException {
        WrittenAmount written = written(row, Role.AMOUNT);
        BigDecimal amount = value(row, Role.AMOUNT, written);
        Optional<BigDecimal> byWord = sign.isPresent() ? sign.get().told(row, amount, reversed) : Optional.empty();
        if (written.told().isPresent()) {
            return lettered(written, amount, byWord);
        }
        if (byWord.isPresent()) {
            return byWord.get();
        }
        if (letters.decide() && !written.signed() && amount.signum() != 0) {
            throw new LineRefusedException("neither a sign nor a letter tells whether "
                    + Quoted.of(columns.text(row, Role.AMOUNT)) + " was spent or received");
        }
        return reversed ? amount.negate() : amount;
    }

    /** A letter beside an amount decides; a sign beside it has to say the same. */
    private BigDecimal lettered(WrittenAmount written, BigDecimal amount, Optional<BigDecimal> byWord)
            throws LineRefusedException {
        Direction told = written.told().orElseThrow();
        BigDecimal lettered = told == Direction.SPENT ? amount.abs().negate() : amount.abs();
        BigDecimal bySign = reversed ? amount.negate() : amount;
        if (written.signed() && bySign.compareTo(lettered) != 0) {
            throw new LineRefusedException(
                    "the sign of the amount and the letters beside it, which mean " + told + ", contradict each other");
        }
        if (byWord.isPresent() && byWord.get().compareTo(lettered) != 0) {
            throw new LineRefusedException("the letters beside the amount, which mean " + told
                    + ", and the column that tells contradict each other");
        }
        return lettered;
    }

    /** Returns what the columns of spent and received come to; empty if they are not there or say nothing. */
    private Optional<BigDecimal> split(Row row) throws LineRefusedException {
        Optional<BigDecimal> debit = ofColumn(row, Role.DEBIT, Direction.SPENT);
        Optional<BigDecimal> credit = ofColumn(row, Role.CREDIT, Direction.RECEIVED);
        boolean spent = debit.filter(value -> value.signum() != 0).isPresent();
        boolean received = credit.filter(value -> value.signum() != 0).isPresent();
        if (spent && received) {
            throw new LineRefusedException("both spent and received");
        }
        if (spent) {
            return Optional.of(debits.usual(debit.get()).negate());
        }
        if (received) {
            return Optional.of(credits.usual(credit.get()));
        }
        return debit.or(() -> credit);
    }

    private Optional<BigDecimal> ofColumn(Row row, Role role, Direction direction) throws LineRefusedException {
        if (columns.text(row, role).isEmpty()) {
            return Optional.empty();
        }
        WrittenAmount written = written(row, role);
        if (written.told().isPresent() && written.told().get() != direction) {
            throw new LineRefusedException("the letters beside " + Quoted.of(columns.text(row, role)) + " do not mean "
                    + direction + ", as its column does");
        }
        return Optional.of(value(row, role, written));
    }

    private BigDecimal fee(Row row) throws LineRefusedException {
        if (!columns.feeCounts() || columns.text(row, Role.FEE).isEmpty()) {
            return BigDecimal.ZERO;
        }
        BigDecimal fee = value(row, Role.FEE, written(row, Role.FEE));
        if (fee.signum() < 0) {
            throw new LineRefusedException("the fee is negative: " + fee.toPlainString());
        }
        return fee;
    }

    private WrittenAmount written(Row row, Role role) throws LineRefusedException {
        return WrittenAmount.read(columns.text(row, role), currency);
    }

    private BigDecimal value(Row row, Role role, WrittenAmount written) throws LineRefusedException {
        return decimals.value(written)
                .orElseThrow(() -> new LineRefusedException("not an amount: " + Quoted.of(columns.text(row, role))));
    }
}
