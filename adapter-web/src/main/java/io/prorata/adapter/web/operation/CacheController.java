package io.prorata.adapter.web.operation;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.access.RequiresScope;
import io.prorata.adapter.web.answer.IdempotencyKeys;
import io.prorata.application.household.ShowCurrentMonth;
import io.prorata.application.operation.DropViews;
import io.prorata.application.operation.ShowTiers;
import io.prorata.application.operation.ShowWarming;
import io.prorata.application.operation.WarmViews;
import io.prorata.application.port.Tokens;
import io.prorata.application.request.Access;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cache of finished answers. No answer depends on it. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
class CacheController {

    private final DropViews dropViews;
    private final WarmViews warmViews;
    private final ShowWarming showWarming;
    private final ShowTiers showTiers;
    private final ShowCurrentMonth showCurrentMonth;
    private final IdempotencyKeys once;

    CacheController(
            DropViews dropViews,
            WarmViews warmViews,
            ShowWarming showWarming,
            ShowTiers showTiers,
            ShowCurrentMonth showCurrentMonth,
            IdempotencyKeys once) {
        this.dropViews = dropViews;
        this.warmViews = warmViews;
        this.showWarming = showWarming;
        this.showTiers = showTiers;
        this.showCurrentMonth = showCurrentMonth;
        this.once = once;
    }

    /** Clear the household's cached views. Only views whose last month is {@code month}, or all views. */
    @Delete("/dashboard/cache/invalidate")
    @Consumes(MediaType.ALL)
    DroppedResponse invalidate(Access access, @QueryValue @Nullable YearMonth month) {
        return DroppedResponse.of(month, dropViews.drop(access.household(), Optional.ofNullable(month)));
    }

    /**
     * Start warming the cache. For the given months, or for the last N months. If a job is already running for this household, returns
     * that job.
     */
    @Post("/dashboard/cache/warm")
    @Consumes(MediaType.ALL)
    HttpResponse<WarmingResponse> warm(
            HttpRequest<?> request,
            Access access,
            @QueryValue(defaultValue = "1") List<String> months,
            @Body @Nullable String body) {
        List<YearMonth> wanted = MonthList.read("months", months, showCurrentMonth.show(access.household()));
        return once.answerWithoutContent(request, access, body, _ -> {
            WarmingResponse warming = WarmingResponse.of(warmViews.warm(access.household(), wanted));
            return HttpResponse.<WarmingResponse>accepted(URI.create("/dashboard/cache/warm/" + warming.id()))
                    .body(warming);
        });
    }

    /** Get a warming job. */
    @Get("/dashboard/cache/warm/{id}")
    WarmingResponse warming(Access access, long id) {
        return WarmingResponse.of(showWarming.show(access.household(), id));
    }

    /**
     * Get cache statistics. Hits and misses since the start by key pattern, for all households together, and the state of each tier.
     */
    @RequiresScope(Tokens.TokenScope.ADMIN)
    @Get("/cache/stats")
    TiersResponse stats() {
        return TiersResponse.of(showTiers.show());
    }
}
