package io.prorata.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.bootstrap.command.Shell.Ended;
import io.prorata.bootstrap.environment.CommandEnvironment;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {

    @TempDir
    private Path home;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "serve", "household", "token", "import", "backup", "restore", "verify"})
    void everyCommandIsExplainedWithAnExample(String command) {
        Ended general = shell.must("--help");
        Ended particular = shell.must(command, "--help");

        assertTrue(general.out().lines().anyMatch(line -> line.startsWith("  " + command + " ")), general.out());
        assertTrue(particular.out().contains("Example"), particular.out());
        assertTrue(particular.out().contains("  prorata " + command), particular.out());
        assertTrue(particular.out().lines().allMatch(line -> line.length() <= 100), particular.out());
    }

    @Test
    void helpNamesTheExitCodes() {
        String help = shell.must("--help").out();

        assertTrue(help.contains("Exit codes:"), help);
        assertTrue(help.contains("  3     the books cannot be used"), help);
    }

    @Test
    void theVersionNamesItsJava() {
        String version = shell.must("--version").out();

        assertTrue(version.startsWith("Prorata "), version);
        assertTrue(version.contains("Java 25"), version);
    }

    @Test
    void whatIsNotUnderstoodIsNamedWithAWayOut() {
        Ended command = shell.run("imprt", "x.csv");
        Ended option = shell.run("token", "create", "--nam", "phone");
        Ended nothing = shell.run();

        assertEquals(ExitCode.USAGE, command.code());
        assertTrue(command.err().contains("Did you mean: prorata import"), command.err());
        assertEquals(ExitCode.USAGE, option.code());
        assertTrue(option.err().contains("Try: prorata token create --help"), option.err());
        assertEquals(ExitCode.USAGE, nothing.code());
        assertTrue(nothing.err().contains("Try: prorata --help"), nothing.err());
    }

    /** A command that is named first is made alone. */
    @Test
    void eachCommandAloneIsTheOneOfTheWholeProgram() {
        CommandEnvironment environment = shell.environment();
        var whole = Program.in(environment);
        assertTrue(whole.getSubcommands().size() > 20, "commands");
        whole.getSubcommands().forEach((name, command) -> {
            var alone = Program.in(environment, name, "--help");
            assertEquals(Set.of(name), alone.getSubcommands().keySet());
            assertEquals(
                    command.getUsageMessage(),
                    Objects.requireNonNull(alone.getSubcommands().get(name)).getUsageMessage());
        });
    }

    @Test
    void whatNamesNoCommandFirstIsForTheWholeProgram() {
        CommandEnvironment environment = shell.environment();
        Set<String> all = Program.in(environment).getSubcommands().keySet();
        assertEquals(all, Program.in(environment, "mnoth").getSubcommands().keySet());
        assertEquals(
                all,
                Program.in(environment, "--verbose", "month").getSubcommands().keySet());
        assertEquals(
                all, Program.in(environment, new String[0]).getSubcommands().keySet());
    }
}
