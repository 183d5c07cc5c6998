package io.prorata.adapter.web.account;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.GivesRows;
import io.prorata.adapter.web.answer.IdempotencyKeys;
import io.prorata.adapter.web.answer.Patches;
import io.prorata.adapter.web.answer.Preconditions;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.MediaTypes;
import io.prorata.adapter.web.json.MergePatch;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.application.account.DescribeAccount;
import io.prorata.application.account.ForgetAccount;
import io.prorata.application.account.ReviseAccount;
import io.prorata.application.account.ShowAccount;
import io.prorata.application.account.ShowAccounts;
import io.prorata.application.account.StateBalance;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.plan.PlanChange;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.account.Account;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts of transactions. */
@Controller("/accounts")
@ExecuteOn(TaskExecutors.BLOCKING)
class AccountController {

    private final DescribeAccount describeAccount;
    private final ReviseAccount reviseAccount;
    private final ForgetAccount forgetAccount;
    private final ShowAccount showAccount;
    private final ShowAccounts showAccounts;
    private final ShowCurrentMonth showCurrentMonth;
    private final StateBalance stateBalance;
    private final IdempotencyKeys once;

    AccountController(
            DescribeAccount describeAccount,
            ReviseAccount reviseAccount,
            ForgetAccount forgetAccount,
            ShowAccount showAccount,
            ShowAccounts showAccounts,
            ShowCurrentMonth showCurrentMonth,
            StateBalance stateBalance,
            IdempotencyKeys once) {
        this.describeAccount = describeAccount;
        this.reviseAccount = reviseAccount;
        this.forgetAccount = forgetAccount;
        this.showAccount = showAccount;
        this.showAccounts = showAccounts;
        this.showCurrentMonth = showCurrentMonth;
        this.stateBalance = stateBalance;
        this.once = once;
    }

    /** List accounts. With their balances at the end of {@code date}, without it at the end of the current month. */
    @Get
    @GivesRows("accounts")
    HttpResponse<AccountsResponse> list(HttpRequest<?> request, Access access, @QueryValue @Nullable LocalDate date) {
        var shown = showAccounts.show(access.household(), Optional.ofNullable(date));
        return Answers.listed(request, shown, List.of(shown.thing().date()), AccountsResponse::of);
    }

    /** Create an account. Its first owner holds for all its rows; no row is changed. */
    @Post
    HttpResponse<AccountResponse> describe(HttpRequest<?> request, Access access, @Body @Valid NewAccountRequest body) {
        var command = new InCurrency<>(body.command(new AmountText(access.currency())), access.currency());
        return once.answer(request, access, body, actor -> {
            var described = describeAccount.describe(access.household(), actor, command);
            return Answers.created(
                    described,
                    URI.create("/accounts/" + described.result().thing().id()),
                    response(described.result()));
        });
    }

    /**
     * State a bank balance. What the bank says is on the account at the end of a day, where no file of it says so; it replaces what was
     * said of that day. The list of accounts compares the latest with the rows.
     */
    @Post("/{id}/balances")
    HttpResponse<BankBalanceResponse> stateBalance(
            HttpRequest<?> request, Access access, long id, @Body @Valid BankBalanceRequest body) {
        var balance = new InCurrency<>(body.balance(new AmountText(access.currency())), access.currency());
        return once.answer(request, access, body, actor -> {
            var stated = stateBalance.state(access.household(), actor, id, balance);
            return Answers.done(
                    stated,
                    BankBalanceResponse.of(
                            new AmountText(stated.result().currency()),
                            stated.result().thing()));
        });
    }

    /** Get an account. With all its owners. */
    @Get("/{id}")
    HttpResponse<AccountResponse> show(HttpRequest<?> request, Access access, long id) {
        return Answers.shown(
                request,
                showAccount.show(access.household(), id),
                account -> AccountResponse.of(account.thing(), new AmountText(account.currency())));
    }

    /** Update an account. A merge patch (RFC 7396); another owner takes effect in a month, all else in every month. */
    @Patch("/{id}")
    @Consumes({MediaTypes.JSON, MediaTypes.MERGE_PATCH})
    HttpResponse<AccountResponse> change(
            HttpRequest<?> request,
            Access access,
            long id,
            @QueryValue @Nullable YearMonth from,
            @QueryValue(defaultValue = "false") Flag restate,
            @Body MergePatch<AccountRequest> patch) {
        var amounts = new AmountText(access.currency());
        YearMonth month = from == null ? showCurrentMonth.show(access.household()) : from;
        var revised = Patches.applied(
                request,
                () -> showAccount.show(access.household(), id),
                (account, read) -> reviseAccount.revise(
                        access.household(),
                        access.actor(),
                        id,
                        read,
                        new EffectiveFrom(Optional.of(month), restate.isTrue()),
                        new InCurrency<>(
                                patch.over(AccountRequest.of(account, account.ownerIn(month), amounts))
                                        .command(amounts),
                                access.currency())));
        return Answers.changed(revised, response(revised.result()));
    }

    /** Delete an account. Possible only if no transaction names it. */
    @Delete("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<Void> forget(HttpRequest<?> request, Access access, long id) {
        return Answers.gone(
                forgetAccount.forget(access.household(), access.actor(), id, Preconditions.expected(request)));
    }

    private static AccountResponse response(PlanChange<Account> change) {
        return AccountResponse.of(change.thing(), new AmountText(change.currency()));
    }
}
