package io.prorata.adapter.web.simulation;

import io.prorata.application.simulation.SimulatedChange;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that a simulation takes.
 *
 * @param template with {@code {id}} where an id stands
 * @param parameters of its query
 * @param body whether it has one
 * @param reader makes the change of it
 */
public record SimulatedRoute(String method, String template, List<String> parameters, boolean body, Reader reader) {

    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    /** Makes the change that a request states. */
    public interface Reader {

        /** @throws io.prorata.adapter.web.problem.ProblemException as for real, with places in the request */
        SimulatedChange read(SimulatedRequest request);
    }

    /** A request without parameters that adds something. */
    public static SimulatedRoute adding(String template, Reader reader) {
        return new SimulatedRoute("POST", template, List.of(), true, reader);
    }

    /** Returns the id in {@code path}, if it is one of this route; no id where the template has none. */
    Optional<OptionalLong> matched(String path) {
        String[] named = template.split("/", -1);
        String[] parts = path.split("/", -1);
        if (named.length != parts.length) {
            return Optional.empty();
        }
        OptionalLong id = OptionalLong.empty();
        for (int i = 0; i < parts.length; i++) {
            Matcher digits = ID.matcher(parts[i]);
            if (named[i].equals("{id}") && digits.matches()) {
                id = OptionalLong.of(Long.parseLong(parts[i]));
            } else if (!named[i].equals(parts[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(id);
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
