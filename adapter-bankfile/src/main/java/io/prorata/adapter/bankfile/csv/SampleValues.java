package io.prorata.adapter.bankfile.csv;

import io.prorata.adapter.bankfile.written.CurrencyWords;
import io.prorata.adapter.bankfile.written.LineRefusedException;
import io.prorata.adapter.bankfile.written.WrittenAmount;
import io.prorata.adapter.bankfile.written.WrittenDate;
import io.prorata.application.bankfile.ReadOptions;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What the first rows below a header hold, by which columns of doubtful names are told apart. */
record SampleValues(List<Row> rows, Currency currency) {

    /** Codes that are words in no language of the banks known here, so that a column of them is one of currencies. */
    private static final Set<String> COMMON = Set.of(
            "EUR", "USD", "GBP", "CHF", "JPY", "SEK", "NOK", "DKK", "ISK", "PLN", "CZK", "HUF", "RON", "BGN", "HRK",
            "TRY", "RUB", "UAH", "CAD", "AUD", "NZD", "SGD", "HKD", "CNY", "INR", "KRW", "THB", "MXN", "BRL", "ZAR",
            "ILS", "AED", "€", "£", "$", "¥");

    /** Nothing is known of any column. */
    static SampleValues none(Currency currency) {
        return new SampleValues(List.of(), currency);
    }

    /** Whether the column holds something else than dates. */
    boolean isNoDate(int place) {
        return mostly(place, text -> !WrittenDate.read(text).isDate() && !isState(text));
    }

    /** Whether the column holds dates, or anything else that is no amount. */
    boolean isNoAmount(int place) {
        return mostly(place, text -> !isAmount(text));
    }

    boolean isAmount(String text) {
        try {
            WrittenAmount amount = WrittenAmount.read(text, currency);
            return amount.withPoint().isPresent() || amount.withComma().isPresent();
        } catch (LineRefusedException e) {
            // In another currency: an amount all the same.
            return text.chars().anyMatch(c -> c >= '0' && c <= '9');
        }
    }

    /** Whether every value of the column is a currency. */
    boolean isCurrency(int place) {
        Set<String> values = values(place);
        return !values.isEmpty()
                && values.stream().allMatch(text -> !CurrencyWords.of(text).isEmpty())
                && values.stream().anyMatch(text -> COMMON.contains(text) || CurrencyWords.isOf(text, currency));
    }

    boolean isNoCurrency(int place) {
        return mostly(place, text -> CurrencyWords.of(text).isEmpty());
    }

    /** Whether most rows have something in the column. */
    boolean isFilled(int place) {
        long filled = rows.stream().filter(row -> !row.field(place).isEmpty()).count();
        return filled * 2 >= rows.size() && filled > 0;
    }

    /** Returns how many values have decimals. */
    long withDecimals(int place) {
        return rows.stream()
                .filter(row -> row.field(place).matches(".*\\d[.,]\\d{1,2}\\D*"))
                .count();
    }

    /** Returns how many letters all values have together. */
    long length(int place) {
        return rows.stream().mapToLong(row -> row.field(place).length()).sum();
    }

    Set<String> values(int place) {
        Set<String> values = new HashSet<>();
        for (Row row : rows) {
            String text = row.field(place);
            if (!text.isEmpty()) {
                values.add(text);
            }
        }
        return values;
    }

    private static boolean isState(String text) {
        return StateWords.UNSETTLED.contains(ReadOptions.fold(text));
    }

    private boolean mostly(int place, Predicate<String> property) {
        int yes = 0;
        int all = 0;
        for (Row row : rows) {
            String text = row.field(place);
            if (!text.isEmpty()) {
                all++;
                yes += property.test(text) ? 1 : 0;
            }
        }
        return all > 0 && yes * 2 > all;
    }
}
