package io.prorata.adapter.web.page.confirm;

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
import io.prorata.adapter.web.page.confirm.ConfirmModel.Row;
import io.prorata.adapter.web.page.confirm.ConfirmModel.Waiting;
import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Parties;
import io.prorata.adapter.web.page.frame.Parties.Choice;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.application.household.ShowHousehold;
import io.prorata.application.recognition.DecideConfirmations;
import io.prorata.application.recognition.DecideConfirmations.Confirmation;
import io.prorata.application.recognition.ShowConfirmations;
import io.prorata.application.recognition.ShowConfirmations.Confirmations;
import io.prorata.application.recognition.ShowConfirmations.Pending;
import io.prorata.application.request.Access;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.recognition.Match;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What rows of a month may be: bills paid, transfers, incomes of somebody, rows entered twice; confirmed and rejected many at once. */
@OfPage
@Controller("/confirm")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConfirmController {

    private static final String DECISION = "decide-";
    private static final String SOURCE = "source-";
    private static final String EVERYBODY = "everybody";

    private final Screens screens;
    private final ShowConfirmations showConfirmations;
    private final ShowHousehold showHousehold;
    private final DecideConfirmations decideConfirmations;

    ConfirmController(
            Screens screens,
            ShowConfirmations showConfirmations,
            ShowHousehold showHousehold,
            DecideConfirmations decideConfirmations) {
        this.screens = screens;
        this.showConfirmations = showConfirmations;
        this.showHousehold = showHousehold;
        this.decideConfirmations = decideConfirmations;
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request, Access access, @QueryValue @Nullable YearMonth month) {
        Frame frame = screens.frame(request, access, "rows", "confirm");
        Words words = frame.words();
        var found = showConfirmations.show(access.household(), Optional.ofNullable(month));
        Confirmations all = found.thing();
        YearMonth in = all.month();
        var parties = new Parties(
                words, showHousehold.show(access.household()).thing().household());
        var amounts = new Amounts(words, found.currency());
        List<Choice> sources = new ArrayList<>(parties.members());
        sources.add(new Choice(EVERYBODY, words.of("confirm.everybody")));
        var model = new ConfirmModel(
                in.toString(),
                words.month(in),
                "/confirm?month=" + in.minusMonths(1),
                words.month(in.minusMonths(1)),
                "/confirm?month=" + in.plusMonths(1),
                words.month(in.plusMonths(1)),
                all.sums().total().equals(all.sums().totalIfConfirmed())
                        ? ""
                        : words.of(
                                "confirm.effect",
                                amounts.text(all.sums().total()),
                                amounts.text(all.sums().totalIfConfirmed())),
                all.pending().stream()
                        .map(pending -> waiting(words, amounts, parties, pending))
                        .toList(),
                sources);
        return screens.show(frame, "confirm.jte", model);
    }

    private static Waiting waiting(Words words, Amounts amounts, Parties parties, Pending pending) {
        Match match = pending.match();
        return new Waiting(
                match.key(),
                switch (match) {
                    case Match.PaysBill _ ->
                        words.of("confirm.bill", pending.bill().orElse(""));
                    case Match.Transfer transfer ->
                        transfer.member()
                                .map(member -> words.of("confirm.transfer_of", parties.name(member.text())))
                                .orElseGet(() -> words.of("confirm.transfer"));
                    case Match.Received _ -> words.of("confirm.income");
                    case Match.Twin _ -> words.of("confirm.twin");
                },
                pending.rows().stream().map(row -> row(words, amounts, row)).toList(),
                match instanceof Match.Received,
                match instanceof Match.Received received
                        ? received.member().map(MemberKey::text).orElse("")
                        : "");
    }

    private static Row row(Words words, Amounts amounts, Transaction row) {
        return new Row(
                row.id(),
                row.line().label(),
                words.day(row.line().date()),
                amounts.text(row.line().amount()),
                !row.line().amount().isNegative(),
                Objects.requireNonNullElse(row.line().account(), ""));
    }

    @OfPage(operation = "POST /confirmations")
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> decide(HttpRequest<?> request, Access access, @Body byte[] body) {
        Form form = Form.read(body);
        List<Confirmation> confirmed = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        for (String key : form.named(DECISION)) {
            form.yesIfSaid(DECISION + key).ifPresent(yes -> {
                if (yes) {
                    confirmed.add(confirmation(form, key));
                } else {
                    rejected.add(key);
                }
            });
        }
        decideConfirmations.decide(
                access.household(), access.actor(), new DecideConfirmations.Command(confirmed, rejected));
        return screens.goOn(request, "/confirm?month=" + form.month("month"));
    }

    private static Confirmation confirmation(Form form, String key) {
        try {
            return new Confirmation(
                    key, Optional.ofNullable(form.optional(SOURCE + key)).map(PartyJson::source));
        } catch (IllegalArgumentException e) {
            throw Form.unreadable("/" + SOURCE + key, String.valueOf(e.getMessage()));
        }
    }
}
