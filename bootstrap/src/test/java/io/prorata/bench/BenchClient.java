package io.prorata.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who asks one thing after the other over one connection, and looks at the clock. */
final class BenchClient {

    private static final Pattern TOTAL = Pattern.compile("total;dur=([0-9]+)\\.([0-9]{3})");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI server;
    private final String token;

    BenchClient(URI server, String token) {
        this.server = server;
        this.token = token;
    }

    /**
     * An answer, and how long it took.
     *
     * @param nanos from the asking to the last byte
     * @param serverMicros of that in the server, as it says itself
     * @param tag without its quotes, empty if it has none
     */
    record Answer(String body, long nanos, long serverMicros, String tag) {}

    Answer get(String path) throws IOException {
        return send(path, HttpRequest.newBuilder().GET());
    }

    Answer post(String path, String json) throws IOException {
        return send(
                path,
                HttpRequest.newBuilder()
                        .POST(BodyPublishers.ofString(json))
                        .header("Content-Type", "application/json"));
    }

    /** Asks {@code warming} times, and then so often that a median can be told. */
    Times time(String path, int warming, int rounds) throws IOException {
        for (int i = 0; i < warming; i++) {
            get(path);
        }
        var times = new Times();
        for (int i = 0; i < rounds; i++) {
            times.add(List.of(get(path)));
        }
        return times;
    }

    /** How long the same took several times. */
    static final class Times {

        private final List<Long> nanos = new ArrayList<>();
        private final List<Long> serverNanos = new ArrayList<>();

        void add(long nanosAlone) {
            nanos.add(nanosAlone);
            serverNanos.add(0L);
        }

        void add(List<Answer> oneAfterTheOther) {
            long all = 0;
            long inServer = 0;
            for (Answer answer : oneAfterTheOther) {
                all += answer.nanos();
                inServer += answer.serverMicros() * 1_000;
            }
            nanos.add(all);
            serverNanos.add(inServer);
        }

        /** Returns the median as the client sees it, in milliseconds. */
        String millis() {
            return median(nanos);
        }

        /** Returns the median of what the server took, in milliseconds. */
        String serverMillis() {
            return median(serverNanos);
        }

        /** Returns what 95 of a hundred waiting wait for at most, in milliseconds. */
        String p95Millis() {
            return quantile(nanos, 95);
        }

        /** Returns how many times {@code other}'s median this one's is. */
        String ratioTo(Times other) {
            return "%.2f".formatted(nanosOf(nanos, 50) / nanosOf(other.nanos, 50));
        }

        private static String median(List<Long> times) {
            return quantile(times, 50);
        }

        private static String quantile(List<Long> times, int percent) {
            return "%.2f".formatted(nanosOf(times, percent) / 1e6);
        }

        private static double nanosOf(List<Long> times, int percent) {
            return times.stream()
                    .sorted()
                    .skip((long) times.size() * percent / 100)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private Answer send(String path, HttpRequest.Builder request) throws IOException {
        HttpRequest asked = request.uri(server.resolve(path))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            long start = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(asked, HttpResponse.BodyHandlers.ofByteArray());
            long taken = System.nanoTime() - start;
            if (answer.statusCode() >= 300) {
                throw new IOException(path + " answers " + answer.statusCode());
            }
            Matcher total =
                    TOTAL.matcher(answer.headers().firstValue("Server-Timing").orElse(""));
            long serverMicros =
                    total.find() ? Long.parseLong(total.group(1)) * 1000 + Long.parseLong(total.group(2)) : 0;
            String tag = answer.headers().firstValue("ETag").orElse("").replace("\"", "");
            return new Answer(new String(answer.body(), StandardCharsets.UTF_8), taken, serverMicros, tag);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
