package io.prorata.adapter.bankfile;

import io.prorata.application.bankfile.DateFormat;
import io.prorata.application.bankfile.Quoted;
import io.prorata.application.bankfile.ReadLine;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Turns a row into a bank line, once it is known how the file's dates and amounts are written. */
final class LineReader {

    private static final int MOST_DIGITS = 15;

    private final Columns columns;
    private final ReadOptions options;
    private final Currency currency;

    /** What the file counts in, where its lines do not say. */
    private final Currency unsaid;

    LineReader(Columns columns, ReadOptions options, Currency currency) {
        this.columns = columns;
        this.options = options;
        this.currency = currency;
        this.unsaid = options.currency().or(columns::statedCurrency).orElse(currency);
    }

    /** @throws LineRefusedException if the row is not one to be read: not whole, not settled, or in another currency */
    void requireOurs(Row row) throws LineRefusedException {
        if (row.problem().isPresent()) {
            throw new LineRefusedException(row.problem().get());
        }
        int width = columns.header().size();
        for (int place = width; width > 0 && place < row.fields().size(); place++) {
            if (!row.field(place).isEmpty()) {
                throw new LineRefusedException(
                        row.fields().size() + " fields where the header names " + width + " columns");
            }
        }
        requireSettled(row);
        requireCurrency(row);
    }

    private void requireSettled(Row row) throws LineRefusedException {
        String state = columns.text(row, Role.STATE);
        String folded = HeaderWords.fold(state);
        boolean listed = !options.settled().isEmpty();
        if (listed ? !options.settled().contains(folded) : HeaderWords.UNSETTLED.contains(folded)) {
            throw new LineRefusedException("not settled: " + (state.isEmpty() ? "no state" : state));
        }
        if (!listed && !folded.isEmpty() && !HeaderWords.SETTLED.contains(folded)) {
            throw new LineRefusedException("the state " + Quoted.of(state) + " is not known: is it settled?");
        }
        String remark = columns.text(row, Role.REMARK);
        if (HeaderWords.UNSETTLED.contains(HeaderWords.fold(remark))) {
            throw new LineRefusedException("not settled: " + remark);
        }
    }

    private void requireCurrency(Row row) throws LineRefusedException {
        String text = options.currency().isPresent() ? "" : columns.text(row, Role.CURRENCY);
        Currency own = unsaid;
        if (!text.isEmpty()) {
            own = Currencies.named(text)
                    .orElseThrow(() -> new LineRefusedException("not a currency: " + Quoted.of(text)));
        }
        if (!own.equals(currency)) {
            throw new LineRefusedException("in " + own + ", and the household counts in " + currency);
        }
    }

    /** Reads a row that is ours. */
    ReadLine.Accepted read(Row row, DateFormat dates, Amounts amounts) throws LineRefusedException {
        LocalDate date = date(row, dates);
        Money amount = money(amounts.of(row));
        String label = label(row);
        try {
            var bank = new BankLine(account(row), date, amount, label, name(row, Role.BANK_ID));
            return new ReadLine.Accepted(
                    row.line(), bank, name(row, Role.CATEGORY, Role.SUBCATEGORY), subcategory(row));
        } catch (IllegalArgumentException e) {
            throw new LineRefusedException(String.valueOf(e.getMessage()));
        }
    }

    private LocalDate date(Row row, DateFormat dates) throws LineRefusedException {
        String text = columns.text(row, Role.DATE);
        if (text.isEmpty()) {
            throw new LineRefusedException("no date");
        }
        return WrittenDate.read(text, dates).orElseThrow(() -> notADate(text));
    }

    private static LineRefusedException notADate(String text) {
        // Some banks write in place of the date that there is none yet.
        return HeaderWords.UNSETTLED.contains(HeaderWords.fold(text))
                ? new LineRefusedException("not settled: " + text)
                : new LineRefusedException("not a date as the file writes them: " + Quoted.of(text));
    }

    private Money money(BigDecimal amount) throws LineRefusedException {
        BigDecimal shortest = amount.stripTrailingZeros();
        if (shortest.scale() > currency.getDefaultFractionDigits()) {
            throw new LineRefusedException(
                    "the amount " + amount.toPlainString() + " has more decimals than " + currency);
        }
        if (amount.precision() - amount.scale() > MOST_DIGITS) {
            throw new LineRefusedException("the amount is too large: " + Quoted.of(amount.toPlainString()));
        }
        return Money.of(shortest, currency);
    }

    private String label(Row row) throws LineRefusedException {
        for (int place : columns.labels()) {
            String text = spaced(row.field(place));
            if (!text.isEmpty()) {
                return text;
            }
        }
        throw new LineRefusedException("no label");
    }

    private @Nullable String account(Row row) {
        return options.account().isPresent() ? options.account().get() : name(row, Role.ACCOUNT);
    }

    /** Returns the lower level; a line with a lower level alone has it as its only one. */
    private @Nullable String subcategory(Row row) {
        return name(row, Role.CATEGORY) == null ? null : name(row, Role.SUBCATEGORY);
    }

    /** Returns the first of {@code roles} that the row names. */
    private @Nullable String name(Row row, Role... roles) {
        for (Role role : roles) {
            String text = spaced(columns.text(row, role));
            if (!text.isEmpty()) {
                return Naming.name(text);
            }
        }
        return null;
    }

    /** Returns {@code text} with one blank for any run of blanks, tabs and line ends: banks pad with them. */
    private static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = true;
            } else {
                if (gap && !spaced.isEmpty()) {
                    spaced.append(' ');
                }
                gap = false;
                spaced.append(c);
            }
        }
        return spaced.toString();
    }
}
