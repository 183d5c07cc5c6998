package io.prorata.adapter.web.json;

import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.application.request.JsonPointer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The errors of a body, reported at once and in the order of the document.
 */
final class Faults {

    /** The maximum number of listed errors. */
    private static final int MOST_ERRORS = 100;

    private final List<Fault> faults = new ArrayList<>();

    /** The places that cannot be read, with all that contain them. */
    private final Set<String> unreadable = new HashSet<>();

    private record Fault(String pointer, String detail) {}

    void unreadable(String pointer, String detail) {
        faults.add(new Fault(pointer, detail));
        for (String place = pointer; unreadable.add(place) && !place.isEmpty(); ) {
            place = JsonPointer.around(place);
        }
    }

    /** Adds an error of a rule, unless its place or one that contains it could not be read. */
    void refused(String pointer, String detail) {
        if (!unreadable.contains(pointer)) {
            faults.add(new Fault(pointer, detail));
        }
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    /** Returns the refusal of {@code document}: 400 if any part cannot be read, else 422. */
    ProblemException in(Json document) {
        Map<String, Integer> places = new HashMap<>();
        place(document, "", places);
        Set<Fault> ofParts = containers();
        PartError[] errors = faults.stream()
                .filter(fault -> !ofParts.contains(fault))
                .sorted(Comparator.comparingInt(fault -> placeOf(fault.pointer(), places)))
                .limit(MOST_ERRORS)
                .map(fault -> (PartError) new PartError.InBody(fault.pointer(), fault.detail()))
                .toArray(PartError[]::new);
        return new ProblemException(unreadable.isEmpty() ? Problem.invalid(errors) : Problem.unreadable(errors));
    }

    /** A rule over several fields makes what they make, and so finds what is wrong with a part again: it is said of the part alone. */
    private Set<Fault> containers() {
        Set<Fault> containers = new HashSet<>();
        for (Fault fault : faults) {
            for (String place = fault.pointer(); !place.isEmpty(); ) {
                place = JsonPointer.around(place);
                containers.add(new Fault(place, fault.detail()));
            }
        }
        return containers;
    }

    /** A missing field comes at the end of its object. */
    private static int placeOf(String pointer, Map<String, Integer> places) {
        Integer place = places.get(pointer);
        return place != null ? place : places.getOrDefault(JsonPointer.around(pointer) + "/", Integer.MAX_VALUE);
    }

    private static void place(Json json, String pointer, Map<String, Integer> places) {
        places.put(pointer, places.size());
        switch (json) {
            case Json.Obj(Map<String, Json> members) ->
                members.forEach((name, member) -> place(member, JsonPointer.at(pointer, name), places));
            case Json.Arr(List<Json> items) -> {
                for (int i = 0; i < items.size(); i++) {
                    place(items.get(i), pointer + "/" + i, places);
                }
            }
            case Json.Text _, Json.Num _, Json.Bool _, Json.Null _ -> {}
        }
        places.put(pointer + "/", places.size());
    }
}
