package io.prorata.adapter.web.settings;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.RecordShape;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.split.SplitKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The split of common expenses. The default is by income. */
sealed interface KeyJson {

    /** @throws IllegalArgumentException if the weights are none */
    SplitKey key(List<String> present);

    /** Returns the weights that are stated, and the name of their field. */
    default Map<String, Map<String, Long>> stated() {
        return Map.of();
    }

    /**
     * In proportion to net incomes.
     *
     * @param fallback an integer for each member, by key, for months in which nobody has an income; the default is equal weights
     */
    @Serdeable
    record Income(@Nullable Map<String, Long> fallback) implements KeyJson {
        @Override
        public SplitKey key(List<String> present) {
            return new SplitKey.ByNetIncome(
                    fallback == null
                            ? io.prorata.domain.split.Weights.equal(present.size())
                            : weights(fallback, present));
        }

        @Override
        public Map<String, Map<String, Long>> stated() {
            return fallback == null ? Map.of() : Map.of("fallback", fallback);
        }
    }

    /** Equal parts for all members present. */
    @Serdeable
    record Equal() implements KeyJson {
        @Override
        public SplitKey key(List<String> present) {
            return new SplitKey.Equally();
        }
    }

    /**
     * Agreed weights, independent of incomes.
     *
     * @param weights an integer for each member, by key; a member without a weight pays nothing
     */
    @Serdeable
    record Weights(Map<String, Long> weights) implements KeyJson {
        @Override
        public SplitKey key(List<String> present) {
            return new SplitKey.Agreed(KeyJson.weights(weights, present));
        }

        @Override
        public Map<String, Map<String, Long>> stated() {
            return Map.of("weights", weights);
        }
    }

    static KeyJson of(SplitKey key, List<MemberKey> present) {
        return switch (key) {
            case SplitKey.ByNetIncome(var fallback) -> new Income(byMember(fallback, present));
            case SplitKey.Equally() -> new Equal();
            case SplitKey.Agreed(var weights) -> new Weights(byMember(weights, present));
        };
    }

    static Map<String, Object> write(SplitKey key, List<MemberKey> present) {
        return RecordShape.written((Record) of(key, present));
    }

    private static io.prorata.domain.split.Weights weights(Map<String, Long> stated, List<String> present) {
        return new io.prorata.domain.split.Weights(
                present.stream().map(member -> stated.getOrDefault(member, 0L)).toList());
    }

    private static Map<String, Long> byMember(io.prorata.domain.split.Weights weights, List<MemberKey> members) {
        Map<String, Long> byMember = new LinkedHashMap<>();
        for (int m = 0; m < members.size(); m++) {
            byMember.put(members.get(m).text(), weights.of(m));
        }
        return byMember;
    }
}
