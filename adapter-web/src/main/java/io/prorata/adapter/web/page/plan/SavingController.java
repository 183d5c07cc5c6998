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
import io.prorata.adapter.web.page.frame.Stamps;
import io.prorata.application.plan.EffectiveFrom;
import io.prorata.application.provision.EndProvision;
import io.prorata.application.provision.MoveProvision;
import io.prorata.application.provision.PlanProvision;
import io.prorata.application.provision.ReviseProvision;
import io.prorata.application.provision.ShowProvision;
import io.prorata.application.provision.TakeBackMovement;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Movement.Way;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionCard;
import java.time.YearMonth;
import java.util.Optional;

/** What is put aside: planned, changed from a month on, ended, and what is put in and taken out. */
@OfPage
@Controller("/plan/provisions")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SavingController {

    private final Screens screens;
    private final ShowProvision showProvision;
    private final PlanProvision planProvision;
    private final ReviseProvision reviseProvision;
    private final EndProvision endProvision;
    private final MoveProvision moveProvision;
    private final TakeBackMovement takeBackMovement;

    SavingController(
            Screens screens,
            ShowProvision showProvision,
            PlanProvision planProvision,
            ReviseProvision reviseProvision,
            EndProvision endProvision,
            MoveProvision moveProvision,
            TakeBackMovement takeBackMovement) {
        this.screens = screens;
        this.showProvision = showProvision;
        this.planProvision = planProvision;
        this.reviseProvision = reviseProvision;
        this.endProvision = endProvision;
        this.moveProvision = moveProvision;
        this.takeBackMovement = takeBackMovement;
    }

    @OfPage(operation = "POST /provisions")
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> add(HttpRequest<?> request, Access access, @Body byte[] body) {
        SavingForm said = read(request, access, body);
        YearMonth from = said.form().month("from");
        PlanProvision.Command command = planned(said, from);
        planProvision.plan(access.household(), access.actor(), new InCurrency<>(command, access.currency()));
        return screens.goOn(request, "/plan?month=" + from);
    }

    static PlanProvision.Command planned(SavingForm said, YearMonth from) {
        Money opening = said.form().optional("opening") == null
                ? Money.ZERO
                : said.amounts().read(said.form(), "opening");
        return new PlanProvision.Command(card(said.form()), opening, said.terms(), Optional.of(from), Optional.empty());
    }

    private static ProvisionCard card(Form form) {
        try {
            return new ProvisionCard(Naming.name(form.text("name")), null, form.optional("category"), null, null, 0);
        } catch (IllegalArgumentException e) {
            throw Form.unreadable("/name", String.valueOf(e.getMessage()));
        }
    }

    @OfPage(operation = "PATCH /provisions/{id}")
    @Post("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> revise(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        SavingForm said = read(request, access, body);
        YearMonth from = said.form().month("from");
        Provision before = showProvision.show(access.household(), id).thing();
        var command = new ReviseProvision.Command(
                before.card(), before.opening(), before.terms().at(from).map(said::over));
        reviseProvision.revise(
                access.household(),
                access.actor(),
                id,
                Stamps.of(said.form()),
                effective(said.form(), from),
                new InCurrency<>(command, access.currency()));
        return screens.goOn(request, "/plan?month=" + from);
    }

    @OfPage(operation = "DELETE /provisions/{id}")
    @Post("/{id}/end")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> end(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        Form form = Form.read(body);
        YearMonth from = form.month("from");
        endProvision.end(access.household(), access.actor(), id, Stamps.of(form), effective(form, from));
        return screens.goOn(request, "/plan?month=" + from);
    }

    @OfPage(operation = "POST /provisions/{id}/contributions")
    @Post("/{id}/contributions")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> contribute(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        return move(request, access, id, Way.CONTRIBUTION, read(request, access, body));
    }

    @OfPage(operation = "POST /provisions/{id}/withdrawals")
    @Post("/{id}/withdrawals")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> withdraw(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        return move(request, access, id, Way.WITHDRAWAL, read(request, access, body));
    }

    private HttpResponse<byte[]> move(HttpRequest<?> request, Access access, long id, Way way, SavingForm said) {
        Money amount = said.amounts().read(said.form(), "amount");
        if (amount.minor() <= 0) {
            throw Form.unreadable("/amount", said.amounts().words().of("amount.positive"));
        }
        Movement movement = movement(said.form(), way == Way.WITHDRAWAL ? amount.negated() : amount);
        moveProvision.move(access.household(), access.actor(), id, new InCurrency<>(movement, access.currency()));
        return back(request, said.form());
    }

    private static Movement movement(Form form, Money amount) {
        try {
            return new Movement(form.day("date"), amount);
        } catch (IllegalArgumentException e) {
            throw Form.unreadable("/date", String.valueOf(e.getMessage()));
        }
    }

    @OfPage(operation = "DELETE /provisions/{id}/contributions/{movement}")
    @Post("/{id}/contributions/{movement}/remove")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> takeBackContribution(
            HttpRequest<?> request, Access access, long id, long movement, @Body byte[] body) {
        return takeBack(request, access, id, Way.CONTRIBUTION, movement, body);
    }

    @OfPage(operation = "DELETE /provisions/{id}/withdrawals/{movement}")
    @Post("/{id}/withdrawals/{movement}/remove")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> takeBackWithdrawal(
            HttpRequest<?> request, Access access, long id, long movement, @Body byte[] body) {
        return takeBack(request, access, id, Way.WITHDRAWAL, movement, body);
    }

    private HttpResponse<byte[]> takeBack(
            HttpRequest<?> request, Access access, long id, Way way, long movement, byte[] body) {
        Form form = Form.read(body);
        takeBackMovement.takeBack(access.household(), access.actor(), id, way, movement, Stamps.of(form));
        return back(request, form);
    }

    private HttpResponse<byte[]> back(HttpRequest<?> request, Form form) {
        return screens.goOn(request, "/plan?month=" + form.month("month"));
    }

    private SavingForm read(HttpRequest<?> request, Access access, byte[] body) {
        Form form = Form.read(body);
        return new SavingForm(
                form,
                new Amounts(screens.frame(request, access, "plan", "place.plan").words(), access.currency()));
    }

    private static EffectiveFrom effective(Form form, YearMonth from) {
        return new EffectiveFrom(Optional.of(from), form.has("restate"));
    }
}
