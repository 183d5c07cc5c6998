package io.prorata.bootstrap.composition;

import java.util.Optional;

/**
 * How much is kept of finished answers, and where.
 *
 * @param nearBytes that documents may take in this process's memory
 * @param tableBytes that documents may take beside the books
 * @param redis where a Redis is that nodes share, {@code redis://host:port}; none if empty
 * @param redisPassword if it asks for one
 */
public record TierSettings(long nearBytes, long tableBytes, Optional<String> redis, Optional<String> redisPassword) {

    private static final long MIB = 1024L * 1024;

    public static final TierSettings USUAL = new TierSettings(32 * MIB, 64 * MIB, Optional.empty(), Optional.empty());

    public TierSettings withRedis(String address) {
        return withRedis(address, Optional.empty());
    }

    public TierSettings withRedis(String address, Optional<String> password) {
        return new TierSettings(nearBytes, tableBytes, Optional.of(address), password);
    }

    /** Does not show the password. */
    @Override
    public String toString() {
        return nearBytes + " bytes near, " + tableBytes + " in the table, Redis " + redis.orElse("none");
    }
}
