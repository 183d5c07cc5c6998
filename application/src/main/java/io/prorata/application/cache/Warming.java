package io.prorata.application.cache;

import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.ViewScopes;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides what to compute ahead of requests. It is a pure function of reads and sequences; it has no state.
 *
 * <p>Warming is an ordinary read in the background. Too much of it costs work; with too little, clients wait for computations.
 */
public final class Warming {

    private Warming() {}

    /**
     * The recent reads of a view.
     *
     * @param view the caller's key of the view
     * @param reads the number of reads, at least 1
     * @param lastReadAt in any unit that grows with time
     */
    public record Read<V>(V view, ViewScopes scopes, long reads, long lastReadAt) {}

    /**
     * Returns the stale views that are worth computing again: those that were read, most read first, the latest read first among equals.
     *
     * @param stale what the change made stale
     * @param most the maximum number
     */
    public static <V> List<V> afterChange(Set<Scope> stale, Collection<Read<V>> lately, int most) {
        return mostRead(
                lately.stream()
                        .filter(read -> stale.stream().anyMatch(read.scopes()::include))
                        .toList(),
                most);
    }

    /**
     * Returns the most read views, the latest read first among equals.
     *
     * @param most the maximum number
     */
    public static <V> List<V> mostRead(Collection<Read<V>> lately, int most) {
        return lately.stream()
                .sorted(Comparator.comparingLong((Read<V> read) -> -read.reads())
                        .thenComparing(Comparator.comparingLong((Read<V> read) -> -read.lastReadAt())))
                .limit(most)
                .map(Read::view)
                .toList();
    }

    /**
     * Returns the usual next views: each view that followed at least {@code atLeast} times and in at least a fifth of all cases, most
     * frequent first.
     *
     * @param followed how often each view was read next after it
     * @param most the maximum number
     */
    public static <V> List<V> next(Map<V, Long> followed, long atLeast, int most) {
        long all = followed.values().stream().reduce(0L, Math::addExact);
        return followed.entrySet().stream()
                .filter(next -> next.getValue() >= atLeast && next.getValue() * 5 >= all)
                .sorted(Map.Entry.<V, Long>comparingByValue().reversed())
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }
}
