package io.prorata.adapter.web.settings;

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
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.answer.GivesRows;
import io.prorata.adapter.web.answer.IdempotencyKeys;
import io.prorata.adapter.web.answer.Preconditions;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.application.plan.AdoptConfig;
import io.prorata.application.plan.RemoveConfig;
import io.prorata.application.plan.ShowConfig;
import io.prorata.application.plan.ShowConfigs;
import io.prorata.application.request.Access;
import io.prorata.application.request.InCurrency;
import jakarta.validation.Valid;
import java.net.URI;

/** The versions of the configuration: members present, incomes and split. */
@Controller("/configs")
@ExecuteOn(TaskExecutors.BLOCKING)
class ConfigController {

    private final AdoptConfig adoptConfig;
    private final RemoveConfig removeConfig;
    private final ShowConfigs showConfigs;
    private final ShowConfig showConfig;
    private final IdempotencyKeys once;

    ConfigController(
            AdoptConfig adoptConfig,
            RemoveConfig removeConfig,
            ShowConfigs showConfigs,
            ShowConfig showConfig,
            IdempotencyKeys once) {
        this.adoptConfig = adoptConfig;
        this.removeConfig = removeConfig;
        this.showConfigs = showConfigs;
        this.showConfig = showConfig;
        this.once = once;
    }

    /** List configuration versions. Superseded versions are included, newest first. */
    @Get
    @GivesRows("configs")
    HttpResponse<ConfigsResponse> list(HttpRequest<?> request, Access access) {
        return Answers.listed(request, showConfigs.show(access.household()), "configs", ConfigsResponse::of);
    }

    /** Get a configuration version. */
    @Get("/{id}")
    HttpResponse<ConfigResponse> show(HttpRequest<?> request, Access access, long id) {
        return Answers.shown(
                request,
                showConfig.show(access.household(), id),
                version -> ConfigResponse.of(version.thing(), new AmountText(version.currency())));
    }

    /**
     * Create a configuration version. It takes effect in a month; {@code restate} allows a month that is over. Members and incomes are
     * stated in full; {@code leaving} names the members who are left out.
     */
    @Post
    HttpResponse<ConfigResponse> adopt(
            HttpRequest<?> request,
            Access access,
            @QueryValue(defaultValue = "false") Flag restate,
            @Body @Valid ConfigRequest body) {
        var command =
                new InCurrency<>(body.command(new AmountText(access.currency()), restate.isTrue()), access.currency());
        return once.answer(request, access, body, actor -> {
            var adopted = adoptConfig.adopt(access.household(), actor, command);
            return Answers.created(
                    adopted,
                    URI.create("/configs/" + adopted.result().config().id()),
                    ConfigResponse.of(adopted.result()));
        });
    }

    /**
     * Removes a version that was never in force: its month has not begun, or a later version from the same month replaced it. The version
     * that it replaced is in force again.
     */
    @Delete("/{id}")
    @Consumes(MediaType.ALL)
    HttpResponse<Void> remove(HttpRequest<?> request, Access access, long id) {
        return Answers.gone(
                removeConfig.remove(access.household(), access.actor(), id, Preconditions.expected(request)));
    }
}
