package io.prorata.adapter.web.json;

import io.prorata.application.request.JsonPointer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A merge patch (RFC 7396): a field that is not named stays, null removes it. An object with a {@code mode} replaces the former object,
 * because fields of another mode have no meaning in it.
 *
 * @param <T> the body that states the whole thing
 */
public final class MergePatch<T extends Record> {

    private final Json changes;
    private final BodyBinder binder;

    MergePatch(Json changes, BodyBinder binder) {
        this.changes = changes;
        this.binder = binder;
    }

    /** Returns whether the patch contains {@code field}. */
    public boolean names(String field) {
        return changes instanceof Json.Obj(Map<String, Json> members) && members.containsKey(field);
    }

    /**
     * Applies this to {@code current}; the result is bound and checked like a whole body.
     *
     * @throws io.prorata.adapter.web.problem.ProblemException with all parts that cannot be read, or else all errors of the rules
     */
    @SuppressWarnings("unchecked") // the class of a T
    public T over(T current) {
        Set<String> takenAway = new HashSet<>();
        addNulls("", changes, takenAway);
        Json patched = changes instanceof Json.Obj ? merged(changes, tree(current)) : changes;
        return binder.valid(patched, (Class<T>) current.getClass(), takenAway);
    }

    private static void addNulls(String at, Json json, Set<String> places) {
        if (json instanceof Json.Null) {
            places.add(at);
        } else if (json instanceof Json.Obj(Map<String, Json> members)) {
            members.forEach((name, member) -> addNulls(JsonPointer.at(at, name), member, places));
        }
    }

    private static Json merged(Json patch, @Nullable Json target) {
        if (!(patch instanceof Json.Obj(Map<String, Json> changes))) {
            return patch;
        }
        Map<String, Json> members = new LinkedHashMap<>();
        if (target instanceof Json.Obj(Map<String, Json> before) && !changes.containsKey(RecordShape.MODE)) {
            members.putAll(before);
        }
        changes.forEach((name, change) -> {
            if (change instanceof Json.Null) {
                members.remove(name);
            } else {
                members.put(name, merged(change, members.get(name)));
            }
        });
        return new Json.Obj(members);
    }

    /** Returns {@code value} as a request might have stated it; what is absent is left out. */
    private static Json tree(Object value) {
        return switch (value) {
            case Record thing -> tree(RecordShape.written(thing));
            case Map<?, ?> map -> {
                Map<String, Json> members = new LinkedHashMap<>();
                map.forEach((name, member) -> members.put(String.valueOf(name), tree(member)));
                yield new Json.Obj(members);
            }
            case List<?> list ->
                new Json.Arr(list.stream().map(MergePatch::tree).toList());
            case Boolean flag -> new Json.Bool(flag);
            case Number number -> new Json.Num(number.toString());
            case Enum<?> constant -> new Json.Text(EnumNames.written(constant));
            case String _, YearMonth _, LocalDate _ -> new Json.Text(value.toString());
            default -> throw new IllegalStateException("no body holds a " + value.getClass());
        };
    }
}
