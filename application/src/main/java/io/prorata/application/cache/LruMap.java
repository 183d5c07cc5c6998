package io.prorata.application.cache;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/** So many things by key; what was not used for longest is forgotten first. */
final class LruMap<K, V> {

    private final int most;

    /** What was used last is last. */
    private final SequencedMap<K, V> things = new LinkedHashMap<>();

    LruMap(int most) {
        this.most = most;
    }

    /** Returns what is there, without using it. */
    Optional<V> look(K key) {
        return Optional.ofNullable(things.get(key));
    }

    /** Uses what is there, or what {@code made} makes. */
    V use(K key, Supplier<V> made) {
        V thing = look(key).orElseGet(made);
        put(key, thing);
        return thing;
    }

    /** Puts {@code thing} in the place of what was there. */
    void put(K key, V thing) {
        things.putLast(key, thing);
        if (things.size() > most) {
            things.pollFirstEntry();
        }
    }

    List<K> keys() {
        return List.copyOf(things.keySet());
    }

    /** Returns all of it, to be looked at and changed in place. */
    SequencedMap<K, V> all() {
        return things;
    }
}
