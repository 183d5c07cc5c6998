package io.prorata.adapter.web.account;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.PartyJson;
import io.prorata.application.account.ShowAccounts;
import io.prorata.application.request.ReadResult;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The described accounts.
 *
 * @param date the day at whose end the balances are
 */
@Serdeable.Serializable
record AccountsResponse(String date, String currency, List<ListedAccount> accounts) {

    /**
     * An account on a day.
     *
     * @param owner the owner in the month of the day: {@code pot} or a member's key
     * @param balance the opening balance and all rows after its day; without one, all rows
     * @param bankBalance the latest balance stated by the bank, up to the day; absent without one
     */
    @Serdeable.Serializable
    record ListedAccount(
            long id,
            String name,
            List<String> names,
            String kind,
            String owner,
            String balance,
            @Nullable BankBalanceResponse bankBalance) {}

    static AccountsResponse of(ReadResult<ShowAccounts.AccountList> list) {
        var amounts = new AmountText(list.currency());
        return new AccountsResponse(
                list.thing().date().toString(),
                list.currency().getCurrencyCode(),
                list.thing().accounts().stream()
                        .map(shown -> new ListedAccount(
                                shown.account().id(),
                                shown.account().name(),
                                List.copyOf(shown.account().aliases()),
                                shown.account().kind().name().toLowerCase(Locale.ROOT),
                                PartyJson.write(
                                        shown.account().ownerIn(list.thing().month())),
                                amounts.text(shown.balance()),
                                shown.bank()
                                        .map(bank -> BankBalanceResponse.of(amounts, bank))
                                        .orElse(null)))
                        .toList());
    }
}
