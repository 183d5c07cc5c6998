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
import io.prorata.application.household.ShowHousehold;
import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.plan.EndFixedExpense;
import io.prorata.application.plan.PlanFixedExpense;
import io.prorata.application.plan.ReviseFixedExpense;
import io.prorata.application.plan.ShowFixedExpense;
import io.prorata.application.plan.ShowFixedExpenses;
import io.prorata.application.query.ScreenQuery;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.expense.BillCycle;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
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
    private final ShowFixedExpenses showFixedExpenses;
    private final ShowFixedExpense showFixedExpense;
    private final PlanFixedExpense planFixedExpense;
    private final ReviseFixedExpense reviseFixedExpense;
    private final EndFixedExpense endFixedExpense;
    private final ShowHousehold showHousehold;
    private final IncomeLines incomeLines;
    private final SavingLines savingLines;
    private final Clock clock;

    PlanController(
            Screens screens,
            ViewReader views,
            ShowCurrentMonth showCurrentMonth,
            ShowFixedExpenses showFixedExpenses,
            ShowFixedExpense showFixedExpense,
            PlanFixedExpense planFixedExpense,
            ReviseFixedExpense reviseFixedExpense,
            EndFixedExpense endFixedExpense,
            ShowHousehold showHousehold,
            IncomeLines incomeLines,
            SavingLines savingLines,
            Clock clock) {
        this.screens = screens;
        this.views = views;
        this.showCurrentMonth = showCurrentMonth;
        this.showFixedExpenses = showFixedExpenses;
        this.showFixedExpense = showFixedExpense;
        this.planFixedExpense = planFixedExpense;
        this.reviseFixedExpense = reviseFixedExpense;
        this.endFixedExpense = endFixedExpense;
        this.showHousehold = showHousehold;
        this.incomeLines = incomeLines;
        this.savingLines = savingLines;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request, Access access, @QueryValue @Nullable YearMonth month) {
        YearMonth in = month == null ? showCurrentMonth.show(access.household()) : month;
        Frame frame = screens.frame(request, access, "plan", "place.plan");
        Words words = frame.words();
        Shown screen = views.show(access, new ScreenQuery(in));
        Household household = showHousehold.show(access.household()).thing().household();
        var model = new PlanModel(
                in.toString(),
                words.month(in),
                "/plan?month=" + in.minusMonths(1),
                words.month(in.minusMonths(1)),
                "/plan?month=" + in.plusMonths(1),
                words.month(in.plusMonths(1)),
                LocalDate.now(clock.withZone(household.zone())).toString(),
                new Parties(words, household).members(),
                incomeLines.of(access, words, household, in),
                bills(access, words, in),
                savingLines.of(access, words, household, screen, in));
        return screens.show(frame, "plan.jte", model);
    }

    private List<Planned> bills(Access access, Words words, YearMonth in) {
        var found = showFixedExpenses.show(access.household(), Optional.of(in), false);
        var amounts = new Amounts(words, found.currency());
        return found.thing().bills().stream()
                .map(bill -> bill(access, words, amounts, bill, in))
                .toList();
    }

    private Planned bill(Access access, Words words, Amounts amounts, FixedExpense bill, YearMonth in) {
        FixedTerms now = bill.terms().at(in).orElseThrow();
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
                Stamps.text(showFixedExpense.show(access.household(), bill.id()).stamp()),
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

    private static PlanFixedExpense.Command planned(Form form, Amounts amounts, YearMonth from) {
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
