package io.prorata.adapter.web.settings;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.prorata.adapter.web.answer.Answers;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.application.Access;
import io.prorata.application.AdoptConfig;
import io.prorata.domain.plan.Config;
import java.net.URI;

/** Who is present from a month on, what they earn, how they divide. */
@Controller("/configs")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConfigController {

    private final AdoptConfig adoptConfig;

    ConfigController(AdoptConfig adoptConfig) {
        this.adoptConfig = adoptConfig;
    }

    /** Adopts a version from a month on; {@code restate}: although that month is over. */
    @Post
    HttpResponse<ConfigResponse> adopt(
            Access access, @QueryValue(defaultValue = "false") Flag restate, @Body byte[] body) {
        var adopted = adoptConfig.adopt(
                access.household(), access.actor(), currency -> ConfigRequest.read(body, currency, restate.isTrue()));
        Config config = adopted.result().thing();
        return Answers.created(
                adopted,
                URI.create("/configs/" + config.id()),
                ConfigResponse.of(config, new Amounts(adopted.result().currency())));
    }
}
