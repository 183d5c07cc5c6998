package io.prorata.adapter.web.account;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.account.BankComparison;
import org.jspecify.annotations.Nullable;

/**
 * The balance of an account as the bank states it, beside the balance computed from its rows.
 *
 * @param date the day of the balance, at its end
 * @param amount the bank's balance
 * @param computed the opening balance and all rows up to that day; absent where the day is before that of the opening balance
 * @param difference the bank's balance less the computed one
 */
@Serdeable.Serializable
record BankBalanceResponse(
        String date,
        String amount,
        @Nullable String computed,
        @Nullable String difference) {

    static BankBalanceResponse of(AmountText amounts, BankComparison comparison) {
        return new BankBalanceResponse(
                comparison.bank().date().toString(),
                amounts.text(comparison.bank().amount()),
                comparison.computed().map(amounts::text).orElse(null),
                comparison.difference().map(amounts::text).orElse(null));
    }
}
