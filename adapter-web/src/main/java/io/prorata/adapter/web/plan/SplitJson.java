package io.prorata.adapter.web.plan;

import io.prorata.adapter.web.json.ErrorCollector;
import io.prorata.adapter.web.json.JsonObjectReader;
import io.prorata.application.request.PatchField;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.split.LineSplit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a line is divided, in JSON: {@code {"mode": "key"}}, {@code {"mode": "equal"}}, {@code {"mode": "member", "member": "diana"}} or
 * {@code {"mode": "weights", "weights": {"diana": 70, "carlos": 30}}}. By the household's key if it is not stated.
 */
public final class SplitJson {

    private enum Mode {
        KEY,
        EQUAL,
        MEMBER,
        WEIGHTS
    }

    private SplitJson() {}

    public static LineSplit read(JsonObjectReader fields, String name) {
        return fields.optionalObject(name, "mode", "member", "weights")
                .map(SplitJson::split)
                .orElseGet(LineSplit.ByKey::new);
    }

    /** Reads a split that may be left as it is, or taken away. */
    public static PatchField<LineSplit> patch(JsonObjectReader fields, String name) {
        return fields.has(name)
                ? PatchField.to(fields.optionalObject(name, "mode", "member", "weights")
                        .map(SplitJson::split)
                        .orElse(null))
                : PatchField.not();
    }

    public static Map<String, Object> write(LineSplit split) {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (split) {
            case LineSplit.ByKey() -> json.put("mode", "key");
            case LineSplit.Equally() -> json.put("mode", "equal");
            case LineSplit.AllTo(MemberKey member) -> {
                json.put("mode", "member");
                json.put("member", member.text());
            }
            case LineSplit.ByWeights(Map<MemberKey, Long> weights) -> {
                json.put("mode", "weights");
                Map<String, Long> byName = new LinkedHashMap<>();
                weights.forEach((member, weight) -> byName.put(member.text(), weight));
                json.put("weights", byName);
            }
        }
        return json;
    }

    private static LineSplit split(JsonObjectReader fields) {
        Mode mode = fields.oneOf("mode", Mode.class);
        var parts = new ErrorCollector();
        parts.check(() -> fields.onlyIf(mode == Mode.MEMBER, "member"));
        parts.check(() -> fields.onlyIf(mode == Mode.WEIGHTS, "weights"));
        parts.complete();
        return switch (mode) {
            case KEY -> new LineSplit.ByKey();
            case EQUAL -> new LineSplit.Equally();
            case MEMBER -> new LineSplit.AllTo(fields.ruled("member", () -> new MemberKey(fields.text("member"))));
            case WEIGHTS -> {
                Map<MemberKey, Long> weights = weights(fields);
                yield fields.ruled("weights", () -> new LineSplit.ByWeights(weights));
            }
        };
    }

    private static Map<MemberKey, Long> weights(JsonObjectReader fields) {
        Map<MemberKey, Long> weights = new LinkedHashMap<>();
        var parts = new ErrorCollector();
        fields.wholes("weights")
                .forEach((key, weight) -> parts.check(() -> {
                    try {
                        weights.put(new MemberKey(key), weight);
                    } catch (IllegalArgumentException e) {
                        throw fields.invalid("weights", key, String.valueOf(e.getMessage()));
                    }
                }));
        parts.complete();
        return weights;
    }
}
