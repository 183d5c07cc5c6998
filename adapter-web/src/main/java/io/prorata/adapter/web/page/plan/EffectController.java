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
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Parties;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.plan.EffectModel.Paid;
import io.prorata.application.plan.ShowPlan;
import io.prorata.application.plan.ShowPlan.PlanSheet;
import io.prorata.application.plan.ShowPlanEffect;
import io.prorata.application.plan.ShowPlanEffect.Effect;
import io.prorata.application.plan.ShowPlanEffect.Proposal;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.Config;
import io.prorata.domain.provision.Provision;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;

/** Shows what each member would pay before a change of the plan is saved; the form that saves it has what was typed. */
@OfPage
@Controller("/plan/effect")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EffectController {

    private static final String OPERATION = "POST /plan-effects";

    private final Screens screens;
    private final ShowPlan showPlan;
    private final ShowPlanEffect showPlanEffect;

    EffectController(Screens screens, ShowPlan showPlan, ShowPlanEffect showPlanEffect) {
        this.screens = screens;
        this.showPlan = showPlan;
        this.showPlanEffect = showPlanEffect;
    }

    /** What is asked: the form, the frame it is answered in, and the plan as it is. */
    private record Asked(Form form, Frame frame, Amounts amounts, PlanSheet sheet, YearMonth from) {}

    private Asked asked(HttpRequest<?> request, Access access, byte[] body) {
        Form form = Form.read(body);
        Frame frame = screens.frame(request, access, "plan", "effect");
        return new Asked(
                form,
                frame,
                new Amounts(frame.words(), access.currency()),
                showPlan.show(access.household()).thing(),
                form.month("from"));
    }

    @OfPage(operation = OPERATION)
    @Post("/incomes")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> incomes(HttpRequest<?> request, Access access, @Body byte[] body) {
        Asked asked = asked(request, access, body);
        var incomes = IncomeController.incomes(
                asked.form(), asked.amounts(), asked.sheet().household());
        Optional<Config> before = asked.sheet().book().configs().at(asked.from());
        var key = IncomeController.key(asked.form(), asked.frame().words(), before, incomes);
        return shown(access, asked, new Proposal.OfConfig(incomes, key), "/plan/incomes");
    }

    @OfPage(operation = OPERATION)
    @Post("/bills")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> newBill(HttpRequest<?> request, Access access, @Body byte[] body) {
        Asked asked = asked(request, access, body);
        FixedTerms terms = PlanController.planned(asked.form(), asked.amounts(), asked.from())
                .terms();
        return shown(access, asked, new Proposal.OfBill(OptionalLong.empty(), Optional.of(terms)), "/plan/bills");
    }

    @OfPage(operation = OPERATION)
    @Post("/bills/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> bill(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        Asked asked = asked(request, access, body);
        FixedExpense before = asked.sheet().book().fixed().stream()
                .filter(bill -> bill.id() == id)
                .findFirst()
                .orElseThrow(() -> new RefusedException(new Refusal.UnknownFixedExpense(id)));
        Optional<FixedTerms> terms = before.terms()
                .at(asked.from())
                .map(held ->
                        new FixedTerms(asked.amounts().read(asked.form(), "amount"), held.frequency(), held.split()));
        return shown(access, asked, new Proposal.OfBill(OptionalLong.of(id), terms), "/plan/bills/" + id);
    }

    @OfPage(operation = OPERATION)
    @Post("/bills/{id}/end")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> endOfBill(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        return shown(
                access,
                asked(request, access, body),
                new Proposal.OfBill(OptionalLong.of(id), Optional.empty()),
                "/plan/bills/" + id + "/end");
    }

    @OfPage(operation = OPERATION)
    @Post("/provisions")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> newProvision(HttpRequest<?> request, Access access, @Body byte[] body) {
        Asked asked = asked(request, access, body);
        var terms = new SavingForm(asked.form(), asked.amounts()).terms();
        return shown(
                access, asked, new Proposal.OfProvision(OptionalLong.empty(), Optional.of(terms)), "/plan/provisions");
    }

    @OfPage(operation = OPERATION)
    @Post("/provisions/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> provision(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        Asked asked = asked(request, access, body);
        Provision before = asked.sheet()
                .book()
                .provision(id)
                .orElseThrow(() -> new RefusedException(new Refusal.UnknownProvision(id)));
        var terms = before.terms().at(asked.from()).map(new SavingForm(asked.form(), asked.amounts())::over);
        return shown(access, asked, new Proposal.OfProvision(OptionalLong.of(id), terms), "/plan/provisions/" + id);
    }

    @OfPage(operation = OPERATION)
    @Post("/provisions/{id}/end")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> endOfProvision(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        return shown(
                access,
                asked(request, access, body),
                new Proposal.OfProvision(OptionalLong.of(id), Optional.empty()),
                "/plan/provisions/" + id + "/end");
    }

    private HttpResponse<byte[]> shown(Access access, Asked asked, Proposal proposal, String save) {
        var command = new ShowPlanEffect.Command(asked.from(), proposal);
        Effect effect = showPlanEffect
                .show(access.household(), new InCurrency<>(command, access.currency()))
                .result();
        Amounts amounts = asked.amounts();
        var parties = new Parties(asked.frame().words(), asked.sheet().household());
        var model = new EffectModel(
                asked.frame().words().month(effect.month()),
                save,
                "/plan?month=" + asked.from(),
                asked.form().all(),
                effect.members().stream()
                        .map(paid -> paid(amounts, parties.name(paid.member().text()), paid.before(), paid.after()))
                        .toList(),
                effect.members().stream().allMatch(paid -> paid.before().equals(paid.after())));
        return screens.show(asked.frame(), "effect.jte", model);
    }

    private static Paid paid(Amounts amounts, String name, Money before, Money after) {
        return new Paid(
                name,
                amounts.text(before),
                amounts.text(after),
                amounts.words().signed(amounts.plain(after.minus(before))));
    }
}
