package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Coherent;
import io.prorata.adapter.web.constraint.Contradictions;
import io.prorata.adapter.web.constraint.Contradictory;
import io.prorata.adapter.web.json.RecordShape;
import io.prorata.domain.split.LineSplit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The split of a line between members. The default is the household's key. */
public sealed interface SplitJson {

    LineSplit split();

    /** The household's key. */
    @Serdeable
    record Key() implements SplitJson {
        @Override
        public LineSplit split() {
            return new LineSplit.ByKey();
        }
    }

    /** Equal parts for all members present. */
    @Serdeable
    record Equal() implements SplitJson {
        @Override
        public LineSplit split() {
            return new LineSplit.Equally();
        }
    }

    /** The whole amount for one member. */
    @Serdeable
    record Member(
            @io.prorata.adapter.web.constraint.MemberKey String member) implements SplitJson {
        @Override
        public LineSplit split() {
            return new LineSplit.AllTo(new io.prorata.domain.household.MemberKey(member));
        }
    }

    /**
     * Weights of the line itself.
     *
     * @param weights an integer for each member, by key; a member without a weight pays nothing
     */
    @Coherent
    @Serdeable
    record Weights(Map<@io.prorata.adapter.web.constraint.MemberKey String, Long> weights)
            implements SplitJson, Contradictory {
        @Override
        public LineSplit split() {
            Map<io.prorata.domain.household.MemberKey, Long> byMember = new LinkedHashMap<>();
            weights.forEach(
                    (member, weight) -> byMember.put(new io.prorata.domain.household.MemberKey(member), weight));
            return new LineSplit.ByWeights(byMember);
        }

        @Override
        public void check(Contradictions contradictions) {
            if (weights.isEmpty()) {
                contradictions.at("at least one weight is positive", "weights");
            }
            contradictions.making(() -> new io.prorata.domain.split.Weights(List.copyOf(weights.values())), "weights");
        }
    }

    static LineSplit orByKey(@Nullable SplitJson stated) {
        return stated == null ? new LineSplit.ByKey() : stated.split();
    }

    static SplitJson of(LineSplit split) {
        return switch (split) {
            case LineSplit.ByKey() -> new Key();
            case LineSplit.Equally() -> new Equal();
            case LineSplit.AllTo(var member) -> new Member(member.text());
            case LineSplit.ByWeights(var weights) -> {
                Map<String, Long> byName = new LinkedHashMap<>();
                weights.forEach((member, weight) -> byName.put(member.text(), weight));
                yield new Weights(byName);
            }
        };
    }

    static Map<String, Object> write(LineSplit split) {
        return RecordShape.written((Record) of(split));
    }
}
