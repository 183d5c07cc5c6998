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
import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Links;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.frame.Stamps;
import io.prorata.adapter.web.page.rows.RowsModel.EditFields;
import io.prorata.adapter.web.page.rows.RowsModel.Effect;
import io.prorata.adapter.web.page.rows.RowsModel.Item;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.ledger.ChangeTransaction;
import io.prorata.application.ledger.ChangeTransactions;
import io.prorata.application.ledger.MovedTotals;
import io.prorata.application.ledger.RemoveTransaction;
import io.prorata.application.ledger.ShowTransaction;
import io.prorata.application.ledger.ShowTransactions;
import io.prorata.application.ledger.ShowTransactions.Query;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.application.view.TransactionOrder.Place;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The list of rows, the form of one, and the change of many with what it would do. */
@OfPage
@Controller("/rows")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RowsController {

    private static final int LIMIT = 100;
    private static final List<String> TYPES =
            Arrays.stream(ExpenseType.values()).map(Enum::name).toList();

    private final Screens screens;
    private final ShowTransactions showTransactions;
    private final ShowTransaction showTransaction;
    private final ChangeTransaction changeTransaction;
    private final ChangeTransactions changeTransactions;
    private final RemoveTransaction removeTransaction;
    private final ShowCurrentMonth showCurrentMonth;

    RowsController(
            Screens screens,
            ShowTransactions showTransactions,
            ShowTransaction showTransaction,
            ChangeTransaction changeTransaction,
            ChangeTransactions changeTransactions,
            RemoveTransaction removeTransaction,
            ShowCurrentMonth showCurrentMonth) {
        this.screens = screens;
        this.showTransactions = showTransactions;
        this.showTransaction = showTransaction;
        this.changeTransaction = changeTransaction;
        this.changeTransactions = changeTransactions;
        this.removeTransaction = removeTransaction;
        this.showCurrentMonth = showCurrentMonth;
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
        return show(request, access, query, after, new Effect(false, "", List.of(), EditFields.NONE));
    }

    private HttpResponse<byte[]> show(
            HttpRequest<?> request, Access access, RowsQuery query, Optional<Place> after, Effect effect) {
        Frame frame = screens.frame(request, access, "rows", "place.rows");
        var found = showTransactions.show(
                access.household(), new Query(query.filter(), query.sorted(), after, LIMIT, 0, false));
        var amounts = new Amounts(frame.words(), found.currency());
        List<Item> items = found.thing().rows().stream()
                .map(entry -> item(frame, amounts, entry.transaction()))
                .toList();
        var categories = new TreeSet<String>();
        items.forEach(item -> categories.add(item.category()));
        categories.remove("");
        String next = found.thing()
                .next()
                .map(place -> query.path() + "&key=" + Links.encoded(place.key()) + "&id=" + place.id())
                .orElse("");
        String total = found.thing().total().isPresent()
                ? frame.words().count("rows", found.thing().total().getAsLong())
                : "";
        var model = new RowsModel(
                query, total, items, next, Links.encoded(query.path()), TYPES, List.copyOf(categories), effect);
        return screens.show(frame, "rows.jte", model);
    }

    private static Item item(Frame frame, Amounts amounts, Transaction row) {
        return new Item(
                row.id(),
                row.line().label(),
                frame.words().day(row.line().date()),
                amounts.text(row.line().amount()),
                !row.line().amount().isNegative(),
                Objects.requireNonNullElse(row.classification().category(), ""),
                frame.t("type." + row.classification().type()),
                row.classification().excluded());
    }

    @Get("/{id}")
    HttpResponse<byte[]> one(HttpRequest<?> request, Access access, long id, @QueryValue @Nullable String back) {
        Frame frame = screens.frame(request, access, "rows", "row");
        var shown = showTransaction.show(access.household(), id);
        Transaction row = shown.thing().transaction();
        var amounts = new Amounts(frame.words(), shown.currency());
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
                row.classification().excluded(),
                safe(back, "/rows?month=" + row.month()),
                TYPES,
                List.of());
        return screens.show(frame, "row.jte", model);
    }

    @OfPage(operation = "PATCH /transactions/{id}")
    @Post("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> change(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        Form form = Form.read(body);
        Frame frame = screens.frame(request, access, "rows", "row");
        changeTransaction.change(
                access.household(),
                access.actor(),
                id,
                Stamps.of(form),
                new InCurrency<>(
                        RowEdits.ofOne(form, new Amounts(frame.words(), access.currency())), access.currency()));
        return screens.goOn(request, safe(form.text("back"), "/rows"));
    }

    @OfPage(operation = "DELETE /transactions/{id}")
    @Post("/{id}/remove")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> remove(HttpRequest<?> request, Access access, long id, @Body byte[] body) {
        Form form = Form.read(body);
        removeTransaction.remove(access.household(), access.actor(), id, Stamps.of(form));
        return screens.goOn(request, safe(form.text("back"), "/rows"));
    }

    /** Changes all rows of the list; with {@code look}, only says what would become of them. */
    @OfPage(operation = "POST /transactions/changes")
    @Post("/changes")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> changeMany(HttpRequest<?> request, Access access, @Body byte[] body) {
        Form form = Form.read(body);
        RowsQuery query = RowsQuery.of(form);
        boolean looks = !form.has("do");
        var command = new ChangeTransactions.Command(query.filter(), RowEdits.ofMany(form), looks);
        var effect = changeTransactions
                .change(access.household(), access.actor(), new InCurrency<>(command, access.currency()))
                .result();
        if (!looks) {
            return screens.goOn(request, query.path());
        }
        Frame frame = screens.frame(request, access, "rows", "place.rows");
        var amounts = new Amounts(frame.words(), effect.currency());
        List<String> totals = effect.totals().stream()
                .filter(moved -> moved.total().subcategory() == null)
                .map(moved -> frame.words().month(moved.month()) + " · " + name(frame, moved.total()) + ": "
                        + amounts.text(moved.before().amount()) + " \u2192 "
                        + amounts.text(moved.after().amount()))
                .toList();
        var fields = new EditFields(
                form.text("category"),
                form.text("subcategory"),
                form.text("type"),
                form.text("tags"),
                form.text("excluded"));
        String said = frame.t(
                "many.effect",
                frame.words().count("rows", effect.matched()),
                frame.words().count("rows", effect.changed()));
        return show(request, access, query, Optional.empty(), new Effect(true, said, totals, fields));
    }

    private static String name(Frame frame, MovedTotals.Total total) {
        return switch (total.figure()) {
            case TOTAL_EXPENSES -> frame.t("to_pay");
            case NET_AVAILABLE -> frame.t("left");
            case MEMBER_TOTAL -> frame.t("to_pay") + ", " + total.member();
            case EXPENSE_TYPE -> frame.t("type." + total.type());
            case CATEGORY, SUBCATEGORY -> total.category() == null ? frame.t("uncategorised") : total.category();
            case BILLS_PAID -> frame.t("paid");
            case UNPLANNED -> frame.t("unplanned");
        };
    }

    /** Only what is here: an address from outside leads nowhere else. */
    private static String safe(@Nullable String back, String otherwise) {
        return back != null && back.matches("/(rows|months|year)([/?][!-~]*)?") && !back.contains("//")
                ? back
                : otherwise;
    }
}
