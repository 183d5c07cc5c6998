package io.prorata.adapter.web.account;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.PartyJson;
import io.prorata.domain.account.Account;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An account.
 *
 * @param names the names of the account in bank files
 * @param owners the owners, each with its first month; the first owner also owns it in all earlier months
 * @param common whether its new rows are common to the household; absent if that follows from its owner
 */
@Serdeable.Serializable
record AccountResponse(
        long id,
        String name,
        List<String> names,
        String kind,
        String currency,
        List<OwnerResponse> owners,
        @Nullable Boolean common,
        @Nullable OpeningResponse openingBalance) {

    /** The owner from a month on: {@code pot} or a member's key. */
    @Serdeable.Serializable
    record OwnerResponse(String from, String owner) {}

    /** The balance at the end of a day. */
    @Serdeable.Serializable
    record OpeningResponse(String date, String amount) {}

    static AccountResponse of(Account account, AmountText amounts) {
        return new AccountResponse(
                account.id(),
                account.name(),
                List.copyOf(account.aliases()),
                account.kind().name().toLowerCase(Locale.ROOT),
                amounts.currency().getCurrencyCode(),
                account.owner().entries().stream()
                        .map(entry -> new OwnerResponse(
                                entry.from().toString(),
                                PartyJson.write(entry.terms().orElseThrow())))
                        .toList(),
                account.commonByDefault().orElse(null),
                account.opening()
                        .map(opening -> new OpeningResponse(opening.date().toString(), amounts.text(opening.amount())))
                        .orElse(null));
    }
}
