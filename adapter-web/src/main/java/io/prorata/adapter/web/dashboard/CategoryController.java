package io.prorata.adapter.web.dashboard;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.prorata.adapter.web.answer.ViewAnswers;
import io.prorata.adapter.web.parameter.CategoryParameter;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.adapter.web.parameter.Limit;
import io.prorata.adapter.web.parameter.Offset;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.application.query.CategoryQuery;
import io.prorata.application.query.DrillDownQuery;
import io.prorata.application.query.DrillDownQuery.Level;
import io.prorata.application.query.PageCursor;
import io.prorata.application.request.Access;
import io.prorata.application.view.Document;
import io.prorata.application.view.TransactionOrder.Place;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Drill-down from a category to its transactions. */
@Controller("/dashboard")
final class CategoryController {

    private final ViewAnswers answers;

    CategoryController(ViewAnswers answers) {
        this.answers = answers;
    }

    /** Get a category. Its statistics, its subcategories and its latest transactions. */
    @Get("/categories/{segment}")
    CompletionStage<HttpResponse<Document>> category(
            HttpRequest<?> request,
            Access access,
            @PathVariable String segment,
            @QueryValue @Nullable String category,
            @QueryValue @Nullable YearMonth month,
            @QueryValue(value = "expense_type", defaultValue = "VARIABLE") ExpenseType type,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        return answers.answer(
                request,
                access,
                month,
                shown -> new CategoryQuery(shown, type, CategoryParameter.inPath(segment, category)),
                useCache.isTrue());
    }

    /** Get details of a category. One level: {@code summary}, {@code details} or {@code transactions}. */
    @Get("/drill-down/{segment}")
    CompletionStage<HttpResponse<Document>> drillDown(
            HttpRequest<?> request,
            Access access,
            @PathVariable String segment,
            @QueryValue @Nullable String category,
            @QueryValue @Nullable YearMonth month,
            @QueryValue(defaultValue = "summary") String level,
            @QueryValue(value = "expense_type", defaultValue = "VARIABLE") ExpenseType type,
            @QueryValue(defaultValue = Limit.USUAL) Limit limit,
            @QueryValue @Nullable Offset offset,
            @QueryValue @Nullable String cursor,
            @QueryValue(value = "use_cache", defaultValue = "true") Flag useCache) {
        CategoryChoice choice = CategoryParameter.inPath(segment, category);
        Level asked = level(level);
        return answers.answer(
                request,
                access,
                month,
                shown -> {
                    Optional<Place> after = Optional.ofNullable(cursor)
                            .map(text -> place(
                                    access.household(), DrillDownQuery.list(shown, type, choice), text, asked, offset));
                    return new DrillDownQuery(
                            shown, type, choice, asked, limit.items(), offset == null ? 0 : offset.items(), after);
                },
                useCache.isTrue());
    }

    private static Place place(
            HouseholdId household, String list, String cursor, Level level, @Nullable Offset offset) {
        if (level != Level.TRANSACTIONS) {
            throw unreadable("cursor", "only the level transactions has cursors; page through the others by offset");
        }
        if (offset != null) {
            throw unreadable("offset", "a cursor knows its place already: give one of the two");
        }
        return PageCursor.read(household, list, cursor)
                .orElseThrow(
                        () -> unreadable(
                                "cursor",
                                "no cursor of this list: take next_cursor from a page with the same month, category and expense_type"));
    }

    private static Level level(String text) {
        return Arrays.stream(Level.values())
                .filter(level -> name(level).equals(text))
                .findFirst()
                .orElseThrow(() -> unreadable(
                        "level",
                        "one of "
                                + Arrays.stream(Level.values())
                                        .map(CategoryController::name)
                                        .collect(Collectors.joining(", "))));
    }

    private static String name(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static ProblemException unreadable(String parameter, String detail) {
        return new ProblemException(Problem.unreadable(new PartError.InParameter(parameter, detail)));
    }
}
