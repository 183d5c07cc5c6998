package io.prorata.bootstrap.environment;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * What the command line takes from outside. Tests bring their own.
 *
 * @param out what was asked for
 * @param err everything else: progress, complaints
 * @param interactive whether a person is watching {@code err}, so that progress may be drawn over itself
 * @param home of the user
 */
public record CommandEnvironment(
        PrintWriter out,
        PrintWriter err,
        boolean interactive,
        Map<String, String> environment,
        Path home,
        Clock clock) {

    /** Those of this process. */
    public static CommandEnvironment ofProcess() {
        return new CommandEnvironment(
                // UTF-8 whatever the terminal claims: names and labels have to survive a pipe.
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                isWatched(),
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                Clock.systemUTC());
    }

    /** Returns what is said here, in the language that the environment asks for. */
    public TerminalWords words() {
        return TerminalWords.in(PosixLocale.language(environment));
    }

    /** Prints a line that was asked for: {@code english} with its values, in the language of {@link #words()}. */
    public void print(String english, Object... values) {
        out.println(words().text(english, values));
    }

    /** Prints a line beside what was asked for. */
    public void printNote(String english, Object... values) {
        err.println(words().text(english, values));
    }

    @SuppressWarnings("SystemConsoleNull") // it is null again from Java 25 on where there is no terminal
    private static boolean isWatched() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Returns the width of the terminal, in characters; unlimited where nobody is watching, so that a file has everything. */
    public int width() {
        if (!interactive) {
            return Integer.MAX_VALUE;
        }
        String stated = environment.getOrDefault("COLUMNS", "");
        // Asked anew each time: windows are drawn wider and narrower.
        return stated.matches("[1-9][0-9]{0,4}")
                ? Integer.parseInt(stated)
                : new UsageMessageSpec().autoWidth(true).width();
    }

    /** Returns whether lines may have colours: on a terminal, unless {@code NO_COLOR} is set (https://no-color.org). */
    public boolean coloured() {
        return interactive
                && environment.getOrDefault("NO_COLOR", "").isEmpty()
                && !environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** Returns the folder in which the user's programs keep their data, as the XDG base directory specification has it. */
    public Path dataHome() {
        String stated = environment.getOrDefault("XDG_DATA_HOME", "");
        return Path.of(stated).isAbsolute()
                ? Path.of(stated)
                : home.resolve(".local").resolve("share");
    }
}
