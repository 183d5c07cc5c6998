package io.prorata.bootstrap.command.frame;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the terms of all things of the plan have: who pays, and from when until when they hold. */
public final class TermsOptions {

    @Option(
            names = "--split",
            paramLabel = "SPLIT",
            description = "Who pays: key, equal, a member's key, or weights such as ines=2,jules=1. Default: key.")
    private @Nullable String split;

    @Option(names = "--until", paramLabel = "MONTH", description = "The last month in which it holds.")
    private @Nullable String until;

    @Mixin
    private final FromOptions from = new FromOptions();

    /** Returns {@code fields} with these. */
    Fields on(Fields fields) {
        return fields.split("split", split).put("until", until);
    }

    FromOptions from() {
        return from;
    }
}
