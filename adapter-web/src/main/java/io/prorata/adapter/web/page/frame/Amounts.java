package io.prorata.adapter.web.page.frame;

import io.prorata.adapter.web.json.AmountText;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import java.math.BigDecimal;
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
        String plain = words.decimal(form.text(field));
        if (!AmountText.isDecimal(plain)) {
            throw Form.unreadable("/" + field, words.of("amount.form", words.amount("1042.10")));
        }
        try {
            return new AmountText(currency).of(plain);
        } catch (IllegalArgumentException e) {
            throw Form.unreadable("/" + field, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Reads the percentage in {@code field} of {@code form}, written as amounts are.
     *
     * @throws io.prorata.adapter.web.problem.ProblemException 400 if it is none
     */
    public Rate rate(Form form, String field) {
        String plain = words.decimal(form.text(field));
        if (!AmountText.isDecimal(plain)) {
            throw Form.unreadable("/" + field, words.of("amount.form", words.amount("12.5")));
        }
        try {
            return Rate.ofPercent(new BigDecimal(plain));
        } catch (IllegalArgumentException e) {
            throw Form.unreadable("/" + field, String.valueOf(e.getMessage()));
        }
    }
}
