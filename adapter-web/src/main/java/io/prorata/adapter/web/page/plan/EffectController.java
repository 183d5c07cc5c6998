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
import io.prorata.adapter.web.access.RequiresScope;
import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.application.plan.ShowPlan;
import io.prorata.application.plan.ShowPlan.PlanSheet;
import io.prorata.application.port.Tokens.TokenScope;
import io.prorata.application.request.Access;
import io.prorata.application.simulation.Simulate;
import io.prorata.application.simulation.SimulatedChange;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.plan.Config;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Shows what a change of the plan would mean before it is saved, by a simulation of a year; the form that saves it has what was typed.
 */
@OfPage
@Controller("/plan/effect")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EffectController {

    private static final String OPERATION = "POST /simulations";
    private static final int A_YEAR = 12;

    private final Screens screens;
    private final ShowPlan showPlan;
    private final Simulate simulate;

    EffectController(Screens screens, ShowPlan showPlan, Simulate simulate) {
        this.screens = screens;
        this.showPlan = showPlan;
        this.simulate = simulate;
    }

    /** What is asked: the form, and the frame it is answered in. */
    private record Asked(Form form, Frame frame, Amounts amounts, Access access, YearMonth from) {

        PlannedChanges changes() {
            return new PlannedChanges(access, from);
        }

        SavingForm saving() {
            return new SavingForm(form, amounts);
        }
    }

    private Asked asked(HttpRequest<?> request, Access access, byte[] body) {
        Form form = Form.read(body);
        Frame frame = screens.frame(request, access, "plan", "effect");
        return new Asked(form, frame, new Amounts(frame.words(), access.currency()), access, form.month("from"));
    }

    @OfPage(operation = OPERATION)
    @RequiresScope(TokenScope.READ)
    @Post("/incomes")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> incomes(HttpRequest<?> request, Access access, @Body byte[] body) {
        Asked asked = asked(request, access, body);
        PlanSheet sheet = showPlan.show(access.household()).thing();
        var incomes = IncomeController.incomes(asked.form(), asked.amounts(), sheet.household());
        Optional<Config> before = sheet.book().configs().at(asked.from());
        var key = IncomeController.key(asked.form().text("key"), asked.frame().words(), before, incomes);
        return shown(asked, asked.changes().config(incomes, key), "/plan/incomes");
    }

    @OfPage(operation = OPERATION)
    @RequiresScope(TokenScope.READ)
    @Post("/bills")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> newBill(HttpRequest<?> request, Access access, @Body byte[] body) {
        Asked asked = asked(request, access, body);
        var bill = PlanController.planned(asked.form(), asked.amounts(), asked.from());
        return shown(asked, asked.changes().newBill(bill), "/plan/bills");
    }

    @OfPage(operation = OPERATION)
    @RequiresScope(TokenScope.READ)
    @Post("/bills/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> bill(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        Asked asked = asked(request, access, body);
        var amount = asked.amounts().read(asked.form(), "amount");
        SimulatedChange change =
                asked.changes().bill(id, held -> new FixedTerms(amount, held.frequency(), held.due(), held.split()));
        return shown(asked, change, "/plan/bills/" + id);
    }

    @OfPage(operation = OPERATION)
    @RequiresScope(TokenScope.READ)
    @Post("/bills/{id}/end")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> endOfBill(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        Asked asked = asked(request, access, body);
        return shown(asked, asked.changes().endOfBill(id), "/plan/bills/" + id + "/end");
    }

    @OfPage(operation = OPERATION)
    @RequiresScope(TokenScope.READ)
    @Post("/provisions")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> newProvision(HttpRequest<?> request, Access access, @Body byte[] body) {
        Asked asked = asked(request, access, body);
        var provision = SavingController.planned(asked.saving(), asked.from());
        return shown(asked, asked.changes().newProvision(provision), "/plan/provisions");
    }

    @OfPage(operation = OPERATION)
    @RequiresScope(TokenScope.READ)
    @Post("/provisions/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> provision(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        Asked asked = asked(request, access, body);
        return shown(asked, asked.changes().provision(id, asked.saving()::over), "/plan/provisions/" + id);
    }

    @OfPage(operation = OPERATION)
    @RequiresScope(TokenScope.READ)
    @Post("/provisions/{id}/end")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> endOfProvision(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        Asked asked = asked(request, access, body);
        return shown(asked, asked.changes().endOfProvision(id), "/plan/provisions/" + id + "/end");
    }

    private HttpResponse<byte[]> shown(Asked asked, SimulatedChange change, String save) {
        var command = new Simulate.Command(asked.from(), asked.from().plusMonths(A_YEAR - 1L), List.of(change));
        var simulated = simulate.simulate(asked.access().household(), command).result();
        var words = asked.frame().words();
        var model = new EffectModel(
                words.month(asked.from()),
                save,
                "/plan?month=" + asked.from(),
                asked.form().all(),
                Outcomes.first(words, simulated),
                Outcomes.of(words, simulated));
        return screens.show(asked.frame(), "effect.jte", model);
    }
}
