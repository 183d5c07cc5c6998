package io.prorata.adapter.web.settings;

import io.prorata.adapter.web.json.Fields;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** @param members who is present, in order; whoever has no weight weighs nothing */
    static SplitKey read(Fields fields, String name, List<MemberKey> members) {
        return fields.optionalObject(name, "mode", "fallback", "weights")
                .map(key -> key(key, members))
                .orElseGet(() -> new SplitKey.ByNetIncome(Weights.equal(members.size())));
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

    private static SplitKey key(Fields fields, List<MemberKey> members) {
        Mode mode = fields.oneOf("mode", Mode.class);
        fields.onlyIf(mode == Mode.INCOME, "fallback");
        fields.onlyIf(mode == Mode.WEIGHTS, "weights");
        return switch (mode) {
            case INCOME ->
                new SplitKey.ByNetIncome(
                        fields.states("fallback")
                                ? weights(fields, "fallback", members)
                                : Weights.equal(members.size()));
            case EQUAL -> new SplitKey.Equally();
            case WEIGHTS -> new SplitKey.Agreed(weights(fields, "weights", members));
        };
    }

    private static Weights weights(Fields fields, String name, List<MemberKey> members) {
        Map<String, Long> stated = fields.wholes(name);
        stated.keySet().forEach(key -> {
            if (members.stream().noneMatch(member -> member.text().equals(key))) {
                throw fields.invalid(name, "no member of this config has the key " + key);
            }
        });
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
