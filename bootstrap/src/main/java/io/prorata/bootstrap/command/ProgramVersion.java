package io.prorata.bootstrap.command;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which Prorata this is, and on what it runs. */
final class ProgramVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
                // Classes that have not been packed say nothing of a version.
                .orElse("(unpacked)");
        return new String[] {"Prorata " + version, "Java " + Runtime.version()};
    }
}
