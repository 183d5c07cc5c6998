package io.prorata.adapter.web.page.rows;

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
import io.prorata.adapter.web.language.Language;
import io.prorata.adapter.web.page.change.MovedLines;
import io.prorata.adapter.web.page.change.Undo;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.adapter.web.page.rows.RowsModel.EditFields;
import io.prorata.adapter.web.page.rows.RowsModel.Effect;
import io.prorata.application.household.ShowHousehold;
import io.prorata.application.ledger.ChangeTransactions;
import io.prorata.application.ledger.RemoveTransactions;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.application.view.TransactionFilter;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Changes and removes the rows of a list, those that are ticked or all of them; what would become of them is shown first. */
@OfPage
@Controller("/rows")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ManyRowsController {

    private final Screens screens;
    private final RowList list;
    private final ChangeTransactions changeTransactions;
    private final RemoveTransactions removeTransactions;
    private final ShowHousehold showHousehold;

    ManyRowsController(
            Screens screens,
            RowList list,
            ChangeTransactions changeTransactions,
            RemoveTransactions removeTransactions,
            ShowHousehold showHousehold) {
        this.screens = screens;
        this.list = list;
        this.changeTransactions = changeTransactions;
        this.removeTransactions = removeTransactions;
        this.showHousehold = showHousehold;
    }

    /** What a form means: which rows, and whether it only asks what would become of them. */
    private record Chosen(RowsQuery query, SortedSet<Long> ids, boolean all, boolean looks, Words words) {

        static Chosen of(HttpRequest<?> request, Form form) {
            Words words = Words.in(Language.of(request));
            SortedSet<Long> ids = form.wholes("id");
            boolean all = form.text("which").equals("all");
            if (!all && ids.isEmpty()) {
                throw Form.unreadable("/id", words.of("many.none"));
            }
            return new Chosen(RowsQuery.of(form), ids, all, !form.has("do"), words);
        }

        TransactionFilter filter() {
            return all ? query.filter() : query.filter().ofIds(ids);
        }
    }

    @OfPage(operation = "POST /transactions/changes")
    @Post("/changes")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> change(HttpRequest<?> request, Access access, @Body byte[] body) {
        Form form = Form.read(body);
        Chosen chosen = Chosen.of(request, form);
        var command = new ChangeTransactions.Command(chosen.filter(), RowEdits.ofMany(form), chosen.looks());
        var made = changeTransactions.change(
                access.household(), access.actor(), new InCurrency<>(command, access.currency()));
        return answered(request, access, chosen, form, made, false);
    }

    @OfPage(operation = "DELETE /transactions")
    @Post("/removals")
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> remove(HttpRequest<?> request, Access access, @Body byte[] body) {
        Form form = Form.read(body);
        Chosen chosen = Chosen.of(request, form);
        var command = new RemoveTransactions.Command(chosen.filter(), chosen.looks());
        var made = removeTransactions.remove(
                access.household(), access.actor(), new InCurrency<>(command, access.currency()));
        return answered(request, access, chosen, form, made, true);
    }

    private HttpResponse<byte[]> answered(
            HttpRequest<?> request,
            Access access,
            Chosen chosen,
            Form form,
            Committed<ChangeTransactions.Effect> made,
            boolean removes) {
        ChangeTransactions.Effect effect = made.result();
        if (!chosen.looks()) {
            return screens.goOn(request, Undo.offered(chosen.query().path(), made));
        }
        Words words = chosen.words();
        List<String> totals = MovedLines.of(
                        words, showHousehold.show(access.household()).thing().household())
                .withoutSubcategories(effect);
        var fields = new EditFields(
                form.text("category"),
                form.text("subcategory"),
                form.text("type"),
                form.text("tags"),
                form.text("excluded"),
                form.text("common"),
                form.text("split"));
        String said = removes
                ? words.of("many.removes", words.count("rows", effect.matched()))
                : words.of("many.effect", words.count("rows", effect.matched()), words.count("rows", effect.changed()));
        if (effect.owedByNobody() > 0) {
            said += " " + words.of("many.nobody", words.count("rows", effect.owedByNobody()));
        }
        return list.show(
                request,
                access,
                chosen.query(),
                Optional.empty(),
                new Effect(true, removes, said, totals, fields, chosen.ids(), chosen.all()));
    }
}
