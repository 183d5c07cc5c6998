package io.prorata.adapter.web.page.history;

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
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.adapter.web.page.frame.Frame;
import io.prorata.adapter.web.page.frame.Links;
import io.prorata.adapter.web.page.frame.Screens;
import io.prorata.adapter.web.page.history.HistoryModel.Line;
import io.prorata.application.change.ShowHistory;
import io.prorata.application.household.ShowHousehold;
import io.prorata.application.port.Changes.HistoryFilter;
import io.prorata.application.request.Access;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The list of changes: who changed what and when, the latest first. */
@OfPage
@Controller("/settings/history")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HistoryController {

    /** The address of the list. */
    static final String PATH = "/settings/history";

    private static final int LIMIT = 50;

    private final Screens screens;
    private final ShowHistory showHistory;
    private final ShowHousehold showHousehold;

    HistoryController(Screens screens, ShowHistory showHistory, ShowHousehold showHousehold) {
        this.screens = screens;
        this.showHistory = showHistory;
        this.showHousehold = showHousehold;
    }

    /** @param cursor the revision before which the page begins; absent for the first page */
    @Get
    HttpResponse<byte[]> list(
            HttpRequest<?> request,
            Access access,
            @QueryValue @Nullable String month,
            @QueryValue @Nullable String who,
            @QueryValue @Nullable String kind,
            @QueryValue @Nullable Long id,
            @QueryValue @Nullable Long cursor) {
        Frame frame = screens.frame(request, access, "settings", "history");
        Optional<String> in = filled(month);
        var filter = new HistoryFilter(
                filled(kind),
                id == null ? OptionalLong.empty() : OptionalLong.of(id),
                in.map(HistoryController::month),
                filled(who));
        var page = showHistory
                .show(
                        access.household(),
                        filter,
                        cursor == null ? OptionalLong.empty() : OptionalLong.of(cursor),
                        LIMIT)
                .thing();
        ZoneId zone = showHousehold.show(access.household()).thing().household().zone();
        var names = new ChangeNames(frame.words(), zone);
        String address = PATH + "?month=" + in.orElse("") + part("who", filter.actor()) + part("kind", filter.kind())
                + (id == null ? "" : "&id=" + id);
        var model = new HistoryModel(
                in.orElse(""),
                filter.actor().orElse(""),
                filter.kind().orElse(""),
                id == null ? "" : Objects.toString(id),
                page.entries().stream()
                        .map(entry -> new Line(
                                entry.change().revision(),
                                names.what(entry.change()),
                                entry.change().actor(),
                                names.when(entry.change())))
                        .toList(),
                page.next().isPresent() ? address + "&cursor=" + page.next().getAsLong() : "");
        return screens.show(frame, "history.jte", model);
    }

    private static Optional<String> filled(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(it -> !it.isEmpty());
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Form.unreadable("/month", "a month is written YYYY-MM");
        }
    }

    private static String part(String name, Optional<String> value) {
        return value.map(text -> "&" + name + "=" + Links.encoded(text)).orElse("");
    }
}
