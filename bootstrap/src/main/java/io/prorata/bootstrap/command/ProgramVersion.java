package io.prorata.bootstrap.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of the program, and of its runtime. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                // Classes outside a jar have no version.
                .orElse("(unpacked)");
        return new String[] {"Prorata " + version, "Java " + Runtime.version()};
    }
}
