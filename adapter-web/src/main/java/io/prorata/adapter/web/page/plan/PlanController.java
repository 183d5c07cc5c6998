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
import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Parties;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.frame.Shown;
import io.prorata.adapter.web.page.frame.Stamps;
import io.prorata.adapter.web.page.frame.ViewReader;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.adapter.web.page.plan.PlanModel.Planned;
import io.prorata.adapter.web.page.plan.PlanModel.Term;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.plan.EndFixedExpense;
import io.prorata.application.plan.PlanFixedExpense;
import io.prorata.application.plan.ReviseFixedExpense;
import io.prorata.application.plan.ShowFixedExpense;
import io.prorata.application.plan.ShowPlan;
import io.prorata.application.plan.ShowPlan.PlanSheet;
import io.prorata.application.query.ScreenQuery;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.expense.BillCycle;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.split.LineSplit;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is planned in a month, what held since when, and the bills as they change from a month on. */
@OfPage
@Controller("/plan")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlanController {

    private final Screens screens;
    private final ViewReader views;
    private final ShowCurrentMonth showCurrentMonth;
    private final ShowFixedExpense showFixedExpense;
    private final PlanFixedExpense planFixedExpense;
    private final ReviseFixedExpense reviseFixedExpense;
    private final EndFixedExpense endFixedExpense;
    private final ShowPlan showPlan;
    private final Clock clock;

    PlanController(
            Screens screens,
            ViewReader views,
            ShowCurrentMonth showCurrentMonth,
            ShowFixedExpense showFixedExpense,
            PlanFixedExpense planFixedExpense,
            ReviseFixedExpense reviseFixedExpense,
            EndFixedExpense endFixedExpense,
            ShowPlan showPlan,
            Clock clock) {
        this.screens = screens;
        this.views = views;
        this.showCurrentMonth = showCurrentMonth;
        this.showFixedExpense = showFixedExpense;
        this.planFixedExpense = planFixedExpense;
        this.reviseFixedExpense = reviseFixedExpense;
        this.endFixedExpense = endFixedExpense;
        this.showPlan = showPlan;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request, Access access, @QueryValue @Nullable YearMonth month) {
        YearMonth in = month == null ? showCurrentMonth.show(access.household()) : month;
        Frame frame = screens.frame(request, access, "plan", "place.plan");
        Words words = frame.words();
        Shown screen = views.show(access, new ScreenQuery(in));
        PlanSheet sheet = showPlan.show(access.household()).thing();
        Household household = sheet.household();
        var model = new PlanModel(
                in.toString(),
                words.month(in),
                "/plan?month=" + in.minusMonths(1),
                words.month(in.minusMonths(1)),
                "/plan?month=" + in.plusMonths(1),
                words.month(in.plusMonths(1)),
                LocalDate.now(clock.withZone(household.zone())).toString(),
                new Parties(words, household).members(),
                IncomeLines.of(words, household, sheet.book().configs().at(in)),
                bills(words, sheet, in),
                SavingLines.of(words, sheet, screen, in));
        return screens.show(frame, "plan.jte", model);
    }

    private static List<Planned> bills(Words words, PlanSheet sheet, YearMonth in) {
        var amounts = new Amounts(words, sheet.household().currency());
        return sheet.book().fixed().stream()
                .flatMap(bill -> bill.terms().at(in).stream()
                        .map(now -> bill(
                                words,
                                amounts,
                                bill,
                                now,
                                Objects.requireNonNull(sheet.bills().get(bill.id())))))
                .toList();
    }

    private static Planned bill(Words words, Amounts amounts, FixedExpense bill, FixedTerms now, Stamp stamp) {
        List<Term> terms = new ArrayList<>();
        bill.terms()
                .entries()
                .forEach(entry -> terms.add(new Term(
                        words.month(entry.from()),
                        entry.terms().map(held -> said(words, amounts, held)).orElse(words.of("ended")))));
        Collections.reverse(terms);
        return new Planned(
                bill.id(),
                bill.label(),
                amounts.text(now.amount()),
                amounts.plain(now.amount()),
                Stamps.text(stamp),
                bill.category(),
                terms);
    }

    private static String said(Words words, Amounts amounts, FixedTerms terms) {
        String amount = amounts.text(terms.amount());
        Frequency frequency = terms.frequency();
        if (List.of(Frequency.values()).contains(frequency)) {
            return words.of("frequency." + frequency.name().toLowerCase(Locale.ROOT), amount);
        }
        return switch (frequency.cycle()) {
            case BillCycle.EveryMonths(int months) -> words.of("frequency.every_months", amount, "" + months);
            case BillCycle.EveryWeeks(int weeks) -> words.of("frequency.every_weeks", amount, "" + weeks);
        };
    }

    @OfPage(operation = "POST /fixed-expenses")
    @Post("/bills")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> add(HttpRequest<?> request, Access access, @Body byte[] body) {
        Form form = Form.read(body);
        Words words = screens.frame(request, access, "plan", "place.plan").words();
        YearMonth from = form.month("from");
        var amounts = new Amounts(words, access.currency());
        planFixedExpense.plan(
                access.household(), access.actor(), new InCurrency<>(planned(form, amounts, from), access.currency()));
        return screens.goOn(request, "/plan?month=" + from);
    }

    static PlanFixedExpense.Command planned(Form form, Amounts amounts, YearMonth from) {
        try {
            return new PlanFixedExpense.Command(
                    Naming.name(form.text("label")),
                    Naming.name(form.text("category")),
                    Optional.empty(),
                    new FixedTerms(amounts.read(form, "amount"), frequency(form), new LineSplit.ByKey()),
                    Optional.of(from),
                    Optional.empty());
        } catch (IllegalArgumentException e) {
            throw Form.unreadable("", String.valueOf(e.getMessage()));
        }
    }

    /** Returns one of those that the form offers. */
    private static Frequency frequency(Form form) {
        List<Frequency> offered = List.of(Frequency.values());
        return offered.stream()
                .filter(frequency -> frequency.name().equals(form.text("frequency")))
                .findFirst()
                .orElseThrow(() -> Form.unreadable(
                        "/frequency",
                        "one of " + offered.stream().map(Frequency::name).collect(Collectors.joining(", "))));
    }

    @OfPage(operation = "PATCH /fixed-expenses/{id}")
    @Post("/bills/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> revise(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        Form form = Form.read(body);
        Words words = screens.frame(request, access, "plan", "place.plan").words();
        YearMonth from = form.month("from");
        FixedExpense before = showFixedExpense.show(access.household(), id).thing();
        var amounts = new Amounts(words, access.currency());
        var command = new ReviseFixedExpense.Command(
                before.label(),
                before.category(),
                before.paidBy(),
                before.terms()
                        .at(from)
                        .map(held -> new FixedTerms(
                                amounts.read(form, "amount"), held.frequency(), held.due(), held.split())));
        reviseFixedExpense.revise(
                access.household(),
                access.actor(),
                id,
                Stamps.of(form),
                effective(form, from),
                new InCurrency<>(command, access.currency()));
        return screens.goOn(request, "/plan?month=" + from);
    }

    @OfPage(operation = "DELETE /fixed-expenses/{id}")
    @Post("/bills/{id}/end")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> end(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        Form form = Form.read(body);
        YearMonth from = form.month("from");
        endFixedExpense.end(access.household(), access.actor(), id, Stamps.of(form), effective(form, from));
        return screens.goOn(request, "/plan?month=" + from);
    }

    private static EffectiveFrom effective(Form form, YearMonth from) {
        return new EffectiveFrom(Optional.of(from), form.has("restate"));
    }
}
