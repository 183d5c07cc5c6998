package io.prorata.adapter.web.operation;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.access.OperatorOnly;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.application.cache.Feature;
import io.prorata.application.operation.ShowTiers;
import io.prorata.application.operation.SwitchFeature;
import jakarta.validation.Valid;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Switches of optional features that make answers faster. All of them are on when the server starts. */
@OperatorOnly
@Controller("/operator/features")
class FeatureController {

    private final ShowTiers showTiers;
    private final SwitchFeature switchFeature;

    FeatureController(ShowTiers showTiers, SwitchFeature switchFeature) {
        this.showTiers = showTiers;
        this.switchFeature = switchFeature;
    }

    @Serdeable.Serializable
    record FeaturesResponse(List<FeatureState> features) {}

    /** List features. With their state. */
    @Get
    FeaturesResponse show() {
        return new FeaturesResponse(FeatureState.all(showTiers.show().features()));
    }

    /** Switch a feature. {@code {"on": false}} switches it off. */
    @Put("/{name}")
    FeaturesResponse turn(String name, @Body @Valid FeatureRequest body) {
        Feature feature = Feature.named(name)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        "unknown-feature",
                        "Unknown feature",
                        HttpStatus.NOT_FOUND,
                        "There are "
                                + Arrays.stream(Feature.values())
                                        .map(Feature::said)
                                        .collect(Collectors.joining(", ")) + ".")));
        return new FeaturesResponse(FeatureState.all(switchFeature.turn(feature, body.on())));
    }
}
