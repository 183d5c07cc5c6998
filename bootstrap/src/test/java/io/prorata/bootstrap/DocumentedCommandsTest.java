package io.prorata.bootstrap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.bootstrap.command.Program;
import io.prorata.bootstrap.command.Shell;
import io.prorata.bootstrap.environment.CommandEnvironment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;

/**
 * Every command that the README and the documentation show is run, in the order in which it is read: a household is made, a server is
 * started, and requests are sent to it. A block that cannot be run says so in the line before it: {@code <!-- not run: the reason -->}.
 */
class DocumentedCommandsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern BLOCK = Pattern.compile(
            "(?m)(?:^<!-- not run: (?<reason>.*) -->\\n)?^```(?<kind>[a-z]*)\\n(?<text>(?s:.*?))^```$(?=(?:\\n\\n```text\\n(?<prints>(?s:.*?))^```$)?)");

    private static final Pattern COMMAND =
            Pattern.compile("(?m)^\\s*(\\./prorata|prorata|curl|sudo|java|jcmd|\\./mvnw) ");

    private static final Pattern INLINE = Pattern.compile("`(?:\\./)?prorata ([a-z-][^`]*)`");

    private static final Pattern REQUEST = Pattern.compile("`((?:GET|POST|PUT|PATCH|DELETE) /[^`?\\s]*)");

    private static final Pattern ADDRESS = Pattern.compile("(?:localhost|127\\.0\\.0\\.1):(\\d+)");

    @TempDir
    private Path folder;

    /** @param prints what the page says that it prints: the block of text right behind it; empty if there is none */
    private record Block(String page, int line, String kind, String text, String reason, String prints) {

        boolean isRun() {
            return kind.equals("sh") && reason.isEmpty();
        }

        String place() {
            return page + ":" + line;
        }
    }

    private static List<Block> blocks() throws IOException {
        List<Block> blocks = new ArrayList<>();
        for (Path page : pages()) {
            String text = Files.readString(page);
            Matcher block = BLOCK.matcher(text);
            while (block.find()) {
                blocks.add(new Block(
                        ROOT.relativize(page).toString(),
                        1 + (int) text.substring(0, block.start("kind")).lines().count() - 1,
                        block.group("kind"),
                        block.group("text"),
                        block.group("reason") == null
                                ? ""
                                : block.group("reason").strip(),
                        block.group("prints") == null ? "" : block.group("prints")));
            }
        }
        return blocks;
    }

    /** The README first: it makes what the other pages go on with. */
    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")),
                            files.filter(file -> file.toString().endsWith(".md"))
                                    .sorted())
                    .toList();
        }
    }

    @Test
    void everyBlockOfCommandsRuns() throws IOException, InterruptedException {
        assumeTrue(isThere("bash") && isThere("curl"), "the blocks are for bash and curl, which are not on the PATH");
        List<Block> run = blocks().stream().filter(Block::isRun).toList();
        assertTrue(run.size() >= 3, "blocks that are run: " + run.size());
        StringBuilder script = new StringBuilder(PRELUDE);
        for (Block block : run) {
            script.append("echo 'at ").append(block.place()).append("'\n");
            // In braces, not in a shell of its own: later blocks use what this one sets.
            script.append(
                    block.prints().isEmpty() ? block.text() : "{\n" + block.text() + "} > '" + printed(block) + "'\n");
        }
        script.append("""
                docs/deploy/prorata-backup backups ./prorata
                test "$(ls backups | wc -l)" = 2
                test "$(curl -sS -H "Authorization: Bearer $TOKEN" http://127.0.0.1:8642/dashboard/summary/slim \\
                    | grep -c '"fixed_expenses":1')" = 1
                """);
        writePrograms();
        Path said = folder.resolve("said");
        Process bash = new ProcessBuilder(
                        "bash",
                        Files.writeString(folder.resolve("all.sh"), script).toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        bash.getOutputStream().close();
        int code = bash.waitFor();
        stopServer();
        assertEquals(0, code, () -> text(said) + "\nserver: " + text(folder.resolve("serve.out")));
        List<Block> printing =
                run.stream().filter(block -> !block.prints().isEmpty()).toList();
        assertTrue(printing.size() >= 2, "blocks that show what they print: " + printing.size());
        for (Block block : printing) {
            assertEquals(ofAnyDay(block.prints()), ofAnyDay(text(printed(block))), block.place());
        }
    }

    private Path printed(Block block) {
        return folder.resolve(block.place().replaceAll("\\W", "-") + ".out");
    }

    private static String ofAnyDay(String printed) {
        return printed.replaceAll("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2})?", "<time>")
                .strip();
    }

    /** What is shown is run, or says why it is not; a block without a kind would be passed over in silence. */
    @Test
    void noCommandIsPassedOver() throws IOException {
        List<Block> blocks = blocks();
        assertTrue(blocks.size() > 10, "blocks: " + blocks.size());
        for (Block block : blocks) {
            boolean commands = COMMAND.matcher(block.text()).find();
            assertTrue(
                    !commands || block.kind().equals("sh"), block.place() + " shows commands, and is no block of sh");
            assertTrue(block.kind().equals("sh") || block.reason().isEmpty(), block.place() + " is no block of sh");
        }
        for (Path page : pages()) {
            Matcher fences = Pattern.compile("(?m)^```").matcher(Files.readString(page));
            long found = fences.results().count();
            String name = ROOT.relativize(page).toString();
            assertEquals(
                    blocks.stream().filter(block -> block.page().equals(name)).count() * 2, found, "fences of " + name);
        }
    }

    @Test
    void addressesAreThoseAtWhichTheServerAnswers() throws IOException {
        int found = 0;
        for (Path page : pages()) {
            Matcher addresses = ADDRESS.matcher(Files.readString(page));
            while (addresses.find()) {
                found++;
                assertTrue(
                        List.of("8642", "6379").contains(addresses.group(1)),
                        ROOT.relativize(page) + " has " + addresses.group());
            }
        }
        assertTrue(found >= 5, "addresses: " + found);
    }

    /** Commands within sentences name what may be missing; what they do name, the program knows. */
    @Test
    void commandsInSentencesAreKnown() throws IOException {
        int found = 0;
        for (Path page : pages()) {
            Matcher commands = INLINE.matcher(Files.readString(page));
            while (commands.find()) {
                String command = commands.group(1).replaceAll("\\s+", " ");
                if (!command.matches("(test|publish|release|mutants|api)( .*)?")) {
                    found++;
                    requireKnown(command, ROOT.relativize(page).toString());
                }
            }
        }
        assertTrue(found >= 5, "commands: " + found);
    }

    /** Requests within sentences are those of the API's description. Decisions tell of what was, and a browser's session has no description. */
    @Test
    void requestsInSentencesAreKnown() throws IOException {
        JsonNode paths = new ObjectMapper()
                .readTree(ROOT.resolve("docs/openapi.json").toFile())
                .path("paths");
        Set<String> known = new HashSet<>(Set.of("POST /session", "DELETE /session"));
        paths.properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> known.add(method.toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replaceAll("\\{[^}]+}", "[^/]+"))));
        int found = 0;
        for (Path page : pages()) {
            if (page.startsWith(ROOT.resolve("docs/decisions"))) {
                continue;
            }
            Matcher requests = REQUEST.matcher(Files.readString(page));
            while (requests.find()) {
                found++;
                String request = requests.group(1);
                assertTrue(known.stream().anyMatch(request::matches), ROOT.relativize(page) + ": " + request);
            }
        }
        assertTrue(found >= 30, "requests: " + found);
    }

    private void requireKnown(String command, String page) {
        var nowhere = new PrintWriter(new StringWriter());
        try {
            Program.in(new CommandEnvironment(nowhere, nowhere, false, Map.of(), folder, Shell.MID_MARCH))
                    .parseArgs(command.replace("\"", "").split(" "));
        } catch (ParameterException e) {
            if (e instanceof MissingParameterException) {
                return;
            }
            fail(page + ": prorata " + command + ": " + e.getMessage());
        }
    }

    /**
     * Ends at the first command that fails. The server of the documentation is at the usual port, the one here at any; a request that is
     * refused fails.
     */
    private static final String PRELUDE = """
            set -euo pipefail
            curl() {
              local arguments=()
              for argument in "$@"; do
                arguments+=("${argument//http:\\/\\/127.0.0.1:8642/$(cat address)}")
              done
              command curl --fail-with-body "${arguments[@]}"
            }
            """;

    /** A program that is this one, and lets a server run on while the next command is read, as in another terminal. */
    private void writePrograms() throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        String program = "'" + java + "' --enable-native-access=ALL-UNNAMED -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
                + " -Duser.home='" + folder + "' -cp '" + System.getProperty("java.class.path")
                + "' io.prorata.bootstrap.Main";
        Path script = Files.writeString(folder.resolve("prorata"), """
                #!/usr/bin/env bash
                unset XDG_DATA_HOME PRORATA_DATABASE PRORATA_HOST PRORATA_PORT PRORATA_REDIS
                if [ "$1" = serve ] || [ "$1" = demo ]; then
                  %1$s "$@" --port 0 > "$1.out" 2>&1 &
                  echo $! >> processes
                  for _ in $(seq 600); do
                    if grep -q 'answers at' "$1.out"; then
                      grep -m1 -o 'http://127.0.0.1:[0-9]*' "$1.out" > address
                      exit 0
                    fi
                    kill -0 $! || break
                    sleep 0.1
                  done
                  cat "$1.out"
                  exit 1
                fi
                exec %1$s "$@"
                """.formatted(program));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        Path rotation = Path.of("docs", "deploy", "prorata-backup");
        Files.createDirectories(folder.resolve(rotation).getParent());
        Files.copy(ROOT.resolve(rotation), folder.resolve(rotation), StandardCopyOption.COPY_ATTRIBUTES);
        Files.writeString(folder.resolve("statement.csv"), "Date;Label;Amount\n2026-03-02;Bakery;-4,20\n");
    }

    private void stopServer() throws IOException {
        Path processes = folder.resolve("processes");
        if (Files.exists(processes)) {
            for (String pid : Files.readAllLines(processes)) {
                ProcessHandle.of(Long.parseLong(pid)).ifPresent(process -> {
                    process.destroy();
                    process.onExit().join();
                });
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
