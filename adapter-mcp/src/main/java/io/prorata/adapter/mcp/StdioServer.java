package io.prorata.adapter.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Serves one client over streams, until it closes its side. Nothing but messages is written. */
final class StdioServer {

    private StdioServer() {}

    static void serve(
            List<ApiTool> tools, ToolCalls calls, String token, McpJsonMapper json, InputStream in, OutputStream out)
            throws InterruptedException {
        var closed = new CountDownLatch(1);
        McpSyncServer server = McpServer.sync(new StdioServerTransportProvider(json, new Watched(in, closed), out))
                .serverInfo(ToolCalls.NAME, ToolCalls.version())
                .instructions(ApiTools.INSTRUCTIONS)
                .capabilities(ToolCalls.capabilities())
                .tools(tools.stream()
                        .map(tool -> new SyncToolSpecification(
                                ToolCalls.described(tool), (exchange, request) -> calls.call(tool, request, token)))
                        .toList())
                .build();
        closed.await();
        server.closeGracefully();
    }

    /** Says when the other side is closed. */
    private static final class Watched extends FilterInputStream {

        private final CountDownLatch closed;

        Watched(InputStream in, CountDownLatch closed) {
            super(in);
            this.closed = closed;
        }

        @Override
        public int read() throws IOException {
            return told(super.read());
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return told(super.read(into, offset, length));
        }

        private int told(int read) {
            if (read < 0) {
                closed.countDown();
            }
            return read;
        }
    }
}
