package io.prorata.adapter.web.account;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.account.BankComparison;
import org.jspecify.annotations.Nullable;

/**
 * What the bank says is on an account, beside what its rows come to.
 *
 * @param date the day at whose end it is
 * @param amount what the bank says
 * @param computed the opening balance and all rows up to that day; absent where the day is before that of the opening balance
 * @param difference what the bank has more than that
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
