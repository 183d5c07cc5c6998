package io.prorata.adapter.web.settings;

import io.prorata.adapter.web.json.ErrorCollector;
import io.prorata.adapter.web.json.JsonObjectReader;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How a household divides, in JSON: {@code {"mode": "income", "fallback": {"diana": 1, "carlos": 1}}} (the fallback may be left
 * out: equal), {@code {"mode": "equal"}} or {@code {"mode": "weights", "weights": {"diana": 70, "carlos": 30}}}. By income if it is not
 * stated.
 */
final class KeyJson {

    private enum Mode {
        INCOME,
        EQUAL,
        WEIGHTS
    }

    private KeyJson() {}

    /** Returns how those who are present divide, given who they are, in order; whoever has no weight weighs nothing. */
    static Function<List<MemberKey>, SplitKey> read(JsonObjectReader fields, String name) {
        return fields.optionalObject(name, "mode", "fallback", "weights")
                .map(KeyJson::key)
                .orElseGet(() -> members -> new SplitKey.ByNetIncome(Weights.equal(members.size())));
    }

    static Map<String, Object> write(SplitKey key, List<MemberKey> members) {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (key) {
            case SplitKey.ByNetIncome(Weights fallback) -> {
                json.put("mode", "income");
                json.put("fallback", byMember(fallback, members));
            }
            case SplitKey.Equally() -> json.put("mode", "equal");
            case SplitKey.Agreed(Weights weights) -> {
                json.put("mode", "weights");
                json.put("weights", byMember(weights, members));
            }
        }
        return json;
    }

    private static Function<List<MemberKey>, SplitKey> key(JsonObjectReader fields) {
        Mode mode = fields.oneOf("mode", Mode.class);
        var parts = new ErrorCollector();
        parts.check(() -> fields.onlyIf(mode == Mode.INCOME, "fallback"));
        parts.check(() -> fields.onlyIf(mode == Mode.WEIGHTS, "weights"));
        parts.complete();
        return switch (mode) {
            case INCOME -> {
                Map<String, Long> fallback = fields.optionalWholes("fallback").orElse(Map.of());
                yield fields.states("fallback")
                        ? members -> new SplitKey.ByNetIncome(weights(fields, "fallback", fallback, members))
                        : members -> new SplitKey.ByNetIncome(Weights.equal(members.size()));
            }
            case EQUAL -> members -> new SplitKey.Equally();
            case WEIGHTS -> {
                Map<String, Long> weights = fields.wholes("weights");
                yield members -> new SplitKey.Agreed(weights(fields, "weights", weights, members));
            }
        };
    }

    private static Weights weights(
            JsonObjectReader fields, String name, Map<String, Long> stated, List<MemberKey> members) {
        var parts = new ErrorCollector();
        stated.keySet().stream()
                .filter(key ->
                        members.stream().noneMatch(member -> member.text().equals(key)))
                .forEach(key -> parts.check(() -> {
                    throw fields.invalid(name, key, "no member of this config has the key " + key);
                }));
        parts.complete();
        return fields.ruled(
                name,
                () -> new Weights(members.stream()
                        .map(member -> stated.getOrDefault(member.text(), 0L))
                        .toList()));
    }

    private static Map<String, Long> byMember(Weights weights, List<MemberKey> members) {
        Map<String, Long> byMember = new LinkedHashMap<>();
        for (int m = 0; m < members.size(); m++) {
            byMember.put(members.get(m).text(), weights.of(m));
        }
        return byMember;
    }
}
