package io.prorata.bootstrap.command.household;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.prorata.bootstrap.command.frame.Fields;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.command.frame.Query;
import io.prorata.bootstrap.command.frame.Things;
import io.prorata.bootstrap.option.UsageException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The requests that would make changes from a month on, in their order. Nothing is written, so a month that is over may be restated. */
final class SupposedRequests {

    private final ArrayNode requests = JsonNodeFactory.instance.arrayNode();
    private final HouseholdSession session;
    private final String from;

    SupposedRequests(HouseholdSession session, String from) {
        this.session = session;
        this.from = from;
    }

    ArrayNode requests() {
        return requests;
    }

    void configure(ObjectNode config) {
        add("POST", new Query("/configs").with("restate", true)).set("body", config);
    }

    /**
     * States what the things in {@code stated}, {@code NAME=AMOUNT} each, would cost.
     *
     * @param terms the fields of an amount
     * @param added what else is stated of a thing that is not there yet
     */
    void set(
            Things things,
            @Nullable List<String> stated,
            Function<String, Fields> terms,
            UnaryOperator<ObjectNode> added) {
        for (String one : orNone(stated)) {
            int equals = one.lastIndexOf('=');
            if (equals <= 0) {
                throw new UsageException("'" + one + "' has no '='; write a name and an amount, such as Rent=1100.");
            }
            String name = one.substring(0, equals);
            ObjectNode body = terms.apply(one.substring(equals + 1)).body();
            Optional<JsonNode> known = things.find(session, name);
            if (known.isPresent()) {
                add("PATCH", restated(things.path(known.get()))).set("body", body);
            } else {
                add("POST", new Query(things.path()))
                        .set("body", added.apply(body.put(things.name(), name).put("from", from)));
            }
        }
    }

    /** Ends the things with these names or numbers. */
    void end(Things things, @Nullable List<String> names) {
        orNone(names).forEach(name -> add("DELETE", restated(things.pathOf(session, name))));
    }

    private static List<String> orNone(@Nullable List<String> options) {
        return options == null ? List.of() : options;
    }

    private Query restated(String path) {
        return new Query(path).with("from", from).with("restate", true);
    }

    private ObjectNode add(String method, Query query) {
        return requests.addObject().put("method", method).put("path", query.path());
    }
}
