package io.prorata.adapter.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import io.prorata.adapter.mcp.ApiClient.Answer;
import io.prorata.adapter.mcp.ApiTool.Arguments;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Converts calls of tools to requests, and answers to results with the JSON of the API. */
final class ToolCalls {

    static final String NAME = "prorata";

    private final ApiClient client;
    private final McpJsonMapper json;

    ToolCalls(ApiClient client, McpJsonMapper json) {
        this.client = client;
        this.json = json;
    }

    static ServerCapabilities capabilities() {
        return ServerCapabilities.builder().tools(false).build();
    }

    static String version() {
        String version = ToolCalls.class.getPackage().getImplementationVersion();
        return version == null ? "0" : version;
    }

    static Tool described(ApiTool tool) {
        return Tool.builder(tool.name(), tool.inputSchema())
                .title(tool.title())
                .description(tool.description())
                .annotations(new ToolAnnotations(tool.title(), !tool.writes(), false, !tool.writes(), false, null))
                .build();
    }

    /** Calls {@code tool} with {@code token}. */
    CallToolResult call(ApiTool tool, CallToolRequest request, String token) {
        Map<String, Object> arguments = request.arguments() == null ? Map.of() : request.arguments();
        Answer answer = client.send(tool.request().apply(new Arguments(arguments)), token);
        var result = CallToolResult.builder(
                        List.of(TextContent.builder(answer.body()).build()))
                .isError(!answer.isGood());
        try {
            result.structuredContent(json.readValue(answer.body(), Map.class));
        } catch (IOException e) {
            // Not JSON: no server answered, and the body is a message.
            return result.build();
        }
        return result.build();
    }
}
