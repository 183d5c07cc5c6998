package io.prorata.adapter.mcp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The stateless transport: a POST with a message and its answer, on the loopback. Each request has a token, and no state is kept between
 * requests.
 */
final class HttpEndpoint implements McpStatelessServerTransport, AutoCloseable {

    static final String PATH = "/mcp";

    private static final String TOKEN = "token";
    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([!-~]{1,512})");
    private static final Pattern OWN_NAME = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]{1,5})?");

    private final HttpServer http;
    private final McpJsonMapper json;
    private volatile @Nullable McpStatelessServerHandler handler;

    private HttpEndpoint(HttpServer http, McpJsonMapper json) {
        this.http = http;
        this.json = json;
    }

    /** @param port 0 for any free port */
    static HttpEndpoint start(List<ApiTool> tools, ToolCalls calls, McpJsonMapper json, int port) throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        var endpoint = new HttpEndpoint(HttpServer.create(address, 0), json);
        var _ = McpServer.sync(endpoint)
                .serverInfo(ToolCalls.NAME, ToolCalls.version())
                .instructions(ApiTools.INSTRUCTIONS)
                .capabilities(ToolCalls.capabilities())
                .tools(tools.stream()
                        .map(tool -> new SyncToolSpecification(
                                ToolCalls.described(tool),
                                (context, request) -> calls.call(tool, request, (String) context.get(TOKEN))))
                        .toList())
                .build();
        endpoint.http.createContext("/", endpoint::answer);
        endpoint.http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        endpoint.http.start();
        return endpoint;
    }

    int port() {
        return http.getAddress().getPort();
    }

    @Override
    public void setMcpHandler(McpStatelessServerHandler whom) {
        handler = whom;
    }

    @Override
    public Mono<Void> closeGracefully() {
        return Mono.fromRunnable(this::close);
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            if (body.length > 0) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
            }
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            if (reply.status() == 401) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
            }
            if (reply.status() == 405) {
                exchange.getResponseHeaders().set("Allow", "POST");
            }
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private record Reply(int status, String body) {

        static Reply refused(int status) {
            return new Reply(status, "");
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        // Pages of other origins are refused, and so are other host names (DNS rebinding).
        String host = first(exchange, "Host");
        if (host == null || !OWN_NAME.matcher(host).matches()) {
            return Reply.refused(421);
        }
        if (first(exchange, "Origin") != null) {
            return Reply.refused(403);
        }
        if (!exchange.getRequestURI().getPath().equals(PATH)) {
            return Reply.refused(404);
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return Reply.refused(405);
        }
        Optional<String> token = token(exchange);
        if (token.isEmpty()) {
            return Reply.refused(401);
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        return body.length > MOST_BYTES
                ? Reply.refused(413)
                : reply(token.get(), new String(body, StandardCharsets.UTF_8));
    }

    private Reply reply(String token, String body) throws IOException {
        McpStatelessServerHandler to = handler;
        if (to == null) {
            return Reply.refused(503);
        }
        JSONRPCMessage message;
        try {
            message = McpSchema.deserializeJsonRpcMessage(json, body);
        } catch (IOException | IllegalArgumentException e) {
            return new Reply(
                    400, "{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":-32700,\"message\":\"no message\"}}");
        }
        McpTransportContext context = McpTransportContext.create(Map.of(TOKEN, token));
        if (message instanceof JSONRPCRequest request) {
            return new Reply(
                    200,
                    json.writeValueAsString(to.handleRequest(context, request).block()));
        }
        if (message instanceof JSONRPCNotification notification) {
            to.handleNotification(context, notification).block();
        }
        return Reply.refused(202);
    }

    private static Optional<String> token(HttpExchange exchange) {
        String header = first(exchange, "Authorization");
        Matcher bearer = BEARER.matcher(header == null ? "" : header);
        return bearer.matches() ? Optional.of(bearer.group(1)) : Optional.empty();
    }

    private static @Nullable String first(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }
}
