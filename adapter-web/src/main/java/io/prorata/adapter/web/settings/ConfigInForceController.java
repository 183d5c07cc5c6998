package io.prorata.adapter.web.settings;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.GivesRows;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.plan.ShowConfigInForce;
import io.prorata.application.request.Access;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The configuration in force in a month. */
@Controller("/config")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConfigInForceController {

    private final ShowConfigInForce showConfigInForce;

    ConfigInForceController(ShowConfigInForce showConfigInForce) {
        this.showConfigInForce = showConfigInForce;
    }

    /** Get the configuration of a month. The members present, their incomes, and the split of costs. */
    @Get
    @GivesRows("members")
    HttpResponse<ConfigResponse> show(HttpRequest<?> request, Access access, @QueryValue @Nullable YearMonth month) {
        var shown = showConfigInForce.show(access.household(), Optional.ofNullable(month));
        // The version says which month is meant: two months that have the same one have the same answer.
        return Answers.listed(
                request,
                shown,
                "config " + shown.thing().id(),
                config -> ConfigResponse.of(config.thing(), new AmountText(config.currency())));
    }
}
