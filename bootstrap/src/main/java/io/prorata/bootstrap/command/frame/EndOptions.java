package io.prorata.bootstrap.command.frame;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a thing of the plan ends. */
public final class EndOptions {

    @Option(names = "--mistake", description = "Remove it wholly, because it was stated by mistake.")
    private boolean mistake;

    @Mixin
    private final FromOptions from = new FromOptions();

    boolean isMistake() {
        return mistake;
    }

    FromOptions from() {
        return from;
    }
}
