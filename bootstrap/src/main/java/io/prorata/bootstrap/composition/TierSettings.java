package io.prorata.bootstrap.composition;

import io.prorata.adapter.cache.RedisAddress;
import java.util.Optional;

/**
 * How much is kept of finished answers, and where.
 *
 * @param nearBytes that documents may take in this process's memory
 * @param tableBytes that documents may take beside the books
 * @param redis where a Redis is that nodes share; none if empty
 */
public record TierSettings(long nearBytes, long tableBytes, Optional<RedisAddress> redis) {

    private static final long MIB = 1024L * 1024;

    public static final TierSettings USUAL = new TierSettings(32 * MIB, 64 * MIB, Optional.empty());

    public TierSettings withRedis(RedisAddress address) {
        return new TierSettings(nearBytes, tableBytes, Optional.of(address));
    }

    /** Does not show the password. */
    @Override
    public String toString() {
        return nearBytes + " bytes near, " + tableBytes + " in the table, Redis "
                + redis.map(RedisAddress::url).orElse("none");
    }
}
