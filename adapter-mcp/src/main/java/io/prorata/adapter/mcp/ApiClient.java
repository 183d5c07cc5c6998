package io.prorata.adapter.mcp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends requests to a running server. */
final class ApiClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI server;

    ApiClient(URI server) {
        this.server = server;
    }

    /**
     * An answer.
     *
     * @param status of HTTP; 0 if there was none
     * @param body JSON, or the reason why there is no answer
     */
    record Answer(int status, String body) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    Answer send(ApiRequest request, String token) {
        HttpRequest.Builder asked = HttpRequest.newBuilder(server.resolve(request.target()))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
        if (request.body().isEmpty()) {
            asked.method(request.method(), HttpRequest.BodyPublishers.noBody());
        } else {
            asked.method(request.method(), HttpRequest.BodyPublishers.ofString(request.body()))
                    .header("Content-Type", request.contentType());
        }
        try {
            HttpResponse<String> response = http.send(asked.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer(
                    0, "The server at " + server + " does not answer: " + reason(e) + ". Is it running? prorata serve");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(0, "Interrupted while the server was asked.");
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private static String reason(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
