package io.prorata.adapter.web.description;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.web.router.Router;
import io.prorata.adapter.web.WebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes the API's description, and compares it with the one that is kept: the build runs this. {@code write} as second argument writes it
 * anew.
 */
public final class DescriptionGenerator {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DescriptionGenerator() {}

    /** @param arguments the file that is kept, and whether to {@code check} or to {@code write} it */
    public static void main(String[] arguments) throws IOException {
        Path kept = Path.of(arguments[0]);
        String text = Files.readString(kept);
        String made = description(JSON.readTree(text));
        if (arguments[1].equals("write")) {
            Files.writeString(kept, made);
        } else if (!text.equals(made)) {
            List<String> breaks = Breaks.between(JSON.readTree(text), JSON.readTree(made));
            throw new IllegalStateException(
                    breaks.isEmpty()
                            ? kept + " lags behind; no client breaks. Write it anew:"
                                    + " ./mvnw verify -pl adapter-web -am -DskipTests -Dprorata.openapi=write"
                            : "Clients break: " + String.join("; ", breaks)
                                    + ". If that is meant, say so in the changelog and write " + kept + " anew with"
                                    + " -Dprorata.openapi=write.");
        }
    }

    private static String description(JsonNode kept) {
        try (var server = new WebServer()) {
            var routes = server.context().getBean(Router.class).uriRoutes();
            return new ApiDescription(routes, ExampleRun.answers(server), kept).document();
        }
    }
}
