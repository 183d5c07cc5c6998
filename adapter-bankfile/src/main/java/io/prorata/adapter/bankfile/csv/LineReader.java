package io.prorata.adapter.bankfile.csv;

import io.prorata.adapter.bankfile.text.PlainText;
import io.prorata.adapter.bankfile.written.BankIds;
import io.prorata.adapter.bankfile.written.CurrencyWords;
import io.prorata.adapter.bankfile.written.DateColumn;
import io.prorata.adapter.bankfile.written.LineRefusedException;
import io.prorata.adapter.bankfile.written.MinorUnits;
import io.prorata.application.bankfile.LineFilter;
import io.prorata.application.bankfile.Quoted;
import io.prorata.application.bankfile.ReadLine;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts a row to a bank line, after the format of dates and amounts is known. */
final class LineReader {

    private static final Pattern CARD_NUMBER = Pattern.compile(
            "(?i)(?:(?:card|carte|karte|kaart|tarjeta|carta|cart[aã]o|karta|kort|kortti|cb|visa|mastercard|maestro)"
                    + "\\b[ .:#]*(?:n[or°]\\.?[ ]*)?)+[x*\\d][x*\\d. -]*");

    private final Columns columns;
    private final ReadOptions options;
    private final Currency currency;
    private final ShiftedFields shifted;
    private final KeptNames keptNames = new KeptNames();
    private final BankIds bankIds = new BankIds();

    /** The currency of the file, for lines without one. */
    private final Currency unsaid;

