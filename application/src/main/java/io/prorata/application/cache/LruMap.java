package io.prorata.application.cache;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** A map with a maximum size, which evicts the least recently used entry. */
final class LruMap<K, V> {

    private final int most;

    /** In order of use, the latest last. */
    private final SequencedMap<K, V> things = new LinkedHashMap<>();

    LruMap(int most) {
        this.most = most;
    }

    /** Returns the value, without marking it as used. */
    Optional<V> look(K key) {
        return Optional.ofNullable(things.get(key));
    }

    /** Returns the value, or adds the one from {@code made}, and marks it as used. */
    V use(K key, Supplier<V> made) {
        V thing = look(key).orElseGet(made);
        put(key, thing);
        return thing;
    }

    /** Replaces the value. */
    void put(K key, V thing) {
        things.putLast(key, thing);
        if (things.size() > most) {
            things.pollFirstEntry();
        }
    }

    List<K> keys() {
        return List.copyOf(things.keySet());
    }

    /** Returns all values, which the caller may change. */
    SequencedMap<K, V> all() {
        return things;
    }
}
