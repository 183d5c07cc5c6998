package io.prorata.adapter.web.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes a JSON value by another (RFC 7396). */
final class MergePatch {

    /** Says which of several kinds an object is; the fields of another kind mean nothing to it. */
    private static final String MODE = "mode";

    private MergePatch() {}

    static Json merged(Json patch, @Nullable Json target) {
        if (!(patch instanceof Json.Obj(Map<String, Json> changes))) {
            return patch;
        }
        Map<String, Json> members = new LinkedHashMap<>();
        if (target instanceof Json.Obj(Map<String, Json> before) && !changes.containsKey(MODE)) {
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

    /** Returns what answers are made of as JSON. */
    static Json json(@Nullable Object value) {
        return switch (value) {
            case null -> new Json.Null();
            case Map<?, ?> map -> {
                Map<String, Json> members = new LinkedHashMap<>();
                map.forEach((name, member) -> members.put(String.valueOf(name), json(member)));
                yield new Json.Obj(members);
            }
            case List<?> list ->
                new Json.Arr(list.stream().map(MergePatch::json).toList());
            case Boolean flag -> new Json.Bool(flag);
            case Number number -> new Json.Num(number.toString());
            default -> new Json.Text(value.toString());
        };
    }
}
