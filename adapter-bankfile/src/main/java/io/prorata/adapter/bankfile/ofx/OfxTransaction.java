package io.prorata.adapter.bankfile.ofx;

import io.prorata.adapter.bankfile.statement.Decimals;
import io.prorata.adapter.bankfile.statement.Entry;
import io.prorata.adapter.bankfile.statement.StatementDates;
import io.prorata.adapter.bankfile.statement.Texts;
import io.prorata.adapter.bankfile.written.LineRefusedException;
import io.prorata.application.bankfile.Quoted;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One transaction while its tags are read. */
final class OfxTransaction {

    private static final Set<String> TAGS = Set.of(
            "TRNTYPE",
            "DTPOSTED",
            "DTUSER",
            "TRNAMT",
            "FITID",
            "CHECKNUM",
            "NAME",
            "MEMO",
            "CURSYM",
            "CORRECTFITID",
            "CORRECTACTION");

    private final int number;
    private final boolean pending;
    private final Map<String, String> values = new HashMap<>();

    /** The currency beside an amount that was converted already is not that of the amount. */
    private boolean original;

    /** @param number counted from 1 */
    OfxTransaction(int number, boolean pending) {
        this.number = number;
        this.pending = pending;
    }

    int number() {
        return number;
    }

    void take(String tag, boolean closing, String text) {
        if (tag.equals("ORIGCURRENCY")) {
            original = !closing;
        } else if (tag.equals("CURRENCY")) {
            original = false;
        } else if (!closing && !text.isEmpty() && TAGS.contains(tag) && !(tag.equals("CURSYM") && original)) {
            values.putIfAbsent(tag, text);
        }
    }

    /** @param reversed whether spent is positive in this file */
    Entry entry(@Nullable String account, String currency, boolean reversed) throws LineRefusedException {
        if (pending) {
            throw new LineRefusedException("not settled: pending");
        }
        if (value("CORRECTACTION").equalsIgnoreCase("DELETE")) {
            throw new LineRefusedException(
                    "it takes back the transaction " + Quoted.of(value("CORRECTFITID")) + ": delete that by hand");
        }
        LocalDate date = date();
        BigDecimal amount = amount(reversed);
        String own = value("CURSYM");
        return new Entry(number, account, own.isEmpty() ? currency : own, date, amount, text(), value("FITID"));
    }

    private LocalDate date() throws LineRefusedException {
        String text = value("DTPOSTED").isEmpty() ? value("DTUSER") : value("DTPOSTED");
        if (text.isEmpty()) {
            throw new LineRefusedException("no date");
        }
        return StatementDates.day(text)
                .orElseThrow(() -> new LineRefusedException("not a date as OFX has them: " + Quoted.of(text)));
    }

    /** The sign decides. A type that names the other direction contradicts it, and the line is refused. */
    private BigDecimal amount(boolean reversed) throws LineRefusedException {
        String text = value("TRNAMT");
        if (text.isEmpty()) {
            throw new LineRefusedException("no amount");
        }
        BigDecimal amount =
                Decimals.read(text).orElseThrow(() -> new LineRefusedException("not an amount: " + Quoted.of(text)));
        String type = value("TRNTYPE").toUpperCase(Locale.ROOT);
        int sign = reversed ? -amount.signum() : amount.signum();
        if ((type.equals("DEBIT") && sign > 0) || (type.equals("CREDIT") && sign < 0)) {
            throw new LineRefusedException("the amount is " + amount.toPlainString() + ", and the type is " + type
                    + "; if spent is positive in the whole file, say reversed=yes");
        }
        return amount;
    }

    /** Returns the name and the memo, else what kind of transaction it is. */
    private String text() {
        String text = Texts.joined(value("NAME"), value("MEMO"));
        return text.isEmpty() ? (value("TRNTYPE") + " " + value("CHECKNUM")).strip() : text;
    }

    private String value(String tag) {
        return values.getOrDefault(tag, "");
    }
}
