package io.prorata.bootstrap.command;

import io.prorata.bootstrap.environment.CommandEnvironment;
import io.prorata.bootstrap.option.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the API as tools of the Model Context Protocol, by a jar beside the program. */
@Command(
        name = "mcp",
        description = {
            "Serve a running server's API as tools for language models (Model Context Protocol).",
            "Without --listen, for one client over the standard streams, in the name of the token in PRORATA_TOKEN or in the file"
                    + " PRORATA_TOKEN_FILE. Its scope decides what the tools may do.",
            "It takes prorata-mcp.jar beside the program, or where PRORATA_MCP_JAR says."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  PRORATA_TOKEN=$(prorata token create --name model --scope read) prorata mcp",
            "  prorata mcp --listen 8643     one POST at http://127.0.0.1:8643/mcp, a token with each request"
        })
final class McpCommand implements Callable<Integer> {

    private static final String JAR = "prorata-mcp.jar";
    private static final String MAIN = "io.prorata.adapter.mcp.McpMain";

    private final CommandEnvironment environment;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The server that is asked. Default: http://127.0.0.1:8642.")
    private @Nullable String server;

    @Option(
            names = "--listen",
            paramLabel = "PORT",
            description = "Answer over HTTP on the loopback, in place of the standard streams.")
    private @Nullable Integer port;

    McpCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<String> arguments = new ArrayList<>();
        if (server != null) {
            arguments.addAll(List.of("--server", server));
        }
        if (port != null) {
            arguments.addAll(List.of("--listen", port.toString()));
        }
        // Separate from the program's libraries, of which it has some in other versions.
        try (var loader = new URLClassLoader(new URL[] {jar().toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            return (Integer) loader.loadClass(MAIN)
                    .getMethod("run", List.class, Map.class)
                    .invoke(null, arguments, environment.environment());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw new UsageException("MCP cannot be served: " + e.getCause() + ".", e);
        } catch (ReflectiveOperationException e) {
            throw new UsageException(jar() + " is none of this program's.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path jar() {
        String named = environment.environment().getOrDefault("PRORATA_MCP_JAR", "");
        Path jar = named.isEmpty() ? program().resolveSibling(JAR) : Path.of(named);
        if (!Files.isRegularFile(jar)) {
            throw new UsageException("There is no " + jar + ": put " + JAR
                    + " of the same release there, or say where it is by PRORATA_MCP_JAR.");
        }
        return jar;
    }

    /** Returns the folder of the program. */
    private static Path program() {
        try {
            return Path.of(McpCommand.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toAbsolutePath();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program lies somewhere", e);
        }
    }
}
