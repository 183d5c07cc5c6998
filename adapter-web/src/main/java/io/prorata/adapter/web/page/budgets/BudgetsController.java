package io.prorata.adapter.web.page.budgets;

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
import io.prorata.adapter.web.language.Language;
import io.prorata.adapter.web.page.budgets.BudgetsModel.Line;
import io.prorata.adapter.web.page.budgets.BudgetsModel.Term;
import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Bars;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.frame.Shown;
import io.prorata.adapter.web.page.frame.Stamps;
import io.prorata.adapter.web.page.frame.ViewReader;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.application.budget.EndBudget;
import io.prorata.application.budget.PlanBudget;
import io.prorata.application.budget.ReviseBudget;
import io.prorata.application.budget.ShowBudget;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.plan.ShowPlan;
import io.prorata.application.plan.ShowPlan.PlanSheet;
import io.prorata.application.query.ExpensesQuery;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.application.request.PatchField;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import io.prorata.domain.split.LineSplit;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What categories are expected to cost, beside what was spent; stated, changed from a month on, ended. */
@OfPage
@Controller("/plan/budgets")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class BudgetsController {

    private static final String PATH = "/plan/budgets?month=";
    private static final int WHOLE = 1000;

    private final Screens screens;
    private final ViewReader views;
    private final ShowCurrentMonth showCurrentMonth;
    private final ShowPlan showPlan;
    private final ShowBudget showBudget;
    private final PlanBudget planBudget;
    private final ReviseBudget reviseBudget;
    private final EndBudget endBudget;

    BudgetsController(
            Screens screens,
            ViewReader views,
            ShowCurrentMonth showCurrentMonth,
            ShowPlan showPlan,
            ShowBudget showBudget,
            PlanBudget planBudget,
            ReviseBudget reviseBudget,
            EndBudget endBudget) {
        this.screens = screens;
        this.views = views;
        this.showCurrentMonth = showCurrentMonth;
        this.showPlan = showPlan;
        this.showBudget = showBudget;
        this.planBudget = planBudget;
        this.reviseBudget = reviseBudget;
        this.endBudget = endBudget;
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request, Access access, @QueryValue @Nullable YearMonth month) {
        YearMonth in = month == null ? showCurrentMonth.show(access.household()) : month;
        Frame frame = screens.frame(request, access, "plan", "budgets");
        Words words = frame.words();
        PlanSheet sheet = showPlan.show(access.household()).thing();
        Map<Long, Shown> beside =
                views.show(access, new ExpensesQuery(in, new CategoryChoice.Every())).list("budgets").stream()
                        .collect(Collectors.toMap(line -> line.number("id"), line -> line));
        var model = new BudgetsModel(
                in.toString(),
                words.month(in),
                PATH + in.minusMonths(1),
                words.month(in.minusMonths(1)),
                PATH + in.plusMonths(1),
                words.month(in.plusMonths(1)),
                sheet.book().budgets().stream()
                        .flatMap(budget -> budget.terms().at(in).stream()
                                .map(now -> line(words, sheet, budget, now, beside.get(budget.id()))))
                        .toList());
        return screens.show(frame, "budgets.jte", model);
    }

    /** @param beside as the API shows it in the month; absent in a month without a config */
    private static Line line(Words words, PlanSheet sheet, Budget budget, BudgetTerms now, @Nullable Shown beside) {
        var amounts = new Amounts(words, sheet.household().currency());
        List<Term> terms = new ArrayList<>();
        budget.terms()
                .entries()
                .forEach(entry -> terms.add(new Term(
                        words.month(entry.from()),
                        entry.terms()
                                .map(held -> words.of("frequency.monthly", amounts.text(held.amount())))
                                .orElse(words.of("ended")))));
        Collections.reverse(terms);
        String spent = beside == null ? "0" : beside.text("spent_amount");
        String amount = amounts.plain(now.amount());
        return new Line(
                budget.id(),
                budget.category(),
                amounts.text(now.amount()),
                amount,
                Stamps.text(Objects.requireNonNull(sheet.budgets().get(budget.id()))),
                beside == null
                        ? ""
                        : words.of("budgets.spent", words.amount(spent), words.amount(beside.text("left_amount"))),
                Math.min(WHOLE, Bars.length(spent, amount, WHOLE)),
                beside != null && beside.text("left_amount").startsWith("-"),
                terms);
    }

    @OfPage(operation = "POST /budgets")
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> add(HttpRequest<?> request, Access access, @Body byte[] body) {
        Form form = Form.read(body);
        YearMonth from = form.month("from");
        var amounts = new Amounts(Words.in(Language.of(request)), access.currency());
        planBudget.plan(
                access.household(), access.actor(), new InCurrency<>(planned(form, amounts, from), access.currency()));
        return screens.goOn(request, PATH + from);
    }

    private static PlanBudget.Command planned(Form form, Amounts amounts, YearMonth from) {
        try {
            return new PlanBudget.Command(
                    Naming.name(form.text("category")),
                    new BudgetTerms(amounts.read(form, "amount"), new LineSplit.ByKey()),
                    Optional.of(from),
                    Optional.empty(),
                    false);
        } catch (IllegalArgumentException e) {
            throw Form.unreadable("", String.valueOf(e.getMessage()));
        }
    }

    @OfPage(operation = "PATCH /budgets/{id}")
    @Post("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> revise(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        Form form = Form.read(body);
        YearMonth from = form.month("from");
        Budget before = showBudget.show(access.household(), id).thing();
        var amounts = new Amounts(Words.in(Language.of(request)), access.currency());
        var command = new ReviseBudget.Command(
                before.category(),
                before.terms().at(from).map(held -> terms(amounts, form, held.split())),
                PatchField.not());
        reviseBudget.revise(
                access.household(),
                access.actor(),
                id,
                Stamps.of(form),
                effective(form, from),
                new InCurrency<>(command, access.currency()));
        return screens.goOn(request, PATH + from);
    }

    private static BudgetTerms terms(Amounts amounts, Form form, LineSplit split) {
        try {
            return new BudgetTerms(amounts.read(form, "amount"), split);
        } catch (IllegalArgumentException e) {
            throw Form.unreadable("/amount", String.valueOf(e.getMessage()));
        }
    }

    @OfPage(operation = "DELETE /budgets/{id}")
    @Post("/{id}/end")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> end(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        Form form = Form.read(body);
        YearMonth from = form.month("from");
        endBudget.end(access.household(), access.actor(), id, Stamps.of(form), effective(form, from));
        return screens.goOn(request, PATH + from);
    }

    private static EffectiveFrom effective(Form form, YearMonth from) {
        return new EffectiveFrom(Optional.of(from), form.has("restate"));
    }
}
