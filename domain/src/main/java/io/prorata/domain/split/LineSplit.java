package io.prorata.domain.split;

import io.prorata.domain.household.MemberKey;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How one bill or provision is divided, if not by the household's key; formula 6.
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f6">Formula 6, split of a line</a>
 */
public sealed interface LineSplit {

    /**
     * The weights that divide a line.
     *
     * @param keyInstead whether the household's key is used because no member of the line's own split is present
     */
    record Divided(Weights weights, boolean keyInstead) {}

    /** Returns the weights for the members {@code present}, at least one, in their order, in a month with the household's {@code key}. */
    Divided among(List<MemberKey> present, Weights key);

    /** Returns the members that this split names; they have to be members of the household. */
    Set<MemberKey> names();

    /** As the household divides what is common. */
    record ByKey() implements LineSplit {
        @Override
        public Divided among(List<MemberKey> present, Weights key) {
            return new Divided(key, false);
        }

        @Override
        public Set<MemberKey> names() {
            return Set.of();
        }
    }

    /** The same for each. */
    record Equally() implements LineSplit {
        @Override
        public Divided among(List<MemberKey> present, Weights key) {
            return new Divided(Weights.equal(present.size()), false);
        }

        @Override
        public Set<MemberKey> names() {
            return Set.of();
        }
    }

    /** All to one member. */
    record AllTo(MemberKey member) implements LineSplit {
        @Override
        public Divided among(List<MemberKey> present, Weights key) {
            return new ByWeights(Map.of(member, 1L)).among(present, key);
        }

        @Override
        public Set<MemberKey> names() {
            return Set.of(member);
        }
    }

    /** By its own weights; a member that is not named pays nothing. */
    record ByWeights(Map<MemberKey, Long> weights) implements LineSplit {
        /** Refuses negative and too large weights, and weights that are all zero, with an {@link IllegalArgumentException}. */
        public ByWeights {
            Weights.requireWeights(weights.values());
            // Sorted by key, so that two equal splits have the same text and hash.
            weights = Collections.unmodifiableSortedMap(new TreeMap<>(weights));
        }

        @Override
        public Divided among(List<MemberKey> present, Weights key) {
            long[] own = present.stream()
                    .mapToLong(member -> weights.getOrDefault(member, 0L))
                    .toArray();
            boolean nobodyThere = IntStream.range(0, own.length).allMatch(m -> own[m] == 0);
            return nobodyThere ? new Divided(key, true) : new Divided(Weights.of(own), false);
        }

        @Override
        public Set<MemberKey> names() {
            return weights.keySet();
        }
    }
}
