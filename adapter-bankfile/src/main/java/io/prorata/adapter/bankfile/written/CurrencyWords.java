package io.prorata.adapter.bankfile.written;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What may be written beside an amount to say its currency: a code, a sign, an abbreviation. */
public final class CurrencyWords {

    /** The signs that are no currency's code, and whose they are. */
    private static final Map<String, Set<String>> SYMBOLS = Map.ofEntries(
            Map.entry("€", Set.of("EUR")),
            Map.entry("£", Set.of("GBP", "GIP", "FKP", "SHP", "EGP", "LBP")),
            Map.entry(
                    "$",
                    Set.of(
                            "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "CLP", "COP", "ARS", "UYU", "BBD",
                            "BMD", "BSD", "BZD", "JMD", "TTD", "XCD", "FJD", "NAD", "LRD", "SRD", "GYD", "KYD", "SBD",
                            "BND", "DOP")),
            Map.entry("US$", Set.of("USD")),
            Map.entry("CA$", Set.of("CAD")),
            Map.entry("C$", Set.of("CAD", "NIO")),
            Map.entry("A$", Set.of("AUD")),
            Map.entry("NZ$", Set.of("NZD")),
            Map.entry("HK$", Set.of("HKD")),
            Map.entry("S$", Set.of("SGD")),
            Map.entry("R$", Set.of("BRL")),
            Map.entry("¥", Set.of("JPY", "CNY")),
            Map.entry("円", Set.of("JPY")),
            Map.entry("元", Set.of("CNY")),
            Map.entry("원", Set.of("KRW")),
            Map.entry("FR", Set.of("CHF")),
            Map.entry("SFR", Set.of("CHF")),
            Map.entry("KR", Set.of("SEK", "NOK", "DKK", "ISK")),
            Map.entry("KČ", Set.of("CZK")),
            Map.entry("ZŁ", Set.of("PLN")),
            Map.entry("FT", Set.of("HUF")),
            Map.entry("LEI", Set.of("RON", "MDL")),
            Map.entry("ЛВ", Set.of("BGN")),
            Map.entry("РУБ", Set.of("RUB")),
            Map.entry("ГРН", Set.of("UAH")),
            Map.entry("TL", Set.of("TRY")),
            Map.entry("RS", Set.of("INR", "PKR", "LKR", "NPR", "MUR")),
            Map.entry("₹", Set.of("INR")),
            Map.entry("₽", Set.of("RUB")),
            Map.entry("₺", Set.of("TRY")),
            Map.entry("₴", Set.of("UAH")),
            Map.entry("₪", Set.of("ILS")),
            Map.entry("₩", Set.of("KRW")),
            Map.entry("R", Set.of("ZAR")));

    private CurrencyWords() {}

    /** Returns the codes that {@code word} can stand for; none if it names no currency. */
    public static Set<String> of(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        String bare = upper.endsWith(".") ? upper.substring(0, upper.length() - 1) : upper;
        Set<String> symbol = SYMBOLS.get(bare);
        if (symbol != null) {
            return symbol;
        }
        return Currencies.named(bare)
                .map(Currency::getCurrencyCode)
                .map(Set::of)
                .orElse(Set.of());
    }

    /** Whether {@code word} can stand for {@code currency}. */
    public static boolean isOf(String word, Currency currency) {
        return of(word).contains(currency.getCurrencyCode());
    }
}
