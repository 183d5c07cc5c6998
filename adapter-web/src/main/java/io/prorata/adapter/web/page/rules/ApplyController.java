package io.prorata.adapter.web.page.rules;

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
import io.prorata.adapter.web.page.change.MovedLines;
import io.prorata.adapter.web.page.change.RowWords;
import io.prorata.adapter.web.page.change.Undo;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.adapter.web.page.rules.AppliedModel.ByRule;
import io.prorata.application.ledger.ApplyRules;
import io.prorata.application.ledger.ApplyRules.Applied;
import io.prorata.application.plan.ShowPlan;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.application.rule.ShowRules;
import io.prorata.application.view.TransactionFilter;
import io.prorata.domain.sorting.SortingRule;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Runs the rules over rows that are there; what would become of them is shown first. */
@OfPage
@Controller("/settings/rules/apply")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ApplyController {

    private final Screens screens;
    private final ApplyRules applyRules;
    private final ShowRules showRules;
    private final ShowPlan showPlan;

    ApplyController(Screens screens, ApplyRules applyRules, ShowRules showRules, ShowPlan showPlan) {
        this.screens = screens;
        this.applyRules = applyRules;
        this.showRules = showRules;
        this.showPlan = showPlan;
    }

    @OfPage(operation = "POST /rules/apply")
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> apply(HttpRequest<?> request, Access access, @Body byte[] body) {
        Form form = Form.read(body);
        boolean looks = !form.has("do");
        String month = form.text("month");
        TransactionFilter filter = month.isEmpty() ? TransactionFilter.ALL : TransactionFilter.of(form.month("month"));
        var applied = applyRules.apply(
                access.household(),
                access.actor(),
                new InCurrency<>(new ApplyRules.Command(filter, looks), access.currency()));
        return looks
                ? shown(request, access, month, applied.result())
                : screens.goOn(request, Undo.offered(RulesController.PATH, applied));
    }

    private HttpResponse<byte[]> shown(HttpRequest<?> request, Access access, String month, Applied applied) {
        Frame frame = screens.frame(request, access, "settings", "rules.apply");
        Words words = frame.words();
        var sheet = showPlan.show(access.household()).thing();
        RowWords rows = RowWords.of(words, sheet);
        Map<Long, String> names = showRules.show(access.household()).thing().stream()
                .collect(Collectors.toMap(SortingRule::id, SortingRule::name));
        List<ByRule> byRule = applied.byRule().entrySet().stream()
                .map(one -> new ByRule(
                        one.getKey(),
                        Objects.requireNonNullElse(names.get(one.getKey()), words.of("sorted.gone")),
                        words.count("rows", one.getValue())))
                .toList();
        var effect = applied.effect();
        var model = new AppliedModel(
                month,
                words.of("many.effect", words.count("rows", effect.matched()), words.count("rows", effect.changed())),
                effect.changed() > 0,
                byRule,
                MovedLines.of(words, sheet.household()).withoutSubcategories(effect),
                applied.shown().stream()
                        .map(row -> rows.changed(row.before(), row.after()))
                        .toList(),
                applied.shown().size() < effect.changed());
        return screens.show(frame, "applied.jte", model);
    }
}
