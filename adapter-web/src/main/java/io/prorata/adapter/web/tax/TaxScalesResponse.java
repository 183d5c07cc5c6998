package io.prorata.adapter.web.tax;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.domain.tax.TaxScale;
import java.util.List;

/**
 * The published scales.
 *
 * @param scales each of them, oldest first
 */
@Serdeable.Serializable
record TaxScalesResponse(List<TaxScaleJson> scales) {

    static TaxScalesResponse of(List<TaxScale> scales) {
        return new TaxScalesResponse(scales.stream().map(TaxScaleJson::of).toList());
    }
}
