package io.prorata.adapter.web.json;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a request without content: absent or an empty object, which mean the same. */
public record NoContent() {

    /**
     * Refuses a body with content, because it would be ignored.
     *
     * @throws io.prorata.adapter.web.problem.ProblemException 400 if {@code body} is neither empty nor {@code {}}
     */
    public static void require(@Nullable String body) {
        if (body != null && !body.isEmpty()) {
            Json document = JsonReader.read(body.getBytes(StandardCharsets.UTF_8));
            var faults = new Faults();
            new RecordBinder(faults, Set.of()).bind(document, NoContent.class, "");
            if (!faults.isEmpty()) {
                throw faults.in(document);
            }
        }
    }
}
