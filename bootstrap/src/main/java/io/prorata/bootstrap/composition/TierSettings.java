package io.prorata.bootstrap.composition;

import io.prorata.adapter.cache.RedisAddress;
import java.util.Optional;

/**
 * The limits of the tiers, and the Redis.
 *
 * @param nearBytes the limit of documents in memory
 * @param tableBytes the limit of documents in the table
 * @param redis shared by nodes; none if empty
 */
public record TierSettings(long nearBytes, long tableBytes, Optional<RedisAddress> redis) {

    private static final long MIB = 1024L * 1024;

    public static final TierSettings USUAL = new TierSettings(32 * MIB, 64 * MIB, Optional.empty());

    public TierSettings withRedis(RedisAddress address) {
        return new TierSettings(nearBytes, tableBytes, Optional.of(address));
    }

    /** Omits the password. */
    @Override
    public String toString() {
        return nearBytes + " bytes near, " + tableBytes + " in the table, Redis "
                + redis.map(RedisAddress::url).orElse("none");
    }
}
