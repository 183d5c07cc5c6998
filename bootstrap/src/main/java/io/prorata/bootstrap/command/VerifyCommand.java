package io.prorata.bootstrap.command;

import io.prorata.adapter.persistence.sqlite.Integrity;
import io.prorata.bootstrap.terminal.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks the books. */
@Command(
        name = "verify",
        description =
                "Check the books, also while a server runs: the file, its references, and every figure that is kept.",
        footerHeading = "%nExample:%n",
        footer = "  prorata verify")
final class VerifyCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path file = database.file(surroundings);
        List<String> findings = Integrity.findings(file);
        findings.forEach(surroundings.out()::println);
        return findings.isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
    }
}
