package io.prorata.adapter.bankfile.csv;

import io.prorata.adapter.bankfile.written.AmountColumn;
import io.prorata.adapter.bankfile.written.Direction;
import io.prorata.adapter.bankfile.written.Letters;
import io.prorata.adapter.bankfile.written.LineRefusedException;
import io.prorata.adapter.bankfile.written.WrittenAmount;
import io.prorata.application.bankfile.Quoted;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.domain.RefusedException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a file, with spent as negative: from a column with signs, from a column without signs and a column of words, or from
 * separate columns for spent and received.
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

    private final BalanceProof balances = new BalanceProof();

    private boolean reversedByBalance;
    private boolean signedByBalance;
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

    /** Adds an accepted row to the statistics of the file. */
    void observe(Row row, int number) throws LineRefusedException {
        WrittenAmount[] written = new WrittenAmount[WRITTEN.size()];
        for (int i = 0; i < written.length; i++) {
            String text = columns.text(row, WRITTEN.get(i));
            written[i] = text.isEmpty() ? null : WrittenAmount.read(text, currency);
        }
        // Only after all are read: a refused line does not count.
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
        if (columns.has(Role.BALANCE)) {
            balances.observe(number, columns.text(row, Role.ACCOUNT), asWritten(written), balance(row));
        }
    }

    /** Returns an amount with its written sign, or the sign of its column or letters. */
    private Optional<BigDecimal> asWritten(@Nullable WrittenAmount[] written) {
        if (written[0] != null) {
            WrittenAmount amount = written[0];
            return decimals.certain(amount)
                    .map(value -> amount.told().isEmpty()
                            ? value
                            : amount.told().get() == Direction.SPENT
                                    ? value.abs().negate()
                                    : value.abs());
        }
        Optional<BigDecimal> debit = Optional.ofNullable(written[1]).flatMap(decimals::certain);
        Optional<BigDecimal> credit = Optional.ofNullable(written[2]).flatMap(decimals::certain);
        return debit.filter(value -> value.signum() != 0)
                .map(BigDecimal::negate)
                .or(() -> credit);
    }

    /** Returns the balance after a row; empty if there is none, or if it is ambiguous. */
    Optional<BigDecimal> balance(Row row) {
        String text = columns.text(row, Role.BALANCE);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            WrittenAmount written = WrittenAmount.read(text, currency);
            Optional<BigDecimal> certain = decimals.certain(written).or(() -> otherwise(written));
            return written.told().equals(Optional.of(Direction.SPENT)) ? certain.map(BigDecimal::negate) : certain;
        } catch (LineRefusedException e) {
            // An invalid balance proves nothing and refuses nothing.
            return Optional.empty();
        }
    }

    /** Balances may have another format than amounts. */
    private static Optional<BigDecimal> otherwise(WrittenAmount written) {
        return written.withPoint().isPresent() == written.withComma().isPresent()
                ? Optional.empty()
                : written.withPoint().or(written::withComma);
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
     * Decides how spent and received are distinguished, after all rows were read.
     *
     * @throws io.prorata.domain.RefusedException if that is unclear and an option could settle it
     */
    void settle() {
        if (!columns.has(Role.AMOUNT) || (columns.has(Role.DEBIT) && columns.has(Role.CREDIT))) {
            return;
        }
        if (options.column(ReadOption.SIGN_COLUMN).isEmpty()
                && options.reversed().isEmpty()
                && byBalance()) {
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

    /** If balances prove amounts, they decide spent and received, with precedence over everything else. */
    private boolean byBalance() {
        if (balances.provesSigns()) {
            return true;
        }
        if (balances.provesReversed()) {
            reversedByBalance = true;
            return true;
        }
        // Amounts without signs; a column of words takes precedence, and covers the first line too.
        if (balances.provesAmounts() && values.negative() == 0) {
            try {
                sign = SignColumn.choose(values, columns, options);
            } catch (RefusedException e) {
                // The balances answer the question.
                sign = Optional.empty();
            }
            signedByBalance = sign.isEmpty();
            return true;
        }
        return false;
    }

    /** Returns the order in which balances follow from amounts, if they mostly do. */
    Optional<BalanceProof.Order> balanceOrder() {
        return balances.isWhole() ? Optional.empty() : balances.order();
    }

    /** Whether the balances prove all amounts, and how they were read with them. */
    boolean provenByBalance() {
        return balances.provesAmounts();
    }

    /** Adds warnings about the signs of the file. */
    void warn(Warnings warnings) {
        if (reversedByBalance) {
            warnings.ofFile("the balances show that positive amounts were spent, and they are read so");
        } else if (signedByBalance) {
            warnings.ofFile("amounts carry no sign, and the balances tell what was spent and what received");
        }
        if (feeLeftOut) {
            String fee = columns.nameOf(columns.place(Role.FEE).orElseThrow());
            warnings.ofFile("the column " + Quoted.of(fee)
                    + " is not subtracted; if it comes on top of the amount, say fee_column=" + fee);
        }
    }

    /** Returns the place of the column that distinguishes spent and received, if there is one. */
    Optional<Integer> signPlace() {
        return sign.map(SignColumn::place);
    }

    /** Returns the amount of {@code row}, the one of that {@code number}. */
    BigDecimal of(Row row, int number) throws LineRefusedException {
        Optional<BigDecimal> split = split(row);
        BigDecimal amount;
        if (columns.text(row, Role.AMOUNT).isEmpty()) {
            amount = split.orElseThrow(() -> new LineRefusedException("no amount"));
        } else {
            amount = signed(row, number);
            if (split.isPresent() && split.get().compareTo(amount) != 0) {
                throw new LineRefusedException(
                        "the amount is " + amount.toPlainString() + ", but by what was spent and received it is "
                                + split.get().toPlainString());
            }
        }
        return amount.subtract(fee(row));
    }

    private BigDecimal signed(Row row, int number) throws LineRefusedException {
        WrittenAmount written = written(row, Role.AMOUNT);
        BigDecimal amount = value(row, Role.AMOUNT, written);
        if (signedByBalance && amount.signum() != 0) {
            Direction told = balances.direction(number)
                    .orElseThrow(() -> new LineRefusedException(
                            "the amount carries no sign, and its balance does not tell whether it was spent or"
                                    + " received"));
            return told == Direction.SPENT ? amount.negate() : amount;
        }
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
        return reversed || reversedByBalance ? amount.negate() : amount;
    }

    /** A letter beside an amount decides; a sign has to agree. */
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

    /** Returns the amount of the columns of spent and received; empty if there are none or both are empty. */
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
