package io.prorata.bootstrap.command;

import io.prorata.bootstrap.environment.CommandEnvironment;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs commands as a person would, in a home of its own. */
public final class Shell {

    /** Noon of 15 March 2026. */
    public static final Clock MID_MARCH = Clock.fixed(Instant.parse("2026-03-15T12:00:00Z"), ZoneOffset.UTC);

    /** What a command left behind. */
    public record Ended(int code, String out, String err) {
        public List<String> outLines() {
            return out.lines().toList();
        }
    }

    private final Path home;
    private final Map<String, String> environment;
    private final boolean interactive;
    private final Clock clock;

    public Shell(Path home) {
        this(home, Map.of(), false, MID_MARCH);
    }

    private Shell(Path home, Map<String, String> environment, boolean interactive, Clock clock) {
        this.home = home;
        this.environment = environment;
        this.interactive = interactive;
        this.clock = clock;
    }

    public Shell with(String variable, String value) {
        var more = new HashMap<>(environment);
        more.put(variable, value);
        return new Shell(home, more, interactive, clock);
    }

    public Shell interactive() {
        return new Shell(home, environment, true, clock);
    }

    /** Its clock is that of this machine, as in a process of its own. */
    public Shell now() {
        return new Shell(home, environment, interactive, Clock.systemUTC());
    }

    public CommandEnvironment environment() {
        return new CommandEnvironment(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                interactive,
                environment,
                home,
                clock);
    }

    public Path database() {
        return home.resolve(".local/share/prorata/prorata.db");
    }

    public Ended run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Program.execute(
                new CommandEnvironment(
                        new PrintWriter(out), new PrintWriter(err), interactive, environment, home, clock),
                arguments);
        return new Ended(code, out.toString(), err.toString());
    }

    static String[] join(String[] arguments, String... more) {
        return Stream.concat(Stream.of(arguments), Stream.of(more)).toArray(String[]::new);
    }

    /** Founds a household of two members, Inès and Jules, in euros. */
    public void foundInesAndJules() {
        must(
                "household",
                "create",
                "--name",
                "Ours",
                "--currency",
                "EUR",
                "--zone",
                "Europe/Paris",
                "--member",
                "ines=Inès",
                "--member",
                "jules=Jules");
    }

    /** Runs a command that has to succeed. */
    public Ended must(String... arguments) {
        Ended ended = run(arguments);
        if (ended.code() != 0) {
            throw new AssertionError(String.join(" ", arguments) + " ended with " + ended);
        }
        return ended;
    }
}
