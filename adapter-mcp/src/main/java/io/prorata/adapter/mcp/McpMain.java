package io.prorata.adapter.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Serves the tools: to one client over the standard streams, with the token of the environment, or over HTTP, with a token in each request.
 * {@code prorata mcp} calls it, in a class loader of its own.
 */
public final class McpMain {

    private static final String USUAL_SERVER = "http://127.0.0.1:8642";

    private McpMain() {}

    /**
     * @param arguments {@code --server URL} and, for HTTP, {@code --listen PORT}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        System.exit(run(List.of(arguments), System.getenv()));
    }

    /** Serves until the client closes the streams or the process ends, and returns the exit code. */
    public static int run(List<String> arguments, Map<String, String> environment)
            throws IOException, InterruptedException {
        McpJsonMapper json = McpJsonDefaults.getMapper();
        List<ApiTool> tools = new ApiTools(json).all();
        try (var client = new ApiClient(URI.create(option(arguments, "--server").orElse(USUAL_SERVER)))) {
            var calls = new ToolCalls(client, json);
            Optional<String> port = option(arguments, "--listen");
            if (port.isPresent()) {
                try (HttpEndpoint endpoint = HttpEndpoint.start(tools, calls, json, Integer.parseInt(port.get()))) {
                    System.err.println("MCP at http://127.0.0.1:" + endpoint.port() + HttpEndpoint.PATH);
                    // Until the process is ended.
                    new CountDownLatch(1).await();
                }
            }
            Optional<String> token = token(environment);
            if (token.isEmpty()) {
                System.err.println("A token is needed: PRORATA_TOKEN, or PRORATA_TOKEN_FILE with the file that has it."
                        + " prorata token create makes one.");
                return 2;
            }
            StdioServer.serve(tools, calls, token.get(), json, System.in, System.out);
            return 0;
        }
    }

    private static Optional<String> token(Map<String, String> environment) throws IOException {
        String file = environment.getOrDefault("PRORATA_TOKEN_FILE", "");
        String token = file.isEmpty() ? environment.getOrDefault("PRORATA_TOKEN", "") : Files.readString(Path.of(file));
        return Optional.of(token.strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<String> option(List<String> arguments, String name) {
        int place = arguments.indexOf(name);
        return place >= 0 && place + 1 < arguments.size() ? Optional.of(arguments.get(place + 1)) : Optional.empty();
    }
}
