package io.prorata.adapter.web.settings;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.port.Plans.Version;
import io.prorata.application.request.ReadResult;
import java.util.List;

/** All versions of the configuration, newest first. */
@Serdeable.Serializable
record ConfigsResponse(List<ConfigResponse> configs) {

    static ConfigsResponse of(ReadResult<List<Version>> versions) {
        var amounts = new AmountText(versions.currency());
        return new ConfigsResponse(versions.thing().stream()
                .map(version -> ConfigResponse.of(version, amounts))
                .toList());
    }
}
