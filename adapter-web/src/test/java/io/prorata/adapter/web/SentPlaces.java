package io.prorata.adapter.web;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the errors of a problem are in the body that was sent. */
final class SentPlaces {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A place in the body of a change that is simulated. */
    private static final Pattern SIMULATED = Pattern.compile("(/changes/[0-9]+)/body(/.*)");

    private SentPlaces() {}

    /**
     * Returns the first pointer of {@code answer} that leads nowhere in {@code sent}; empty if each leads to a part of it, or to one that is
     * missing in a part of it.
     *
     * @param sent the body of a request; what is no JSON has no places
     */
    static String missing(String method, @Nullable String sent, String answer) {
        if (sent == null || !answer.contains("\"pointer\":")) {
            return "";
        }
        try {
            JsonNode body = JSON.readTree(sent);
            for (JsonNode error : JSON.readTree(answer).path("errors")) {
                String pointer = error.path("pointer").asText();
                if (!isWithin(method, body, pointer)) {
                    return pointer + " is nowhere in " + sent;
                }
            }
            return "";
        } catch (IOException e) {
            return "";
        }
    }

    /** A merge patch is refused for what it makes of the thing, so its pointers are into that. */
    private static boolean isWithin(String method, JsonNode body, String pointer) {
        if (pointer.isEmpty() || method.equals("PATCH")) {
            return true;
        }
        Matcher simulated = SIMULATED.matcher(pointer);
        if (simulated.matches()) {
            JsonNode change = body.at(simulated.group(1));
            return isWithin(change.path("method").asText(), change.path("body"), simulated.group(2));
        }
        return !body.at(JsonPointer.compile(pointer).head()).isMissingNode();
    }
}