    LineReader(Columns columns, ReadOptions options, Currency currency, ShiftedFields shifted) {
        this.shifted = shifted;
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
                throw new LineRefusedException(row.fields().size() + " fields where the header names " + width
                        + " columns: perhaps a text or an amount holds the delimiter without quotes around it");
            }
        }
        requireWanted(row);
        requireTransaction(row);
        Optional<String> shift = shifted.reason(row, columns);
        if (shift.isPresent()) {
            throw new LineRefusedException(shift.get());
        }
        requireSettled(row);
        requireCurrency(row);
    }

    private void requireWanted(Row row) throws LineRefusedException {
        if (options.only().isPresent()) {
            String value = filtered(row, options.only().get());
            if (!options.only().get().matches(value)) {
                throw new LineRefusedException(
                        "left out: " + options.only().get().column() + " is " + Quoted.of(value));
            }
        }
        if (options.leaveOut().isPresent()) {
            String value = filtered(row, options.leaveOut().get());
            if (options.leaveOut().get().matches(value)) {
                throw new LineRefusedException(
                        "left out: " + options.leaveOut().get().column() + " is " + Quoted.of(value));
            }
        }
    }

    private String filtered(Row row, LineFilter filter) {
        return columns.placeOf(filter.column()).map(row::field).orElse("");
    }

    /** Balances, turnovers and totals are no transactions, with or without a date. */
    private void requireTransaction(Row row) throws LineRefusedException {
        Optional<String> summary = SummaryLines.reason(firstText(row));
        if (summary.isEmpty() && columns.has(Role.KIND)) {
            summary = SummaryLines.reason(columns.text(row, Role.KIND));
        }
        if (summary.isEmpty() && !hasDigit(columns.text(row, Role.DATE))) {
            for (int place = 0; place < row.fields().size() && summary.isEmpty(); place++) {
                summary = SummaryLines.reason(row.field(place));
                if (!row.field(place).isEmpty()) {
                    break;
                }
            }
        }
        if (summary.isPresent()) {
            throw new LineRefusedException(summary.get());
        }
    }

    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private String firstText(Row row) {
        for (int place : columns.labels()) {
            String text = row.field(place);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private void requireSettled(Row row) throws LineRefusedException {
        String state = columns.text(row, Role.STATE);
        String folded = ReadOptions.fold(state);
        boolean listed = !options.settled().isEmpty();
        if (listed ? !options.settled().contains(folded) : StateWords.UNSETTLED.contains(folded)) {
            throw new LineRefusedException("not settled: " + (state.isEmpty() ? "no state" : state));
        }
        if (!listed && !folded.isEmpty() && !StateWords.SETTLED.contains(folded)) {
            throw new LineRefusedException("the state " + Quoted.of(state) + " is not known: is it settled?");
        }
        String remark = columns.text(row, Role.REMARK);
        if (StateWords.UNSETTLED.contains(ReadOptions.fold(remark))) {
            throw new LineRefusedException("not settled: " + remark);
        }
    }

    private void requireCurrency(Row row) throws LineRefusedException {
        String text = options.currency().isPresent() ? "" : columns.text(row, Role.CURRENCY);
        if (text.isEmpty() ? unsaid.equals(currency) : CurrencyWords.isOf(text, currency)) {
            return;
        }
        if (!text.isEmpty() && CurrencyWords.of(text).isEmpty()) {
            throw new LineRefusedException("not a currency: " + Quoted.of(text));
        }
        throw new LineRefusedException(
                "in " + (text.isEmpty() ? unsaid : text) + ", and the household counts in " + currency);
    }

    /** Reads an accepted row. */
    ReadLine.Accepted read(Row row, int number, DateColumn dates, Amounts amounts) throws LineRefusedException {
        LocalDate date = date(row, dates);
        Money amount = MinorUnits.of(amounts.of(row, number), currency);
        String label = label(row);
        try {
            var bank = new BankLine(account(row), date, amount, label, bankId(row));
            return new ReadLine.Accepted(
                    row.line(), bank, name(row, Role.CATEGORY, Role.SUBCATEGORY), subcategory(row));
        } catch (IllegalArgumentException e) {
            throw new LineRefusedException(String.valueOf(e.getMessage()));
        }
    }

    private LocalDate date(Row row, DateColumn dates) throws LineRefusedException {
        String text = columns.text(row, Role.DATE);
        if (text.isEmpty()) {
            throw new LineRefusedException("no date");
        }
        if (Character.isLetter(text.charAt(0)) && StateWords.UNSETTLED.contains(ReadOptions.fold(text))) {
            // Some banks write a text in place of a missing date.
            throw new LineRefusedException("not settled: " + text);
        }
        return dates.read(text);
    }

    private String label(Row row) throws LineRefusedException {
        String first = "";
        for (int place : columns.labels()) {
            String text = spaced(row.field(place));
            if (!text.isEmpty()) {
                if (saysSomething(text)) {
                    return text;
                }
                first = first.isEmpty() ? text : first;
            }
        }
        if (first.isEmpty()) {
            throw new LineRefusedException("no label");
        }
        return first;
    }

    /** The number of a card says less than the shop in the next column, with the word for a card before it as without. */
    private static boolean saysSomething(String text) {
        return hasWord(text) && !CARD_NUMBER.matcher(text).matches();
    }

    private static boolean hasWord(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != 'x' && c != 'X' && (Character.isLetter(c) || Character.isSurrogate(c))) {
                return true;
            }
        }
        return false;
    }

    private @Nullable String account(Row row) {
        return options.account().isPresent() ? options.account().get() : name(row, Role.ACCOUNT);
    }

    private @Nullable String bankId(Row row) {
        return bankIds.of(columns.text(row, Role.BANK_ID))
                .map(LineReader::named)
                .orElse(null);
    }

    /** Adds an accepted row to the statistics of ids. */
    void observeId(Row row) {
        if (columns.has(Role.BANK_ID)) {
            bankIds.observe(columns.text(row, Role.BANK_ID));
        }
    }

    /** Returns the lower level; a line with a lower level alone has it as its only one. */
    private @Nullable String subcategory(Row row) {
        return columns.text(row, Role.CATEGORY).isEmpty() ? null : name(row, Role.SUBCATEGORY);
    }

    /** Returns the first of {@code roles} that the row names. */
    private @Nullable String name(Row row, Role... roles) {
        for (Role role : roles) {
            String text = columns.text(row, role);
            if (!text.isEmpty()) {
                return keptNames.named(text);
            }
        }
        return null;
    }

    private static String named(String text) {
        return Naming.name(spaced(text));
    }

    /** Accounts and categories are the same in many lines. */
    private static final class KeptNames {
        private static final int MOST = 5000;
        private final Map<String, String> names = new HashMap<>();

        String named(String text) {
            String kept = names.get(text);
            if (kept != null) {
                return kept;
            }
            String name = LineReader.named(text);
            if (names.size() < MOST) {
                names.put(text, name);
            }
            return name;
        }
    }

    /** Returns {@code text} with one blank for any run of blanks, tabs and line ends: banks pad with them. */
    private static String spaced(String text) {
        StringBuilder spaced = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = true;
            } else if (c < 0x7F || !PlainText.isMark(c)) {
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
