package io.prorata.adapter.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.redisson.Redisson;
import org.redisson.api.RBucket;
import org.redisson.api.RedissonClient;
import org.redisson.client.RedisOutOfMemoryException;
import org.redisson.client.codec.ByteArrayCodec;
import org.redisson.config.Config;

/** Bytes in Redis by key, with a time to live. A request never takes longer than its time limit and never throws. */
final class RedisStore implements AutoCloseable {

    private static final int CONNECT_MILLIS = 200;

    /** Callers wait for the time limit only, but an answer that comes a little later keeps its connection open. */
    private static final int COMMAND_BUDGETS = 5;

    private static final int CONNECTIONS = 16;
    private static final int MOST_UNDER_WAY = 256;
    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final Duration DROP_BUDGET = Duration.ofSeconds(1);
    private static final String PROBE_KEY = "prorata:probe";

    private final RedissonClient redis;
    private final CircuitBreaker breaker;
    private final Duration budget;
    private final AtomicInteger underWay = new AtomicInteger();
    private final LongAdder oversized = new LongAdder();

    /**
     * @param address of the Redis
     * @param budget the time limit of a request
     * @param probePause between two probes of a store that does not answer
     */
    RedisStore(RedisAddress address, Duration budget, Duration probePause) {
        this.redis = Redisson.create(config(address, budget));
        this.budget = budget;
        this.breaker = new CircuitBreaker("Redis", this::answers, probePause);
    }

    private static Config config(RedisAddress address, Duration budget) {
        var config = new Config();
        // Plain bytes: the default codec would deserialise any content of the store.
        config.setCodec(ByteArrayCodec.INSTANCE);
        // Redis may be unreachable at the start.
        config.setLazyInitialization(true);
        config.setNettyThreads(2);
        config.setThreads(2);
        address.password().ifPresent(config::setPassword);
        address.authorities().ifPresent(config::setSslTrustManagerFactory);
        config.useSingleServer()
                .setAddress(address.url())
                .setConnectTimeout(CONNECT_MILLIS)
                .setTimeout(Math.toIntExact(budget.toMillis()) * COMMAND_BUDGETS)
                .setRetryAttempts(0)
                .setConnectionPoolSize(CONNECTIONS)
                .setConnectionMinimumIdleSize(1)
                .setSubscriptionConnectionPoolSize(1)
                .setSubscriptionConnectionMinimumIdleSize(0)
                .setDnsMonitoringInterval(-1);
        return config;
    }

    /** Returns the value, if there is one and the store answers in time. */
    Optional<byte[]> get(String key) {
        return breaker.permits() ? asked(key) : Optional.empty();
    }

    /**
     * Sends {@code value} without waiting for the answer.
     *
     * @return whether it was sent: not while the breaker is open or too many values are in transit
     */
    boolean put(String key, byte[] value, Duration timeToLive) {
        if (!breaker.permits() || underWay.get() >= MOST_UNDER_WAY) {
            return false;
        }
        underWay.incrementAndGet();
        redis.<byte[]>getBucket(key).setAsync(value, timeToLive).whenComplete((nothing, fault) -> {
            underWay.decrementAndGet();
            if (fault != null && !isFull(fault)) {
                breaker.failed(String.valueOf(fault.getMessage()));
            }
        });
        return true;
    }

    /** Removes the keys that match {@code pattern}, and returns their number if the store answers in time, else 0. */
    long drop(String pattern) {
        return breaker.permits()
                ? waited(redis.getKeys().deleteByPatternAsync(pattern), DROP_BUDGET)
                        .orElse(0L)
                : 0;
    }

    CircuitBreaker breaker() {
        return breaker;
    }

    /** Returns the number of values that were rejected because of their size. */
    long oversized() {
        return oversized.sum();
    }

    /** Returns the number of values in transit. */
    int underWay() {
        return underWay.get();
    }

    /** Reads the size first, because a reply is held in memory as a whole. */
    private Optional<byte[]> asked(String key) {
        long deadline = System.nanoTime() + budget.toNanos();
        RBucket<byte[]> bucket = redis.getBucket(key);
        long size = waited(bucket.sizeAsync(), budget).orElse(0L);
        if (size > MOST_BYTES) {
            oversized.increment();
            var _ = bucket.unlinkAsync();
            return Optional.empty();
        }
        return size == 0 ? Optional.empty() : waited(bucket.getAsync(), left(deadline));
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
    }

    private <T> Optional<T> waited(Future<T> answer, Duration patience) {
        try {
            return Optional.ofNullable(answer.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            answer.cancel(false);
            breaker.failed("no answer within " + patience.toMillis() + " ms");
        } catch (ExecutionException | CompletionException e) {
            breaker.failed(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    /** A full store rejects values, but still answers. */
    private static boolean isFull(Throwable fault) {
        return fault instanceof RedisOutOfMemoryException || fault.getCause() instanceof RedisOutOfMemoryException;
    }

    private boolean answers() {
        redis.<byte[]>getBucket(PROBE_KEY).get();
        return true;
    }

    @Override
    public void close() {
        breaker.close();
        redis.shutdown(0, 2, TimeUnit.SECONDS);
    }
}
