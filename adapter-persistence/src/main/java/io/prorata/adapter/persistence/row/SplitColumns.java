package io.prorata.adapter.persistence.row;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.split.LineSplit;
import java.util.Map;

/**
 * A line's split as columns: its mode, and the weights, which are in a separate table.
 *
 * @param weights of the members it names; empty for other modes
 */
public record SplitColumns(String mode, Map<MemberKey, Long> weights) {

    public static SplitColumns of(LineSplit split) {
        return switch (split) {
            case LineSplit.ByKey() -> new SplitColumns("KEY", Map.of());
            case LineSplit.Equally() -> new SplitColumns("EQUAL", Map.of());
            case LineSplit.AllTo(MemberKey member) -> new SplitColumns("MEMBER", Map.of(member, 1L));
            case LineSplit.ByWeights(Map<MemberKey, Long> weights) -> new SplitColumns("WEIGHTS", weights);
        };
    }

    public LineSplit toSplit() {
        return switch (mode) {
            case "KEY" -> new LineSplit.ByKey();
            case "EQUAL" -> new LineSplit.Equally();
            case "MEMBER" -> new LineSplit.AllTo(weights.keySet().iterator().next());
            case "WEIGHTS" -> new LineSplit.ByWeights(weights);
            default -> throw new IllegalStateException("no such way to split: " + mode);
        };
    }
}
