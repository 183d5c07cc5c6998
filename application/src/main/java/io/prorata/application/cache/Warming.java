package io.prorata.application.cache;

import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.ViewScopes;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What to compute before it is asked for. Pure: what was read, and what followed what, is told; nothing is remembered here.
 *
 * <p>Warming is an ordinary read in the background: warmed too much, it costs work; too little, a person waits for a computation.
 */
public final class Warming {

    private Warming() {}

    /**
     * How a view was read lately.
     *
     * @param view whatever the asker names views by
     * @param reads how often, at least once
     * @param lastReadAt in any unit that grows with time
     */
    public record Read<V>(V view, ViewScopes scopes, long reads, long lastReadAt) {}

    /**
     * Returns the views that a change has made stale and that are worth computing anew: those read lately, most read first, the latest
     * read first among equals.
     *
     * @param stale what the change made stale
     * @param most how many at most
     */
    public static <V> List<V> afterChange(Set<Scope> stale, Collection<Read<V>> lately, int most) {
        return mostRead(
                lately.stream()
                        .filter(read -> stale.stream().anyMatch(read.scopes()::include))
                        .toList(),
                most);
    }

    /**
     * Returns the views that are read most, the latest read first among equals.
     *
     * @param most how many at most
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
     * Returns what usually follows the view just read: each view that followed it at least {@code atLeast} times and in at least a
     * fifth of all cases, most frequent first.
     *
     * @param followed how often each view was read next after it
     * @param most how many at most
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
