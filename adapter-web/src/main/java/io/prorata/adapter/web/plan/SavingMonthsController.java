package io.prorata.adapter.web.plan;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.GivesRows;
import io.prorata.adapter.web.parameter.AmountParameter;
import io.prorata.adapter.web.parameter.MonthCount;
import io.prorata.application.provision.ShowProjection;
import io.prorata.application.provision.ShowSchedule;
import io.prorata.application.request.Access;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Schedules of provisions month by month, and projected balances. */
@Controller("/provisions")
@ExecuteOn(TaskExecutors.BLOCKING)
class SavingMonthsController {

    private final ShowSchedule showSchedule;
    private final ShowProjection showProjection;

    SavingMonthsController(ShowSchedule showSchedule, ShowProjection showProjection) {
        this.showSchedule = showSchedule;
        this.showProjection = showProjection;
    }

    /**
     * Get the schedule of a provision. From the month {@code from}, by default the current one, to the month {@code to}: the amount that
     * each month puts aside, the due month of the target, and the balance. At most 120 months; none before its first terms.
     */
    @Get("/{id}/schedule")
    @GivesRows("months")
    HttpResponse<ScheduleResponse> schedule(
            HttpRequest<?> request,
            Access access,
            long id,
            @QueryValue @Nullable YearMonth from,
            @QueryValue @Nullable YearMonth to) {
        var shown = showSchedule.show(access.household(), id, Optional.ofNullable(from), Optional.ofNullable(to));
        return Answers.listed(request, shown, List.of(id, shown.thing().period()), ScheduleResponse::of);
    }

    /**
     * Get the projection of all provisions and of all bills with a due month. {@code months} from the current one on, with the amount
     * required at the end of each. With {@code savings}, the stated balance of the real savings account, also the part of it that is free.
     */
    @Get("/projection")
    HttpResponse<ProjectionResponse> projection(
            HttpRequest<?> request,
            Access access,
            @QueryValue(defaultValue = MonthCount.USUAL) MonthCount months,
            @QueryValue @Nullable String savings) {
        var shown = showProjection.show(
                access.household(), months.months(), AmountParameter.read("savings", savings, access.currency()));
        return Answers.listed(
                request,
                shown,
                List.of(shown.thing().date(), months, shown.thing().stated()),
                ProjectionResponse::of);
    }
}
