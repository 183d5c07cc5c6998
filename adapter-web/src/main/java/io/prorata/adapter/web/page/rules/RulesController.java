package io.prorata.adapter.web.page.rules;

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
import io.prorata.adapter.web.page.change.RowWords;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.frame.Stamps;
import io.prorata.adapter.web.page.rules.RulesModel.Line;
import io.prorata.adapter.web.page.rules.RulesModel.Proposed;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.plan.ShowPlan;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.Precondition;
import io.prorata.application.rule.OrderRules;
import io.prorata.application.rule.ReviseRule;
import io.prorata.application.rule.RuleTerms;
import io.prorata.application.rule.ShowRule;
import io.prorata.application.rule.ShowRules;
import io.prorata.application.rule.SuggestRules;
import io.prorata.domain.sorting.CategorySuggestions.Suggestion;
import io.prorata.domain.sorting.SortingRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The list of rules: in order, switched on and off, moved; and those that are proposed. */
@OfPage
@Controller("/settings/rules")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RulesController {

    /** The address of the list. */
    static final String PATH = "/settings/rules";

    private final Screens screens;
    private final ShowRules showRules;
    private final ShowRule showRule;
    private final SuggestRules suggestRules;
    private final ReviseRule reviseRule;
    private final OrderRules orderRules;
    private final ShowPlan showPlan;
    private final ShowCurrentMonth showCurrentMonth;

    RulesController(
            Screens screens,
            ShowRules showRules,
            ShowRule showRule,
            SuggestRules suggestRules,
            ReviseRule reviseRule,
            OrderRules orderRules,
            ShowPlan showPlan,
            ShowCurrentMonth showCurrentMonth) {
        this.screens = screens;
        this.showRules = showRules;
        this.showRule = showRule;
        this.suggestRules = suggestRules;
        this.reviseRule = reviseRule;
        this.orderRules = orderRules;
        this.showPlan = showPlan;
        this.showCurrentMonth = showCurrentMonth;
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request, Access access) {
        Frame frame = screens.frame(request, access, "settings", "rules");
        var found = showRules.show(access.household());
        var said = new RuleWords(
                RowWords.of(frame.words(), showPlan.show(access.household()).thing()));
        List<SortingRule> rules = found.thing();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            SortingRule rule = rules.get(i);
            lines.add(new Line(
                    rule.id(),
                    rule.name(),
                    rule.on(),
                    said.conditions(rule.conditions()),
                    said.effects(rule.effects()),
                    i == 0,
                    i == rules.size() - 1));
        }
        List<Proposed> proposed = suggestRules.suggest(access.household()).thing().stream()
                .map(suggestion -> proposed(frame, said, suggestion))
                .toList();
        var model = new RulesModel(
                Stamps.text(found.stamp()),
                showCurrentMonth.show(access.household()).toString(),
                lines,
                proposed);
        return screens.show(frame, "rules.jte", model);
    }

    private static Proposed proposed(Frame frame, RuleWords said, Suggestion suggestion) {
        SortingRule rule = suggestion.rule();
        return new Proposed(
                rule.name(),
                frame.words().count("rows", suggestion.rows()),
                said.conditions(rule.conditions()),
                said.effects(rule.effects()),
                RuleFields.of(rule, said.rows().amounts()));
    }

    /** Only says whether it runs, so that it needs no state: whatever else somebody has changed meanwhile stays. */
    @OfPage(operation = "PUT /rules/{id}")
    @Post("/{id}/switch")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> turn(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        boolean on = Form.read(body).yes("on");
        var before = showRule.show(access.household(), id);
        SortingRule rule = before.thing();
        reviseRule.revise(
                access.household(),
                access.actor(),
                id,
                Precondition.oneOf(List.of(before.stamp())),
                new InCurrency<>(new RuleTerms(rule.name(), on, rule.conditions(), rule.effects()), before.currency()));
        return screens.goOn(request, PATH);
    }

    @OfPage(operation = "PUT /rules/order")
    @Post("/order")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> move(HttpRequest<?> request, Access access, @Body byte[] body) {
        Form form = Form.read(body);
        List<Long> order = new ArrayList<>(showRules.show(access.household()).thing().stream()
                .map(SortingRule::id)
                .toList());
        int at = order.indexOf(form.whole("id"));
        int to = at + step(form);
        if (at >= 0 && to >= 0 && to < order.size()) {
            Collections.swap(order, at, to);
        }
        orderRules.order(access.household(), access.actor(), Stamps.of(form), new OrderRules.RuleOrder(order));
        return screens.goOn(request, PATH);
    }

    private static int step(Form form) {
        return switch (form.text("way")) {
            case "up" -> -1;
            case "down" -> 1;
            default -> throw Form.unreadable("/way", "one of up, down");
        };
    }
}
