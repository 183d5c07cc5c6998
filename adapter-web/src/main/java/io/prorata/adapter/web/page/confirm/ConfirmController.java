package io.prorata.adapter.web.page.confirm;

import io.micronaut.core.annotation.Nullable;
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
import io.prorata.adapter.web.json.PartyJson;
import io.prorata.adapter.web.page.confirm.ConfirmModel.Item;
import io.prorata.adapter.web.page.confirm.ConfirmModel.Row;
import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Parties;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.application.household.ShowHousehold;
import io.prorata.application.recognition.DecideConfirmations;
import io.prorata.application.recognition.DecideConfirmations.Command;
import io.prorata.application.recognition.DecideConfirmations.Confirmation;
import io.prorata.application.recognition.ShowConfirmations;
import io.prorata.application.recognition.ShowConfirmations.Pending;
import io.prorata.application.request.Access;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.recognition.Match;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** What is to confirm in a month: each with a button for yes and one for no. */
@OfPage
@Controller("/confirm")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConfirmController {

    private static final String EVERYBODY = "everybody";

    private final Screens screens;
    private final ShowHousehold showHousehold;
    private final ShowConfirmations showConfirmations;
    private final DecideConfirmations decideConfirmations;

    ConfirmController(
            Screens screens,
            ShowHousehold showHousehold,
            ShowConfirmations showConfirmations,
            DecideConfirmations decideConfirmations) {
        this.screens = screens;
        this.showHousehold = showHousehold;
        this.showConfirmations = showConfirmations;
        this.decideConfirmations = decideConfirmations;
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request, Access access, @QueryValue @Nullable YearMonth month) {
        Frame frame = screens.frame(request, access, "months", "confirm");
        var shown = showConfirmations.show(access.household(), Optional.ofNullable(month));
        var found = shown.thing();
        var amounts = new Amounts(frame.words(), shown.currency());
        var parties = new Parties(
                frame.words(), showHousehold.show(access.household()).thing().household());
        var model = new ConfirmModel(
                found.month().toString(),
                frame.words().month(found.month()),
                frame.t(
                        "confirm.total",
                        amounts.text(found.sums().total()),
                        amounts.text(found.sums().totalIfConfirmed())),
                EVERYBODY,
                parties.members(),
                found.pending().stream()
                        .map(pending -> item(frame, amounts, parties, pending))
                        .toList());
        return screens.show(frame, "confirm.jte", model);
    }

    private static Item item(Frame frame, Amounts amounts, Parties parties, Pending pending) {
        Match match = pending.match();
        Optional<String> member = switch (match) {
            case Match.Transfer transfer -> transfer.member().map(MemberKey::text);
            case Match.Received received -> received.member().map(MemberKey::text);
            case Match.PaysBill _, Match.Twin _ -> Optional.empty();
        };
        String what = switch (match) {
            case Match.PaysBill _ -> frame.t("confirm.bill", pending.bill().orElse(""));
            case Match.Transfer _ ->
                member.map(key -> frame.t("confirm.transfer_of", parties.name(key)))
                        .orElseGet(() -> frame.t("confirm.transfer"));
            case Match.Received _ -> frame.t("confirm.income");
            case Match.Twin _ -> frame.t("confirm.twin");
        };
        return new Item(
                match.key(),
                what,
                match instanceof Match.Received,
                member.orElse(""),
                pending.rows().stream()
                        .map(row -> new Row(
                                row.id(),
                                row.line().label(),
                                frame.words().day(row.line().date()),
                                amounts.text(row.line().amount())))
                        .toList());
    }

    @OfPage(operation = "POST /confirmations")
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> decide(HttpRequest<?> request, Access access, @Body byte[] body) {
        Form form = Form.read(body);
        String id = form.text("id");
        String member = form.text("member");
        Command command = form.text("decision").equals("confirm")
                ? new Command(
                        List.of(new Confirmation(
                                id, member.isEmpty() ? Optional.empty() : Optional.of(PartyJson.source(member)))),
                        List.of())
                : new Command(List.of(), List.of(id));
        decideConfirmations.decide(access.household(), access.actor(), command);
        return screens.goOn(request, "/confirm?month=" + form.month("month"));
    }
}
