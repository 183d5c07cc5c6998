package io.prorata.adapter.web.page.rows;

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
import io.prorata.adapter.web.page.change.RowWords;
import io.prorata.adapter.web.page.change.Undo;
import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.frame.Stamps;
import io.prorata.adapter.web.page.rows.RowModel.Sorted;
import io.prorata.adapter.web.page.rows.RowsModel.Effect;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.ledger.ChangeTransaction;
import io.prorata.application.ledger.RemoveTransaction;
import io.prorata.application.ledger.ShowTransaction;
import io.prorata.application.plan.ShowPlan;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.application.rule.ShowRules;
import io.prorata.application.view.TransactionOrder.Place;
import io.prorata.domain.ledger.RowField;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.sorting.SortingRule;
import io.prorata.domain.split.SplitText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The list of rows, and the form of one. */
@OfPage
@Controller("/rows")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RowsController {

    private final Screens screens;
    private final RowList list;
    private final ShowTransaction showTransaction;
    private final ChangeTransaction changeTransaction;
    private final RemoveTransaction removeTransaction;
    private final ShowCurrentMonth showCurrentMonth;
    private final ShowPlan showPlan;
    private final ShowRules showRules;

    RowsController(
            Screens screens,
            RowList list,
            ShowTransaction showTransaction,
            ChangeTransaction changeTransaction,
            RemoveTransaction removeTransaction,
            ShowCurrentMonth showCurrentMonth,
            ShowPlan showPlan,
            ShowRules showRules) {
        this.screens = screens;
        this.list = list;
        this.showTransaction = showTransaction;
        this.changeTransaction = changeTransaction;
        this.removeTransaction = removeTransaction;
        this.showCurrentMonth = showCurrentMonth;
        this.showPlan = showPlan;
        this.showRules = showRules;
    }

    @Get
    HttpResponse<byte[]> list(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable String month,
            @QueryValue @Nullable String category,
            @QueryValue @Nullable String subcategory,
            @QueryValue @Nullable String type,
            @QueryValue @Nullable String text,
            @QueryValue @Nullable String order,
            @QueryValue @Nullable String key,
            @QueryValue @Nullable Long id) {
        String in = month == null ? showCurrentMonth.show(access.household()).toString() : month;
        RowsQuery query = RowsQuery.of(in, category, subcategory, type, text, order);
        Optional<Place> after = key == null || id == null ? Optional.empty() : Optional.of(new Place(key, id));
        return list.show(request, access, query, after, Effect.NONE);
    }

    @Get("/{id}")
    HttpResponse<byte[]> one(HttpRequest<?> request, Access access, long id, @QueryValue @Nullable String back) {
        Frame frame = screens.frame(request, access, "rows", "row");
        var shown = showTransaction.show(access.household(), id);
        Transaction row = shown.thing().transaction();
        var amounts = new Amounts(frame.words(), shown.currency());
        var plan = showPlan.show(access.household()).thing();
        var model = new RowModel(
                id,
                Stamps.text(shown.stamp()),
                row.line().label(),
                row.line().date().toString(),
                amounts.text(row.line().amount()),
                amounts.plain(row.line().amount()),
                Objects.requireNonNullElse(row.classification().category(), ""),
                Objects.requireNonNullElse(row.classification().subcategory(), ""),
                row.typedBy() == Transaction.TypedBy.PERSON
                        ? row.classification().type().name()
                        : "RULE",
                String.join(", ", row.tags()),
                Objects.requireNonNullElse(row.note(), ""),
                row.classification().excluded(),
                row.attribution().common(),
                row.attribution().split().map(SplitText::of).orElse("-"),
                list.splits(access, frame.words(), row.attribution().split()),
                RowMeaning.of(row.attribution()),
                RowChoices.of(frame.words(), plan),
                sorted(access, RowWords.of(frame.words(), plan), row),
                safe(back, "/rows?month=" + row.month()),
                RowList.TYPES,
                List.of());
        return screens.show(frame, "row.jte", model);
    }

    /** What a rule chose stays when the rule goes. */
    private List<Sorted> sorted(Access access, RowWords words, Transaction row) {
        Map<RowField, Long> chosen = row.choices().byRule();
        if (chosen.isEmpty()) {
            return List.of();
        }
        Map<Long, String> names = showRules.show(access.household()).thing().stream()
                .collect(Collectors.toMap(SortingRule::id, SortingRule::name));
        return chosen.entrySet().stream()
                .map(one -> new Sorted(
                        words.field(one.getKey()),
                        words.value(one.getKey(), row),
                        one.getValue(),
                        names.getOrDefault(one.getValue(), words.words().of("sorted.gone")),
                        names.containsKey(one.getValue())))
                .toList();
    }

    @OfPage(operation = "PATCH /transactions/{id}")
    @Post("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> change(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        Form form = Form.read(body);
        Frame frame = screens.frame(request, access, "rows", "row");
        var changed = changeTransaction.change(
                access.household(),
                access.actor(),
                id,
                Stamps.of(form),
                new InCurrency<>(
                        RowEdits.ofOne(form, new Amounts(frame.words(), access.currency())), access.currency()));
        return screens.goOn(request, Undo.offered(safe(form.text("back"), "/rows"), changed, frame.since()));
    }

    @OfPage(operation = "DELETE /transactions/{id}")
    @Post("/{id}/remove")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> remove(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        Form form = Form.read(body);
        var removed = removeTransaction.remove(access.household(), access.actor(), id, Stamps.of(form));
        return screens.goOn(request, Undo.offered(safe(form.text("back"), "/rows"), removed));
    }

    /** Only what is here: an address from outside leads nowhere else. */
    private static String safe(@Nullable String back, String otherwise) {
        return back != null && back.matches("/(rows|months|year)([/?][!-~]*)?") && !back.contains("//")
                ? back
                : otherwise;
    }
}
