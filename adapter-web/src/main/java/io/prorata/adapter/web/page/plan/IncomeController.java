package io.prorata.adapter.web.page.plan;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.application.household.ShowHousehold;
import io.prorata.application.plan.AdoptConfig;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.Member;
import io.prorata.domain.income.Income;
import io.prorata.domain.income.TaxRule;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Who is there from a month on, what they earn, and how they divide. */
@OfPage
@Controller("/plan/incomes")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class IncomeController {

    private final Screens screens;
    private final ShowHousehold showHousehold;
    private final ConfigInForce configInForce;
    private final AdoptConfig adoptConfig;

    IncomeController(
            Screens screens, ShowHousehold showHousehold, ConfigInForce configInForce, AdoptConfig adoptConfig) {
        this.screens = screens;
        this.showHousehold = showHousehold;
        this.configInForce = configInForce;
        this.adoptConfig = adoptConfig;
    }

    @OfPage(operation = "POST /configs")
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> adopt(HttpRequest<?> request, Access access, @Body byte[] body) {
        Form form = Form.read(body);
        Words words = screens.frame(request, access, "plan", "place.plan").words();
        Household household = showHousehold.show(access.household()).thing().household();
        YearMonth from = form.month("from");
        List<MemberIncome> incomes = incomes(form, new Amounts(words, access.currency()), household);
        SplitKey key = key(form.text("key"), words, configInForce.in(access, from), incomes);
        adoptConfig.adopt(
                access.household(),
                access.actor(),
                new InCurrency<>(
                        new AdoptConfig.Command(Optional.of(from), incomes, key, form.has("restate")),
                        access.currency()));
        return screens.goOn(request, "/plan?month=" + from);
    }

    /** Returns what those who are there earn, at least one. */
    static List<MemberIncome> incomes(Form form, Amounts amounts, Household household) {
        List<MemberIncome> incomes = household.members().stream()
                .filter(member -> form.has("there-" + member.key()))
                .map(member -> new MemberIncome(member.key(), income(form, amounts, member)))
                .toList();
        if (incomes.isEmpty()) {
            throw Form.unreadable("", amounts.words().of("incomes.nobody"));
        }
        return incomes;
    }

    /** The net alone, or gross and rate, or gross and net. */
    private static Income income(Form form, Amounts amounts, Member member) {
        String gross = "gross-" + member.key();
        String rate = "rate-" + member.key();
        String net = "net-" + member.key();
        boolean stated = form.optional(gross) != null;
        try {
            if (form.optional(rate) != null && stated && form.optional(net) == null) {
                return Income.taxed(amounts.read(form, gross), amounts.rate(form, rate));
            }
            if (form.optional(net) != null && form.optional(rate) == null) {
                Money left = amounts.read(form, net);
                return stated ? new Income(amounts.read(form, gross), new TaxRule.Stated(left)) : Income.ofNet(left);
            }
        } catch (IllegalArgumentException e) {
            throw Form.unreadable("/" + net, String.valueOf(e.getMessage()));
        }
        throw Form.unreadable("/" + net, amounts.words().of("income.either", member.name()));
    }

    /** Weights of their own stay while the same members are there: a form does not ask for them. */
    static SplitKey key(String mode, Words words, Optional<Config> before, List<MemberIncome> incomes) {
        return switch (mode) {
            case "equal" -> new SplitKey.Equally();
            case "agreed" ->
                before.filter(config -> config.present()
                                .equals(incomes.stream()
                                        .map(MemberIncome::member)
                                        .toList()))
                        .map(Config::key)
                        .orElseThrow(() -> Form.unreadable("/key", words.of("key.others")));
            case "income" ->
                before.map(Config::key)
                        .filter(SplitKey.ByNetIncome.class::isInstance)
                        .filter(held -> before.orElseThrow().members().size() == incomes.size())
                        .orElseGet(() -> new SplitKey.ByNetIncome(Weights.equal(incomes.size())));
            default -> throw Form.unreadable("/key", "one of income, equal, agreed");
        };
    }
}
