package io.prorata.adapter.web.account;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.MemberKey;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.adapter.web.json.PartyJson;
import io.prorata.application.account.ReviseAccount;
import io.prorata.domain.account.Account;
import io.prorata.domain.account.AccountKind;
import io.prorata.domain.account.OpeningBalance;
import io.prorata.domain.household.Party;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An account, whole.
 *
 * @param names the names of the account in bank files; the default is its name
 * @param kind the default is {@code current}
 * @param owner {@code pot} or a member's key
 * @param common whether its new rows are common to the household; the default follows from its owner
 * @param openingBalance the balance at the end of a day
 */
@Serdeable
record AccountRequest(
        @Name String name,

        @Nullable @Size(max = Account.MOST_ALIASES, message = "an account has at most {max} names in files")
        List<@Name String> names,

        @Nullable AccountKind kind,
        @MemberKey String owner,
        @Nullable Boolean common,
        @Nullable @Valid OpeningRequest openingBalance) {

    /** The balance of an account at the end of a day. */
    @Serdeable
    record OpeningRequest(LocalDate date, @Amount DecimalText amount) {}

    static AccountRequest of(Account account, Party owner, AmountText amounts) {
        return new AccountRequest(
                account.name(),
                List.copyOf(account.aliases()),
                account.kind(),
                PartyJson.write(owner),
                account.commonByDefault().orElse(null),
                account.opening()
                        .map(opening -> new OpeningRequest(opening.date(), amounts.decimal(opening.amount())))
                        .orElse(null));
    }

    ReviseAccount.Command command(AmountText amounts) {
        SortedSet<String> aliases =
                names == null || names.isEmpty() ? new TreeSet<>(List.of(name)) : new TreeSet<>(names);
        return new ReviseAccount.Command(
                name,
                aliases,
                kind == null ? AccountKind.CURRENT : kind,
                PartyJson.party(owner),
                Optional.ofNullable(common),
                Optional.ofNullable(openingBalance)
                        .map(opening -> new OpeningBalance(opening.date(), amounts.of(opening.amount()))));
    }
}
