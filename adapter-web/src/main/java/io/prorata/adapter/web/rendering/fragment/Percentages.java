package io.prorata.adapter.web.rendering.fragment;

import io.prorata.domain.provision.Progress;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Percentages with one decimal: {@code "33.3"}. */
public final class Percentages {

    private Percentages() {}

    public static @Nullable String progress(Optional<Progress> progress) {
        return text(progress.map(Progress::inPercent));
    }

    public static @Nullable String text(Optional<BigDecimal> percent) {
        return percent.map(BigDecimal::toPlainString).orElse(null);
    }
}
