package io.prorata.bootstrap.command.frame;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The month that is looked at. */
public final class MonthOption {

    @Option(
            names = "--month",
            paramLabel = "MONTH",
            description = "Which month, such as 2026-04. Default: the current one.")
    private @Nullable String month;

    public @Nullable String month() {
        return month;
    }

    /** Returns {@code path} with the month. */
    public Query of(String path) {
        return new Query(path).with("month", month);
    }
}
