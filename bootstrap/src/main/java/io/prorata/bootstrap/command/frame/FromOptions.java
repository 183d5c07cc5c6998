package io.prorata.bootstrap.command.frame;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** From which month on a change of the plan holds. */
public final class FromOptions {

    @Option(
            names = "--from",
            paramLabel = "MONTH",
            description = "From which month on, such as 2026-04. Default: the current one.")
    private @Nullable String from;

    @Option(names = "--restate", description = "Allow a month that is over: figures of the past change.")
    private boolean restate;

    public @Nullable String month() {
        return from;
    }

    /** Returns {@code path} without the month, which is in the body. */
    public Query restateOf(String path) {
        return new Query(path).with("restate", restate);
    }

    /** Returns {@code path} with the month. */
    public Query of(String path) {
        return new Query(path).with("from", from).with("restate", restate);
    }
}
