package io.prorata.adapter.web.page.categories;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import io.prorata.adapter.web.page.change.Beside;
import io.prorata.adapter.web.page.change.MovedLines;
import io.prorata.adapter.web.page.change.NameWords;
import io.prorata.adapter.web.page.change.Undo;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.frame.ViewReader;
import io.prorata.application.category.RenameCategory;
import io.prorata.application.category.RenameCategory.Renamed;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.plan.ShowPlan;
import io.prorata.application.query.AnalyticsQuery;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import io.prorata.application.rule.ShowRules;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.mapping.CategoryName;
import io.prorata.domain.naming.Naming;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gives a category another name, or that of another category; every total that moves is shown first. */
@OfPage
@Controller("/settings/categories")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RenameController {

    private static final String PATH = "/settings/categories";
    private static final int YEAR = 12;

    private final Screens screens;
    private final ViewReader views;
    private final RenameCategory renameCategory;
    private final ShowPlan showPlan;
    private final ShowRules showRules;
    private final ShowCurrentMonth showCurrentMonth;

    RenameController(
            Screens screens,
            ViewReader views,
            RenameCategory renameCategory,
            ShowPlan showPlan,
            ShowRules showRules,
            ShowCurrentMonth showCurrentMonth) {
        this.screens = screens;
        this.views = views;
        this.renameCategory = renameCategory;
        this.showPlan = showPlan;
        this.showRules = showRules;
        this.showCurrentMonth = showCurrentMonth;
    }

    /** The fields of the form. */
    private record Fields(String from, String subcategory, String to, String toSubcategory) {

        static Fields of(Form form) {
            return new Fields(
                    form.text("from"), form.text("subcategory"), form.text("to"), form.text("to_subcategory"));
        }

        RenameCategory.Command command(boolean dryRun) {
            if (subcategory.isEmpty() && !toSubcategory.isEmpty()) {
                throw Form.unreadable("/to_subcategory", "only together with subcategory, which it replaces");
            }
            try {
                return new RenameCategory.Command(name(from, subcategory), name(to, toSubcategory), dryRun);
            } catch (IllegalArgumentException e) {
                throw Form.unreadable("", String.valueOf(e.getMessage()));
            }
        }

        private static CategoryName name(String category, String subcategory) {
            return new CategoryName(Naming.name(category), subcategory.isEmpty() ? null : Naming.name(subcategory));
        }
    }

    /** What a look has shown; empty before one. */
    private record Look(boolean looked, String said, List<String> totals, List<String> names) {
        static final Look NOT = new Look(false, "", List.of(), List.of());
    }

    @Get
    HttpResponse<byte[]> show(HttpRequest<?> request, Access access, @QueryValue @Nullable String from) {
        Frame frame = screens.frame(request, access, "settings", "rename");
        var fields = new Fields(Objects.requireNonNullElse(from, ""), "", "", "");
        return shown(frame, access, fields, "", Look.NOT, HttpStatus.OK);
    }

    @OfPage(operation = "POST /categories/renames")
    @Post
    @Consumes(MediaType.ALL)
    HttpResponse<byte[]> rename(HttpRequest<?> request, Access access, @Body byte[] body) {
        Form form = Form.read(body);
        Fields fields = Fields.of(form);
        boolean looks = !form.has("do");
        Frame frame = screens.frame(request, access, "settings", "rename");
        return Beside.form(
                request,
                () -> {
                    var renamed = renameCategory.rename(
                            access.household(),
                            access.actor(),
                            new InCurrency<>(fields.command(looks), access.currency()));
                    return looks
                            ? shown(frame, access, fields, "", look(frame, access, renamed.result()), HttpStatus.OK)
                            : screens.goOn(request, Undo.offered(PATH, renamed));
                },
                problem -> shown(frame, access, fields, problem.detail(), Look.NOT, problem.status()));
    }

    private Look look(Frame frame, Access access, Renamed renamed) {
        var words = frame.words();
        var sheet = showPlan.show(access.household()).thing();
        return new Look(
                true,
                words.of("rename.effect", words.count("rows", renamed.effect().changed()), said(renamed.to())),
                MovedLines.of(words, sheet.household()).all(renamed.effect()),
                new NameWords(
                                words,
                                sheet.book(),
                                showRules.show(access.household()).thing())
                        .lines(renamed.names()));
    }

    private static String said(CategoryName name) {
        return name.subcategory() == null ? name.category() : name.category() + " / " + name.subcategory();
    }

    private HttpResponse<byte[]> shown(
            Frame frame, Access access, Fields fields, String wrong, Look look, HttpStatus status) {
        var model = new RenameModel(
                fields.from(),
                fields.subcategory(),
                fields.to(),
                fields.toSubcategory(),
                known(access),
                wrong,
                look.looked(),
                look.said(),
                look.totals(),
                look.names());
        return screens.show(frame, "categories.jte", model, status);
    }

    /** Those of the last twelve months and of the plan; any other name may be typed. */
    private List<String> known(Access access) {
        Set<String> known = new TreeSet<>(Naming.ORDER);
        YearMonth month = showCurrentMonth.show(access.household());
        views.show(
                        access,
                        new AnalyticsQuery(
                                new Period(month.minusMonths(YEAR - 1), month), EnumSet.allOf(ExpenseType.class)))
                .list("categories")
                .forEach(category -> {
                    if (category.has("category")) {
                        known.add(category.text("category"));
                    }
                });
        var plan = showPlan.show(access.household()).thing().book();
        plan.fixed().forEach(bill -> known.add(bill.category()));
        plan.budgets().forEach(budget -> known.add(budget.category()));
        return List.copyOf(known);
    }
}
