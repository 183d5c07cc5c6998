package io.prorata.adapter.web.json;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The body of a request that has nothing to say: absent, or an object without fields, which mean the same. */
public record NoContent() {

    /**
     * Refuses a body that says something: what nobody would read is not passed over.
     *
     * @throws io.prorata.adapter.web.problem.ProblemException 400 if {@code body} is anything but nothing or {@code {}}
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
