package io.prorata.adapter.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.application.port.Tokens;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A HEAD is answered as the GET would be, without the body: its length is said, and the connection stays. */
class HeadRequestsTest {

    private static final WebServer SERVER = new WebServer();

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/household",
                "/transactions",
                "/dashboard/summary/slim?month=2024-01",
                "/openapi",
                "/problems",
                "/health/live",
                "/transactions/77",
                "/nowhere"
            })
    void saysTheLengthAndKeepsTheConnection(String path) {
        String token = SERVER.token(SERVER.found(), Tokens.TokenScope.READ);
        HttpResponse<String> get = SERVER.get(path, token);
        for (int times = 0; times < 2; times++) {
            HttpResponse<String> head = SERVER.send("HEAD", path, token, HttpRequest.BodyPublishers.noBody());
            assertEquals(get.statusCode(), head.statusCode());
            assertEquals("", head.body());
            assertEquals(
                    get.headers().firstValue("Content-Length"), head.headers().firstValue("Content-Length"), path);
            assertEquals("", head.headers().firstValue("Connection").orElse(""), path);
            assertEquals(get.headers().firstValue("ETag"), head.headers().firstValue("ETag"), path);
        }
    }
}
