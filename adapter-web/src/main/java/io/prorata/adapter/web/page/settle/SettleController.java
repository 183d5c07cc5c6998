package io.prorata.adapter.web.page.settle;

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
import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Parties;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.frame.Shown;
import io.prorata.adapter.web.page.frame.Stamps;
import io.prorata.adapter.web.page.frame.ViewReader;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.adapter.web.page.settle.SettleModel.Due;
import io.prorata.adapter.web.page.settle.SettleModel.Past;
import io.prorata.adapter.web.page.settle.SettleModel.Payment;
import io.prorata.adapter.web.parameter.Bases;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.household.ShowHousehold;
import io.prorata.application.query.SettlementQuery;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.application.settlement.RecordSettlement;
import io.prorata.application.settlement.RemoveSettlement;
import io.prorata.application.settlement.SettlementTerms;
import io.prorata.application.settlement.ShowSettlements;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.Member;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import io.prorata.domain.settlement.Basis;
import io.prorata.domain.settlement.Settlement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Who paid, who put in, who owes; the fewest payments that settle it, and those that were made. */
@OfPage
@Controller("/settle")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SettleController {

    /** So many payments of a month are listed. */
    private static final int MOST = 100;

    private final Screens screens;
    private final ViewReader views;
    private final ShowCurrentMonth showCurrentMonth;
    private final ShowHousehold showHousehold;
    private final ShowSettlements showSettlements;
    private final RecordSettlement recordSettlement;
    private final RemoveSettlement removeSettlement;
    private final Clock clock;

    SettleController(
            Screens screens,
            ViewReader views,
            ShowCurrentMonth showCurrentMonth,
            ShowHousehold showHousehold,
            ShowSettlements showSettlements,
            RecordSettlement recordSettlement,
            RemoveSettlement removeSettlement,
            Clock clock) {
        this.screens = screens;
        this.views = views;
        this.showCurrentMonth = showCurrentMonth;
        this.showHousehold = showHousehold;
        this.showSettlements = showSettlements;
        this.recordSettlement = recordSettlement;
        this.removeSettlement = removeSettlement;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> show(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable YearMonth month,
            @QueryValue(defaultValue = "actual") String basis) {
        YearMonth in = month == null ? showCurrentMonth.show(access.household()) : month;
        boolean byPlan = Bases.read(basis) == Basis.PLAN;
        Frame frame = screens.frame(request, access, "settle", "place.settle");
        Words words = frame.words();
        Household household = showHousehold.show(access.household()).thing().household();
        var parties = new Parties(words, household);
        Shown view =
                views.show(access, new SettlementQuery(new Period(in, in), byPlan ? Basis.PLAN : Basis.ACTUAL, true));
        String path = "/settle?" + (byPlan ? "basis=plan&" : "") + "month=";
        var model = new SettleModel(
                in.toString(),
                words.month(in),
                path + in.minusMonths(1),
                words.month(in.minusMonths(1)),
                path + in.plusMonths(1),
                words.month(in.plusMonths(1)),
                byPlan,
                "/settle?" + (byPlan ? "" : "basis=plan&") + "month=" + in,
                words.month(YearMonth.parse(view.text("since"))),
                payments(words, parties, view.list("transfers")),
                dues(words, parties, household, view),
                notes(words, view),
                past(access, words, parties, in),
                LocalDate.now(clock.withZone(household.zone())).toString());
        return screens.show(frame, "settle.jte", model);
    }

    private static List<Payment> payments(Words words, Parties parties, List<Shown> transfers) {
        return IntStream.range(0, transfers.size())
                .mapToObj(place -> payment(words, parties, place, transfers.get(place)))
                .toList();
    }

    private static Payment payment(Words words, Parties parties, int place, Shown transfer) {
        Shown ready = transfer.at("settlement");
        return new Payment(
                place,
                ready.text("from"),
                parties.name(ready.text("from")),
                ready.text("to"),
                parties.name(ready.text("to")),
                words.amount(ready.text("amount")),
                ready.text("amount"),
                ready.text("month"));
    }

    private static List<Due> dues(Words words, Parties parties, Household household, Shown view) {
        List<Due> dues = new ArrayList<>();
        Map<String, String> before = view.texts("before");
        int colour = 0;
        for (Member member : household.members()) {
            String key = member.key().text();
            Shown of = view.at("members").at(key);
            dues.add(new Due(
                    colour++ % Parties.COLOURS + 1,
                    key,
                    member.name(),
                    words.amount(of.text("share")),
                    words.amount(of.text("pooled")),
                    words.amount(of.text("paid")),
                    words.amount(of.text("put")),
                    words.amount(of.text("settled")),
                    words.amount(of.text("due")),
                    words.amount(before.getOrDefault(key, "0"))));
        }
        String pot = view.texts("due").get(Parties.POT);
        if (pot != null) {
            dues.add(new Due(
                    0,
                    Parties.POT,
                    parties.name(Parties.POT),
                    "",
                    "",
                    "",
                    "",
                    "",
                    words.amount(pot),
                    words.amount(before.getOrDefault(Parties.POT, "0"))));
        }
        return dues;
    }

    private static List<String> notes(Words words, Shown view) {
        List<String> notes = new ArrayList<>();
        for (Shown month : view.list("months")) {
            Shown unknown = month.at("payer_unknown");
            if (unknown.number("count") > 0) {
                notes.add(words.of(
                        "settle.unknown",
                        words.count("rows", unknown.number("count")),
                        words.amount(unknown.text("total"))));
            }
            Shown confirm = month.at("to_confirm");
            if (confirm.number("count") > 0) {
                notes.add(words.of(
                        "settle.confirm",
                        words.count("rows", confirm.number("count")),
                        words.amount(confirm.text("total"))));
            }
        }
        if (!view.list("without_config").isEmpty()) {
            notes.add(words.of("incomes.none"));
        }
        return notes;
    }

    private List<Past> past(Access access, Words words, Parties parties, YearMonth in) {
        var found = showSettlements.show(access.household(), Optional.of(in), Optional.of(in), MOST, 0);
        var amounts = new Amounts(words, found.currency());
        return found.thing().settlements().stream()
                .map(settlement ->
                        past(words, parties, amounts, settlement, found.thing().stamps()))
                .toList();
    }

    private static Past past(
            Words words, Parties parties, Amounts amounts, Settlement settlement, Map<Long, Stamp> stamps) {
        return new Past(
                settlement.id(),
                Stamps.text(Objects.requireNonNull(stamps.get(settlement.id()))),
                words.of(
                        "settle.pays",
                        parties.name(PartyJson.write(settlement.from())),
                        parties.name(PartyJson.write(settlement.to()))),
                amounts.text(settlement.amount()),
                words.day(settlement.date()));
    }

    @OfPage(operation = "POST /settlements")
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> record(HttpRequest<?> request, Access access, @Body byte[] body) {
        Form form = Form.read(body);
        Words words = screens.frame(request, access, "settle", "place.settle").words();
        YearMonth month = form.month("month");
        var terms = terms(form, new Amounts(words, access.currency()), month);
        recordSettlement.record(access.household(), access.actor(), new InCurrency<>(terms, access.currency()));
        return screens.goOn(request, "/settle?month=" + month);
    }

    private static SettlementTerms terms(Form form, Amounts amounts, YearMonth month) {
        try {
            return new SettlementTerms(
                    form.day("date"),
                    Optional.of(month),
                    PartyJson.party(form.text("from")),
                    PartyJson.party(form.text("to")),
                    amounts.read(form, "amount"),
                    form.optional("note"),
                    new TreeSet<>());
        } catch (IllegalArgumentException e) {
            throw Form.unreadable("", String.valueOf(e.getMessage()));
        }
    }

    @OfPage(operation = "DELETE /settlements/{id}")
    @Post("/{id}/remove")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> remove(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        var removed = removeSettlement.remove(access.household(), access.actor(), id, Stamps.of(Form.read(body)));
        return screens.goOn(request, "/settle?month=" + removed.result().month());
    }
}
