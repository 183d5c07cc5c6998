package io.prorata.adapter.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves one client over streams, until it closes its side. Only messages are written. */
final class StdioServer {

    private StdioServer() {}

    static void serve(
            List<ApiTool> tools, ToolCalls calls, String token, McpJsonMapper json, InputStream in, OutputStream out)
            throws InterruptedException {
        var closed = new CountDownLatch(1);
        var answers = new Answers(out);
        McpSyncServer server = McpServer.sync(
                        new StdioServerTransportProvider(json, new Messages(in, answers, closed), answers))
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

    /**
     * The messages of the client. Their end is reported only after all requests are answered, so that a client that closes at once still
     * gets its answers.
     */
    private static final class Messages extends FilterInputStream {

        private static final long PATIENCE_MILLIS = 120_000;
        private static final long LOOKED_EVERY_MILLIS = 20;

        private final Answers answers;
        private final CountDownLatch closed;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private int requests;

        Messages(InputStream in, Answers answers, CountDownLatch closed) {
            super(in);
            this.answers = answers;
            this.closed = closed;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (read < 0) {
                awaitAnswers();
                closed.countDown();
            }
            for (int i = offset; i < offset + read; i++) {
                count(into[i]);
            }
            return read;
        }

        /** A message is a line; a message with an id and a method is a request. */
        private void count(byte letter) {
            if (letter != '\n') {
                line.write(letter);
                return;
            }
            String message = line.toString(StandardCharsets.UTF_8);
            line.reset();
            if (message.contains("\"method\"") && message.contains("\"id\"")) {
                requests++;
            }
        }

        private void awaitAnswers() {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
            try {
                while (answers.count() < requests && System.nanoTime() < end) {
                    Thread.sleep(LOOKED_EVERY_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** The answers, counted: each is a line. */
    private static final class Answers extends FilterOutputStream {

        private final AtomicInteger lines = new AtomicInteger();

        Answers(OutputStream out) {
            super(out);
        }

        int count() {
            return lines.get();
        }

        @Override
        public void write(int letter) throws IOException {
            out.write(letter);
            if (letter == '\n') {
                out.flush();
                lines.incrementAndGet();
            }
        }

        @Override
        public void write(byte[] letters, int offset, int length) throws IOException {
            out.write(letters, offset, length);
            int ends = 0;
            for (int i = offset; i < offset + length; i++) {
                ends += letters[i] == '\n' ? 1 : 0;
            }
            out.flush();
            lines.addAndGet(ends);
        }
    }
}
