package io.prorata.adapter.web.page.accounts;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.adapter.web.json.PartyJson;
import io.prorata.adapter.web.page.accounts.AccountsModel.Described;
import io.prorata.adapter.web.page.accounts.AccountsModel.Owner;
import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Parties;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.frame.Stamps;
import io.prorata.application.account.BankComparison;
import io.prorata.application.account.DescribeAccount;
import io.prorata.application.account.ForgetAccount;
import io.prorata.application.account.ReviseAccount;
import io.prorata.application.account.ShowAccounts;
import io.prorata.application.account.ShowAccounts.AccountBalance;
import io.prorata.application.account.StateBalance;
import io.prorata.application.account.StatePot;
import io.prorata.application.household.HouseholdSettings;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.household.ShowHousehold;
import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.account.Account;
import io.prorata.domain.account.AccountKind;
import io.prorata.domain.account.BankBalance;
import io.prorata.domain.account.OpeningBalance;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The accounts, their owners and balances, and whether there is a pot. */
@OfPage
@Controller("/settings")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccountsController {

    private static final String PATH = "/settings/accounts";
    private static final List<String> KINDS =
            Arrays.stream(AccountKind.values()).map(Enum::name).toList();

    private final Screens screens;
    private final ShowHousehold showHousehold;
    private final ShowCurrentMonth showCurrentMonth;
    private final ShowAccounts showAccounts;
    private final DescribeAccount describeAccount;
    private final ReviseAccount reviseAccount;
    private final ForgetAccount forgetAccount;
    private final StatePot statePot;
    private final StateBalance stateBalance;
    private final Clock clock;

    AccountsController(
            Screens screens,
            ShowHousehold showHousehold,
            ShowCurrentMonth showCurrentMonth,
            ShowAccounts showAccounts,
            DescribeAccount describeAccount,
            ReviseAccount reviseAccount,
            ForgetAccount forgetAccount,
            StatePot statePot,
            StateBalance stateBalance,
            Clock clock) {
        this.screens = screens;
        this.showHousehold = showHousehold;
        this.showCurrentMonth = showCurrentMonth;
        this.showAccounts = showAccounts;
        this.describeAccount = describeAccount;
        this.reviseAccount = reviseAccount;
        this.forgetAccount = forgetAccount;
        this.statePot = statePot;
        this.stateBalance = stateBalance;
        this.clock = clock;
    }

    @Get("/accounts")
    HttpResponse<byte[]> show(HttpRequest<?> request, Access access) {
        Frame frame = screens.frame(request, access, "settings", "accounts");
        ReadResult<HouseholdSettings> settings = showHousehold.show(access.household());
        var found = showAccounts.show(access.household(), Optional.empty());
        YearMonth month = showCurrentMonth.show(access.household());
        var parties = new Parties(frame.words(), settings.thing().household());
        var amounts = new Amounts(frame.words(), found.currency());
        var model = new AccountsModel(
                month.toString(),
                LocalDate.now(clock.withZone(settings.thing().household().zone()))
                        .toString(),
                frame.words().day(found.thing().date()),
                found.thing().accounts().stream()
                        .map(account -> described(frame, parties, amounts, account, month))
                        .toList(),
                parties.all(),
                KINDS,
                Stamps.text(settings.stamp()),
                settings.thing().pot().at(month).orElse(true));
        return screens.show(frame, "accounts.jte", model);
    }

    private static Described described(
            Frame frame, Parties parties, Amounts amounts, AccountBalance shown, YearMonth month) {
        Account account = shown.account();
        String owner = PartyJson.write(account.ownerIn(month));
        List<Owner> owners = new ArrayList<>();
        account.owner()
                .entries()
                .forEach(entry -> owners.add(new Owner(
                        frame.words().month(entry.from()),
                        parties.name(PartyJson.write(entry.terms().orElseThrow())))));
        Collections.reverse(owners);
        return new Described(
                account.id(),
                Stamps.text(shown.stamp()),
                account.name(),
                amounts.text(shown.balance()),
                shown.bank().map(bank -> bank(frame, amounts, bank)).orElse(""),
                account.kind().name(),
                owner,
                parties.name(owner),
                String.join("\n", account.aliases()),
                account.commonByDefault().map(common -> common ? "yes" : "no").orElse(""),
                account.opening()
                        .map(OpeningBalance::date)
                        .map(LocalDate::toString)
                        .orElse(""),
                account.opening()
                        .map(OpeningBalance::amount)
                        .map(amounts::plain)
                        .orElse(""),
                owners);
    }

    private static String bank(Frame frame, Amounts amounts, BankComparison bank) {
        String said = frame.t(
                "account.bank",
                frame.words().day(bank.bank().date()),
                amounts.text(bank.bank().amount()));
        return bank.difference()
                .filter(difference -> !difference.isZero())
                .map(difference -> said + " · " + frame.t("account.difference", amounts.text(difference)))
                .orElse(said);
    }

    @OfPage(operation = "POST /accounts/{id}/balances")
    @Post("/accounts/{id}/balances")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> balance(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        Form form = Form.read(body);
        var balance = new BankBalance(form.day("date"), amounts(request, access).read(form, "amount"));
        stateBalance.state(access.household(), access.actor(), id, new InCurrency<>(balance, access.currency()));
        return screens.goOn(request, PATH);
    }

    @OfPage(operation = "POST /accounts")
    @Post("/accounts")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> describe(HttpRequest<?> request, Access access, @Body byte[] body) {
        var command = AccountForm.described(Form.read(body), amounts(request, access));
        describeAccount.describe(access.household(), access.actor(), new InCurrency<>(command, access.currency()));
        return screens.goOn(request, PATH);
    }

    @OfPage(operation = "PATCH /accounts/{id}")
    @Post("/accounts/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> revise(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        Form form = Form.read(body);
        reviseAccount.revise(
                access.household(),
                access.actor(),
                id,
                Stamps.of(form),
                new EffectiveFrom(Optional.of(form.month("from")), form.has("restate")),
                new InCurrency<>(AccountForm.stated(form, amounts(request, access)), access.currency()));
        return screens.goOn(request, PATH);
    }

    @OfPage(operation = "DELETE /accounts/{id}")
    @Post("/accounts/{id}/remove")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> forget(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        forgetAccount.forget(access.household(), access.actor(), id, Stamps.of(Form.read(body)));
        return screens.goOn(request, PATH);
    }

    @OfPage(operation = "PUT /household/pot")
    @Post("/pot")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> pot(HttpRequest<?> request, Access access, @Body byte[] body) {
        Form form = Form.read(body);
        statePot.state(
                access.household(),
                access.actor(),
                Stamps.of(form),
                new EffectiveFrom(Optional.of(form.month("from")), form.has("restate")),
                form.yes("there"));
        return screens.goOn(request, PATH);
    }

    private Amounts amounts(HttpRequest<?> request, Access access) {
        return new Amounts(
                screens.frame(request, access, "settings", "accounts").words(), access.currency());
    }
}
