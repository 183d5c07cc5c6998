package io.prorata.adapter.mcp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A request to the API.
 *
 * @param query parameters with their values, in order
 * @param body empty if there is none
 * @param contentType of the body
 */
record ApiRequest(String method, String path, Map<String, String> query, String body, String contentType) {

    static ApiRequest get(String path, Map<String, String> query) {
        return new ApiRequest("GET", path, new LinkedHashMap<>(query), "", "");
    }

    static ApiRequest post(String path, Map<String, String> query, String body, String contentType) {
        return new ApiRequest("POST", path, new LinkedHashMap<>(query), body, contentType);
    }

    /** Returns the path with its parameters. */
    String target() {
        return query.isEmpty()
                ? path
                : path + "?"
                        + query.entrySet().stream()
                                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
