package io.prorata.adapter.bankfile.written;

import io.prorata.application.bankfile.Decimal;
import io.prorata.application.bankfile.Quoted;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.Unreadable;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Detects the decimal mark from all amounts of a file. */
public final class AmountColumn {

    private final Optional<Decimal> stated;
    private boolean pointSeen;
    private boolean commaSeen;
    private @Nullable String either;

    /** @param stated by the sender, if they did */
    public AmountColumn(Optional<Decimal> stated) {
        this.stated = stated;
    }

    /** Adds the amount {@code text} of a line. */
    public void observe(int line, String text, WrittenAmount amount) {
        if (amount.withPoint().equals(amount.withComma())) {
            return;
        }
        if (amount.withComma().isEmpty()) {
            pointSeen = true;
        } else if (amount.withPoint().isEmpty()) {
            commaSeen = true;
        } else if (either == null) {
            either = "line " + line + " has " + Quoted.of(text);
        }
    }

    /**
     * Returns how to read an amount that can mean two things; empty if none can.
     *
     * @throws io.prorata.domain.RefusedException if there is one, and the others do not tell
     */
    public Optional<Decimal> decimal() {
        if (stated.isPresent()) {
            return stated;
        }
        if (either != null && pointSeen == commaSeen) {
            throw Unreadable.AMBIGUOUS_AMOUNTS.because(
                    either + ", and no amount of the file tells whether that is thousands or decimals",
                    ReadOption.DECIMAL);
        }
        return pointSeen == commaSeen ? Optional.empty() : Optional.of(pointSeen ? Decimal.POINT : Decimal.COMMA);
    }

    /** Reads an amount as the sender says, else as it must be, else as the others of the file are. */
    public Optional<BigDecimal> value(WrittenAmount amount) {
        Optional<Decimal> decimal = decimal();
        if (stated.isPresent()
                || (amount.withPoint().isPresent() && amount.withComma().isPresent())) {
            return decimal.equals(Optional.of(Decimal.COMMA)) ? amount.withComma() : amount.withPoint();
        }
        return amount.withPoint().or(amount::withComma);
    }

    /** Returns the value of an amount that can mean one thing only, or that the sender says how to read. */
    public Optional<BigDecimal> certain(WrittenAmount amount) {
        if (stated.isPresent()) {
            return stated.get() == Decimal.COMMA ? amount.withComma() : amount.withPoint();
        }
        if (amount.withPoint().isPresent() && amount.withComma().isPresent()) {
            return amount.withPoint().equals(amount.withComma()) ? amount.withPoint() : Optional.empty();
        }
        return amount.withPoint().or(amount::withComma);
    }

    /** Whether an amount can mean two things and the others do not tell which. */
    public boolean isDoubtful() {
        return stated.isEmpty() && either != null && pointSeen == commaSeen;
    }
}
