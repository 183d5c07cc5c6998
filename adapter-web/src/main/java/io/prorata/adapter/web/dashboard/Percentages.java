package io.prorata.adapter.web.dashboard;

import io.prorata.domain.provision.Progress;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Percentages with one decimal: {@code "33.3"}. */
final class Percentages {

    private Percentages() {}

    static @Nullable String progress(Optional<Progress> progress) {
        return text(progress.map(Progress::inPercent));
    }

    static @Nullable String text(Optional<BigDecimal> percent) {
        return percent.map(BigDecimal::toPlainString).orElse(null);
    }
}
