package io.prorata.adapter.web.account;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.domain.account.BankBalance;
import java.time.LocalDate;

/** The balance of an account at the end of a day, as the bank states it. */
@Serdeable
record BankBalanceRequest(LocalDate date, @Amount DecimalText amount) {

    BankBalance balance(AmountText amounts) {
        return new BankBalance(date, amounts.of(amount));
    }
}
