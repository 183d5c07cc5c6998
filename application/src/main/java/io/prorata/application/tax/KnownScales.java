package io.prorata.application.tax;

import io.prorata.domain.tax.TaxScale;
import io.prorata.domain.tax.TaxScales;
import java.util.List;
import java.util.Optional;

/**
 * The scales by which taxes are estimated.
 *
 * @param scales oldest first
 */
public record KnownScales(List<TaxScale> scales) {

    /** Takes a copy of the scales. */
    public KnownScales {
        scales = List.copyOf(scales);
    }

    /** Returns those that the domain jar has as data files. */
    public static KnownScales published() {
        return new KnownScales(TaxScales.published());
    }

    /** Returns the scale of this name. */
    public Optional<TaxScale> named(String name) {
        return scales.stream().filter(scale -> scale.name().equals(name)).findFirst();
    }
}
