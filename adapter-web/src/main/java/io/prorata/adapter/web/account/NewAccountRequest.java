package io.prorata.adapter.web.account;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.MemberKey;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.account.DescribeAccount;
import io.prorata.application.account.ReviseAccount;
import io.prorata.domain.account.Account;
import io.prorata.domain.account.AccountKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A new account.
 *
 * @param names the names of the account in bank files; the default is its name
 * @param kind the default is {@code current}
 * @param owner {@code pot} or a member's key
 * @param from the first month of the owner, the default is the current month; the owner also owns it in all earlier months
 * @param common whether its new rows are common to the household; the default follows from its owner
 * @param openingBalance the balance at the end of a day
 */
@Serdeable
record NewAccountRequest(
        @Name String name,

        @Nullable @Size(max = Account.MOST_ALIASES, message = "an account has at most {max} names in files")
        List<@Name String> names,

        @Nullable AccountKind kind,
        @MemberKey String owner,
        @Nullable YearMonth from,
        @Nullable Boolean common,
        AccountRequest.@Nullable @Valid OpeningRequest openingBalance) {

    DescribeAccount.Command command(AmountText amounts) {
        ReviseAccount.Command stated =
                new AccountRequest(name, names, kind, owner, common, openingBalance).command(amounts);
        return new DescribeAccount.Command(
                stated.name(),
                stated.aliases(),
                stated.kind(),
                stated.owner(),
                Optional.ofNullable(from),
                stated.commonByDefault(),
                stated.opening());
    }
}
