package io.prorata.adapter.web.page.frame;

import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.money.Money;
import java.text.DecimalFormatSymbols;
import java.util.Currency;

/** Amounts of a currency, as people write and read them in a language. */
public record Amounts(Words words, Currency currency) {

    /** Returns {@code amount} as the language writes it. */
    public String text(Money amount) {
        return words.amount(plain(amount));
    }

    /** Returns {@code amount} as plain decimals, for the field of a form. */
    public String plain(Money amount) {
        return new AmountText(currency).text(amount);
    }

    /**
     * Reads the amount in {@code field} of {@code form}: with the language's separators, or with a dot before the decimals.
     *
     * @throws io.prorata.adapter.web.problem.ProblemException 400 if it is none
     */
    public Money read(Form form, String field) {
        var symbols = DecimalFormatSymbols.getInstance(words.language().locale());
        String text = form.text(field).replaceAll("[\\s\u00a0\u202f']", "").replace('\u2212', '-');
        String decimal = Character.toString(symbols.getDecimalSeparator());
        String plain = text.indexOf(decimal) >= 0 || text.indexOf('.') < 0 || decimal.equals(".")
                ? text.replace(Character.toString(symbols.getGroupingSeparator()), "")
                        .replace(decimal, ".")
                : text;
        if (!AmountText.isDecimal(plain)) {
            throw Form.unreadable("/" + field, words.of("amount.form", words.amount("1042.10")));
        }
        try {
            return new AmountText(currency).of(plain);
        } catch (IllegalArgumentException e) {
            throw Form.unreadable("/" + field, String.valueOf(e.getMessage()));
        }
    }
}
