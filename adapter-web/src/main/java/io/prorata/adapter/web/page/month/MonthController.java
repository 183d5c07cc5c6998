package io.prorata.adapter.web.page.month;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.OfPage;
import io.prorata.adapter.web.language.Language;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Links;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.frame.Shown;
import io.prorata.adapter.web.page.frame.ViewReader;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.household.ShowHousehold;
import io.prorata.application.query.AnalyticsQuery;
import io.prorata.application.query.CategoryQuery;
import io.prorata.application.query.ScreenQuery;
import io.prorata.application.request.Access;
import io.prorata.domain.household.Household;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The screens of a month, of one of its categories, and of a year. */
@OfPage
@Controller
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MonthController {

    private static final int YEAR = 12;

    private final Screens screens;
    private final ViewReader views;
    private final ChartBuilder charts;
    private final ShowCurrentMonth showCurrentMonth;
    private final ShowHousehold showHousehold;
    private final Clock clock;

    MonthController(
            Screens screens,
            ViewReader views,
            ChartBuilder charts,
            ShowCurrentMonth showCurrentMonth,
            ShowHousehold showHousehold,
            Clock clock) {
        this.screens = screens;
        this.views = views;
        this.charts = charts;
        this.showCurrentMonth = showCurrentMonth;
        this.showHousehold = showHousehold;
        this.clock = clock;
    }

    @Get("/months")
    HttpResponse<byte[]> current(HttpRequest<?> request, Access access) {
        return screens.goOn(request, "/months/" + showCurrentMonth.show(access.household()));
    }

    /** Where the field that picks a month leads. */
    @Get("/go")
    HttpResponse<byte[]> go(HttpRequest<?> request, @QueryValue YearMonth month) {
        return screens.goOn(request, "/months/" + month);
    }

    @Get("/months/{month}")
    HttpResponse<byte[]> month(HttpRequest<?> request, Access access, YearMonth month) {
        Frame frame = screens.titled(request, access, "months", words(request).month(month));
        return screens.show(frame, "month.jte", model(access, frame.words(), month));
    }

    private MonthModel model(Access access, Words words, YearMonth month) {
        Shown screen = views.show(access, new ScreenQuery(month));
        Map<String, String> names = MonthBuilder.names(screen);
        var parts = new MonthBuilder(words, screen, names);
        Shown summary = screen.at("summary");
        Shown change = screen.at("month_before").at("changes").at("total_expenses");
        List<Line> spending = parts.spending();
        return new MonthModel(
                month.toString(),
                words.month(month),
                "/months/" + month.minusMonths(1),
                words.month(month.minusMonths(1)),
                "/months/" + month.plusMonths(1),
                words.month(month.plusMonths(1)),
                asOf(access, words, month),
                words.amount(summary.text("total_expenses")),
                screen.text("currency"),
                parts.people(),
                words.amount(summary.text("net_income")),
                words.amount(summary.text("total_provisions")),
                words.amount(summary.text("total_fixed")),
                words.amount(summary.text("total_variable")),
                words.amount(summary.text("net_available")),
                words.of("compared", words.signed(change.text("change")), words.month(month.minusMonths(1))),
                spending,
                parts.provisions(),
                parts.bills(),
                parts.shares(),
                charts.of(access, words, month.minusMonths(YEAR - 1), month, month),
                screen.at("drill_down_urls").optional("uncategorised") == null ? "" : uncategorised(spending, words),
                Links.rows(month.toString(), "VARIABLE", null),
                parts.toConfirm(),
                names.isEmpty() && screen.at("counts").number("transactions") == 0);
    }

    private static String uncategorised(List<Line> spending, Words words) {
        return spending.stream()
                .filter(line -> line.name().equals(words.of("uncategorised")))
                .map(Line::left)
                .findFirst()
                .orElse("");
    }

    private String asOf(Access access, Words words, YearMonth month) {
        Household household = showHousehold.show(access.household()).thing().household();
        LocalDate today = LocalDate.now(clock.withZone(household.zone()));
        return month.equals(YearMonth.from(today)) ? words.of("as_of", words.day(today)) : "";
    }

    @Get("/months/{month}/categories")
    HttpResponse<byte[]> category(
            HttpRequest<?> request,
            Access access,
            YearMonth month,
            @QueryValue ExpenseType type,
            @QueryValue String category) {
        Words words = words(request);
        String name = category.isEmpty() ? words.of("uncategorised") : category;
        CategoryChoice choice =
                category.isEmpty() ? new CategoryChoice.Uncategorised() : new CategoryChoice.Named(category);
        Shown page = views.show(access, new CategoryQuery(month, type, choice));
        List<Line> subcategories = page.list("subcategories").stream()
                .map(sub -> new Line(
                        words.orNone(sub.optional("subcategory")),
                        "/rows?month=" + month + "&type=" + type + "&category="
                                + Links.encoded(category.isEmpty() ? "-" : category) + "&subcategory="
                                + Links.encoded(Objects.requireNonNullElse(sub.optional("subcategory"), "-")),
                        words.amount(sub.text("total_amount")),
                        null,
                        "",
                        "",
                        words.count("rows", sub.number("transaction_count")),
                        "",
                        false))
                .toList();
        List<Line> rows = page.list("transactions").stream()
                .map(row -> new Line(
                        row.text("label"),
                        "/rows/" + row.text("id"),
                        words.amount(row.text("amount")),
                        null,
                        "",
                        "",
                        words.day(LocalDate.parse(row.text("date"))),
                        Objects.requireNonNullElse(row.optional("subcategory"), ""),
                        false))
                .toList();
        var model = new CategoryModel(
                name,
                words.month(month),
                "/months/" + month,
                words.amount(page.text("total_amount")),
                words.count("rows", page.number("transaction_count")),
                subcategories,
                rows,
                Links.rows(month.toString(), type.name(), category.isEmpty() ? null : category),
                category.isEmpty() ? "" : "/settings/categories?from=" + Links.encoded(category));
        return screens.show(screens.titled(request, access, "months", name), "category.jte", model);
    }

    @Get("/year")
    HttpResponse<byte[]> thisYear(HttpRequest<?> request, Access access) {
        return screens.goOn(
                request, "/year/" + showCurrentMonth.show(access.household()).getYear());
    }

    @Get("/year/{year}")
    HttpResponse<byte[]> year(HttpRequest<?> request, Access access, int year) {
        int shown = Math.clamp(year, 1901, 9998);
        YearMonth first = YearMonth.of(shown, 1);
        YearMonth last = first.plusMonths(YEAR - 1);
        Frame frame = screens.titled(request, access, "year", Integer.toString(shown));
        Words words = frame.words();
        Shown analytics = views.show(
                access,
                new AnalyticsQuery(new Period(first, last), EnumSet.of(ExpenseType.FIXED, ExpenseType.VARIABLE)));
        var model = new YearModel(
                Integer.toString(shown),
                "/year/" + (shown - 1),
                Integer.toString(shown - 1),
                "/year/" + (shown + 1),
                Integer.toString(shown + 1),
                charts.of(access, words, first, last, showCurrentMonth.show(access.household())),
                SeriesBuilder.of(words, analytics));
        return screens.show(frame, "year.jte", model);
    }

    private static Words words(HttpRequest<?> request) {
        return Words.in(Language.of(request));
    }
}
