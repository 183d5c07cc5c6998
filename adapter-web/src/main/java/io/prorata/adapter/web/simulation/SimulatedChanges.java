package io.prorata.adapter.web.simulation;

import io.prorata.adapter.web.json.BodyBinder;
import io.prorata.adapter.web.json.Months;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.adapter.web.simulation.SimulationRequest.ChangeRequest;
import io.prorata.application.request.Access;
import io.prorata.application.simulation.SimulatedBooks;
import io.prorata.application.simulation.SimulatedChange;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the requests of a simulation. */
@Singleton
public final class SimulatedChanges {

    private final List<SimulatedRoute> routes;
    private final BodyBinder binder;

    SimulatedChanges(Collection<SimulatedResource> resources, BodyBinder binder) {
        this.routes = resources.stream()
                .flatMap(resource -> resource.routes().stream())
                .sorted((one, other) -> one.template().compareTo(other.template()))
                .toList();
        this.binder = binder;
    }

    /** Returns every request that a simulation takes. */
    public List<SimulatedRoute> routes() {
        return routes;
    }

    /**
     * Returns the changes.
     *
     * @throws ProblemException with the errors of all of them, as far as they can be read before any is made
     */
    List<SimulatedChange> read(Access access, List<ChangeRequest> requests) {
        List<SimulatedChange> changes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            try {
                changes.add(read(access, i, requests.get(i)));
            } catch (ProblemException e) {
                problems.add(e.problem());
            }
        }
        if (!problems.isEmpty()) {
            throw PlacedProblem.together(problems);
        }
        return changes;
    }

    private SimulatedChange read(Access access, int place, ChangeRequest request) {
        String[] target = request.path().split("\\?", 2);
        for (SimulatedRoute route : routes) {
            Optional<OptionalLong> id =
                    route.method().equals(request.method()) ? route.matched(target[0]) : Optional.empty();
            if (id.isPresent()) {
                return read(access, place, request, route, id.get(), query(place, route, target));
            }
        }
        throw PlacedProblem.atPath(
                place,
                "this request cannot be simulated; there are "
                        + routes.stream().map(SimulatedRoute::toString).collect(Collectors.joining(", ")));
    }

    private SimulatedChange read(
            Access access,
            int place,
            ChangeRequest request,
            SimulatedRoute route,
            OptionalLong id,
            Map<String, String> query) {
        if (route.body() != (request.body() != null)) {
            throw new ProblemException(Problem.unreadable(new Problem.PartError.InBody(
                    "/changes/" + place + "/body",
                    route.body() ? "this field is missing" : "this request has no body")));
        }
        var read = new SimulatedRequest(
                access, binder, id, month(place, query.get("from")), flag(place, query.get("restate")), request.body());
        SimulatedChange change = PlacedProblem.of(place, () -> route.reader().read(read));
        return new Placed(place, change);
    }

    /** A change whose refusals name its place. */
    private record Placed(int place, SimulatedChange change) implements SimulatedChange {

        @Override
        public Optional<Subject> subject() {
            return change.subject();
        }

        @Override
        public void make(SimulatedBooks books) {
            PlacedProblem.of(place, () -> {
                change.make(books);
                return place;
            });
        }
    }

    private static Map<String, String> query(int place, SimulatedRoute route, String[] target) {
        Map<String, String> query = new LinkedHashMap<>();
        if (target.length == 1) {
            return query;
        }
        for (String parameter : target[1].split("&", -1)) {
            String[] named = parameter.split("=", 2);
            if (!route.parameters().contains(named[0])) {
                throw PlacedProblem.atPath(
                        place,
                        route.parameters().isEmpty()
                                ? "no such parameter; there are none here"
                                : "no such parameter; there are " + String.join(", ", route.parameters()));
            }
            String value = named.length == 1 ? "" : URLDecoder.decode(named[1], StandardCharsets.UTF_8);
            if (query.put(named[0], value) != null) {
                throw PlacedProblem.atPath(place, "given 2 times; once is enough");
            }
        }
        return query;
    }

    private static Optional<YearMonth> month(int place, @Nullable String text) {
        try {
            return Optional.ofNullable(text).map(Months::month);
        } catch (IllegalArgumentException e) {
            throw PlacedProblem.atPath(place, String.valueOf(e.getMessage()));
        }
    }

    private static boolean flag(int place, @Nullable String text) {
        if (text != null && !text.equals("true") && !text.equals("false")) {
            throw PlacedProblem.atPath(place, "true or false");
        }
        return "true".equals(text);
    }
}
