package io.prorata.bootstrap.freshness;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What may happen to a Redis while it is used. */
final class Mishaps {

    /** Each of them; afterwards Redis is as it was, but for what it has forgotten. */
    enum Mishap {
        FLUSHED,
        RANDOM_BYTES,
        NEIGHBOURS_ENTRY,
        OLD_ENTRY,
        GIANT_VALUE,
        FULL,
        SLOW,
        PAUSED,
        HUNG,
        KILLED
    }

    private static final int MOST_POISONED = 60;
    private static final int GIANT = 9 * 1024 * 1024;

    /** After which a store that has failed is looked for again. */
    private static final long FOUND_AGAIN_MILLIS = 400;

    private final Redis redis;
    private final SplittableRandom random;
    private final Map<Mishap, Integer> happened = new EnumMap<>(Mishap.class);

    Mishaps(Redis redis, SplittableRandom random) {
        this.redis = redis;
        this.random = random;
    }

    /** Returns how often each of them has happened. */
    Map<Mishap, Integer> happened() {
        return happened;
    }

    /** Lets each of them happen once, and waits after each until Redis may be in use again. */
    void all() throws IOException, InterruptedException {
        for (Mishap mishap : Mishap.values()) {
            happen(mishap);
            happened.merge(mishap, 1, Integer::sum);
            boolean away = mishap.compareTo(Mishap.SLOW) >= 0;
            Thread.sleep(away ? FOUND_AGAIN_MILLIS : 250);
        }
    }

    private void happen(Mishap mishap) throws IOException, InterruptedException {
        switch (mishap) {
            case FLUSHED -> redis.ask("FLUSHALL");
            case RANDOM_BYTES -> {
                for (byte[] key : some()) {
                    byte[] bytes = new byte[random.nextInt(1, 3_000)];
                    random.nextBytes(bytes);
                    redis.set(key, bytes);
                }
            }
            case NEIGHBOURS_ENTRY -> {
                List<byte[]> keys = some();
                for (byte[] value : values(keys)) {
                    redis.set(keys.get(random.nextInt(keys.size())), value);
                }
            }
            case OLD_ENTRY -> {
                List<byte[]> keys = some();
                List<byte[]> values = values(keys);
                Thread.sleep(150);
                for (int i = 0; i < values.size(); i++) {
                    redis.set(keys.get(i), values.get(i));
                }
            }
            case GIANT_VALUE -> {
                List<byte[]> keys = some();
                for (byte[] key : keys.subList(0, Math.min(2, keys.size()))) {
                    redis.set(key, new byte[GIANT]);
                }
            }
            case FULL -> {
                redis.ask("CONFIG", "SET", "maxmemory", "1mb");
                Thread.sleep(250);
                redis.ask("CONFIG", "SET", "maxmemory", "64mb");
            }
            case SLOW -> {
                for (int i = 0; i < 15; i++) {
                    redis.ask("DEBUG", "SLEEP", "0.012");
                }
            }
            case PAUSED -> redis.ask("CLIENT", "PAUSE", "100");
            case HUNG -> redis.hang(150);
            case KILLED -> {
                redis.kill();
                Thread.sleep(100);
                redis.startAgain();
            }
        }
    }

    private List<byte[]> some() throws IOException {
        List<byte[]> keys = redis.keys();
        return keys.subList(0, Math.min(MOST_POISONED, keys.size()));
    }

    /** Returns what is at {@code keys}; at one that is gone by now, nothing. */
    private List<byte[]> values(List<byte[]> keys) throws IOException {
        List<byte[]> values = new ArrayList<>();
        for (byte[] key : keys) {
            values.add(redis.get(key).orElse(new byte[0]));
        }
        return values;
    }
}
