package io.prorata.adapter.web.page.plan;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.adapter.web.access.RequiresScope;
import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Parties;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.adapter.web.page.plan.WhatIfModel.Income;
import io.prorata.adapter.web.page.plan.WhatIfModel.Line;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.plan.ShowPlan;
import io.prorata.application.plan.ShowPlan.PlanSheet;
import io.prorata.application.port.Tokens.TokenScope;
import io.prorata.application.request.Access;
import io.prorata.application.simulation.Simulate;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.simulation.Simulation;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What would be if incomes, the key or lines of the plan were others from a month on. Nothing is written. */
@OfPage
@Controller("/plan/what-if")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class WhatIfController {

    private static final String A_YEAR = "12";

    private final Screens screens;
    private final ShowCurrentMonth showCurrentMonth;
    private final ShowPlan showPlan;
    private final Simulate simulate;

    WhatIfController(Screens screens, ShowCurrentMonth showCurrentMonth, ShowPlan showPlan, Simulate simulate) {
        this.screens = screens;
        this.showCurrentMonth = showCurrentMonth;
        this.showPlan = showPlan;
        this.simulate = simulate;
    }

    @Get
    HttpResponse<byte[]> ask(HttpRequest<?> request, Access access, @QueryValue @Nullable YearMonth month) {
        YearMonth from = month == null ? showCurrentMonth.show(access.household()) : month;
        Frame frame = screens.frame(request, access, "plan", "what_if");
        PlanSheet sheet = showPlan.show(access.household()).thing();
        return screens.show(frame, "what-if.jte", model(frame.words(), sheet, from, A_YEAR, Map.of(), null));
    }

    @OfPage(operation = "POST /simulations")
    @RequiresScope(TokenScope.READ)
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> suppose(HttpRequest<?> request, Access access, @Body byte[] body) {
        Form form = Form.read(body);
        Frame frame = screens.frame(request, access, "plan", "what_if");
        Words words = frame.words();
        PlanSheet sheet = showPlan.show(access.household()).thing();
        YearMonth from = form.month("from");
        long months = form.whole("months");
        if (months < 1 || months > Simulation.MOST_MONTHS) {
            throw Form.unreadable("/months", words.of("what_if.months.bounds", Simulation.MOST_MONTHS));
        }
        var changes = new WhatIfForm(form, new Amounts(words, access.currency()), sheet, access).changes();
        var simulated = simulate.simulate(
                        access.household(), new Simulate.Command(from, from.plusMonths(months - 1), changes))
                .result();
        return screens.show(
                frame,
                "what-if.jte",
                model(words, sheet, from, Long.toString(months), form.all(), Outcomes.of(words, simulated)));
    }

    private static WhatIfModel model(
            Words words,
            PlanSheet sheet,
            YearMonth from,
            String months,
            Map<String, List<String>> typed,
            @Nullable OutcomeModel outcome) {
        var amounts = new Amounts(words, sheet.household().currency());
        MonthPlan plan = sheet.book().at(from);
        return new WhatIfModel(
                from.toString(),
                months,
                new Parties(words, sheet.household())
                        .members().stream()
                                .map(member -> new Income(member, net(amounts, plan.config(), member.key())))
                                .toList(),
                plan.fixed().stream()
                        .map(line -> new Line(
                                WhatIfForm.BILL + line.expense().id(),
                                line.expense().label(),
                                amounts.text(line.terms().amount()),
                                words.of("amount")))
                        .toList(),
                plan.provisions().stream()
                        .map(line -> provision(words, amounts, line))
                        .toList(),
                plan.budgets().stream()
                        .map(line -> new Line(
                                WhatIfForm.BUDGET + line.budget().id(),
                                line.budget().category(),
                                amounts.text(line.amount()),
                                words.of("amount")))
                        .toList(),
                typed,
                outcome);
    }

    private static Line provision(Words words, Amounts amounts, ProvisionLine line) {
        boolean landing = line.terms().orElseThrow().base() instanceof ProvisionBase.ToTarget;
        return new Line(
                WhatIfForm.PROVISION + line.provision().id(),
                line.provision().card().name(),
                amounts.text(line.monthly()),
                words.of(landing ? "target" : "what_if.monthly"));
    }

    private static String net(Amounts amounts, Optional<Config> config, String member) {
        return config.stream()
                .flatMap(held -> held.members().stream())
                .filter(income -> income.member().text().equals(member))
                .map(MemberIncome::income)
                .map(income -> amounts.text(income.net()))
                .findFirst()
                .orElse("");
    }
}
