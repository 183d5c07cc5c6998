package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micronaut.runtime.server.EmbeddedServer;
import io.netty.util.internal.PlatformDependent;
import io.prorata.application.port.Tokens.TokenScope;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Streams of changes on which nothing happens cost next to nothing: what the process holds more with a thousand of them. */
class IdleStreamsTest {

    private static final int STREAMS = 1000;
    private static final int OF_TOKEN = 16;
    private static final long MOST_BYTES_EACH = 20_000;

    @Test
    void aThousandIdleStreamsTakeAtMostTwentyKilobytesEach() throws IOException {
        try (var server = new WebServer(new ServerSettings(ServerSettings.LOOPBACK, -1, 0))) {
            HouseholdId household = server.found();
            int port = server.context().getBean(EmbeddedServer.class).getPort();
            List<SocketChannel> clients = new ArrayList<>();
            try {
                // Whatever is made for the first ones is there.
                open(server, household, port, 100, clients);
                long before = held();
                open(server, household, port, STREAMS, clients);
                long each = (held() - before) / STREAMS;
                assertTrue(each <= MOST_BYTES_EACH, each + " bytes for each stream, clients' ends included");
                assertTrue(each > 100, "so little that nothing was measured: " + each);
            } finally {
                for (SocketChannel client : clients) {
                    client.close();
                }
            }
        }
    }

    private static void open(WebServer server, HouseholdId household, int port, int count, List<SocketChannel> clients)
            throws IOException {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        ByteBuffer read = ByteBuffer.allocateDirect(4096);
        String token = "";
        for (int i = 0; i < count; i++) {
            token = i % OF_TOKEN == 0 ? server.token(household, TokenScope.READ) : token;
            SocketChannel client = SocketChannel.open(address);
            clients.add(client);
            client.write(ByteBuffer.wrap(
                    ("GET /changes/stream HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII)));
            var answer = new StringBuilder();
            while (answer.indexOf("retry:") < 0) {
                read.clear();
                if (client.read(read) < 0) {
                    throw new AssertionError("stream " + i + " ended: " + answer);
                }
                answer.append(StandardCharsets.US_ASCII.decode(read.flip()));
            }
        }
    }

    /** The heap after what is not needed is gone, and memory beside it. */
    private static long held() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        long buffers = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()
                + buffers
                + Math.max(0, PlatformDependent.usedDirectMemory());
    }
}
