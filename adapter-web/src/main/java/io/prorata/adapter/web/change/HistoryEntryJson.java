package io.prorata.adapter.web.change;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.prorata.application.port.Changes.LoggedChange;
import io.prorata.application.port.Changes.LoggedEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change in the history.
 *
 * @param revision the number of the revision that the change made
 * @param actor the author of the change: a token with the name of the person or the device, or the command line
 * @param what a description: {@code transaction changed}
 * @param kind the kind of the resource: {@code transaction}
 * @param id the id of the resource; null if the change affects several
 * @param before the values before the change; null if there were none. Amounts are whole minor units
 * @param after the values after the change; null if the resource was removed
 */
@Serdeable.Serializable
record HistoryEntryJson(
        long revision,
        String at,
        String actor,
        String what,
        String kind,
        @Nullable Long id,
        @Nullable Map<String, Object> before,
        @Nullable Map<String, Object> after) {

    static HistoryEntryJson of(LoggedEntry entry, JsonMapper json) {
        LoggedChange change = entry.change();
        return new HistoryEntryJson(
                change.revision(),
                change.at().toString(),
                change.actor(),
                change.what(),
                change.kind(),
                change.id().isPresent() ? change.id().getAsLong() : null,
                values(entry.before(), json),
                values(entry.after(), json));
    }

    /** The first changes of old books are not JSON but text. */
    private static @Nullable Map<String, Object> values(@Nullable String kept, JsonMapper json) {
        if (kept == null) {
            return null;
        }
        try {
            return json.readValue(kept.getBytes(StandardCharsets.UTF_8), Argument.mapOf(String.class, Object.class));
        } catch (IOException e) {
            return Map.of("text", kept);
        }
    }
}
