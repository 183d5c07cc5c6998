package io.prorata.bootstrap.option;

import io.prorata.adapter.cache.RedisAddress;
import io.prorata.bootstrap.composition.TierSettings;
import io.prorata.bootstrap.environment.CommandEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the tiers. No answer depends on them. */
public final class TierOptions {

    private static final int MOST_MIB = 1024;
    private static final int BYTES_OF_A_MIB = 1024 * 1024;
    private static final Pattern REDIS = Pattern.compile("rediss?://[^\\s/]+(/[0-9]{1,2})?");

    @Option(
            names = "--redis",
            paramLabel = "ADDRESS",
            description = {
                "Keep finished answers in this Redis too, which several nodes may share: redis://host:port.",
                "It may be away: then answers come from here. Environment: PRORATA_REDIS.",
                "Its password is PRORATA_REDIS_PASSWORD, or stands in the file PRORATA_REDIS_PASSWORD_FILE; rediss:// is TLS."
            })
    private @Nullable String redis;

    @Option(
            names = "--redis-ca",
            paramLabel = "FILE",
            description = {
                "Over TLS, trust these authorities (certificates in PEM) instead of those of this machine.",
                "Environment: PRORATA_REDIS_CA."
            })
    private @Nullable Path redisCa;

    @Option(
            names = "--near-mib",
            paramLabel = "MIB",
            description = "How much memory kept answers may take. Default: 32. Environment: PRORATA_NEAR_MIB.")
    private int nearMib = (int) (TierSettings.USUAL.nearBytes() / BYTES_OF_A_MIB);

    @Option(
            names = "--table-mib",
            paramLabel = "MIB",
            description = {
                "How much kept answers may take beside the books, over a restart. Default: 64.",
                "Environment: PRORATA_TABLE_MIB."
            })
    private int tableMib = (int) (TierSettings.USUAL.tableBytes() / BYTES_OF_A_MIB);

    public TierSettings settings(CommandEnvironment environment) {
        var settings = new TierSettings(bytes("--near-mib", nearMib), bytes("--table-mib", tableMib), Optional.empty());
        if (redis == null) {
            return settings;
        }
        if (redis.contains("@")) {
            throw new UsageException(
                    "The password of Redis is not part of its address, where other users of the machine"
                            + " could read it. Set PRORATA_REDIS_PASSWORD, or PRORATA_REDIS_PASSWORD_FILE.");
        }
        if (!REDIS.matcher(redis).matches()) {
            throw new UsageException("--redis wants an address such as redis://127.0.0.1:6379, not " + redis + ".");
        }
        return settings.withRedis(new RedisAddress(
                redis, Secrets.read("PRORATA_REDIS_PASSWORD", environment.environment()), authorities(redis)));
    }

    private Optional<TrustManagerFactory> authorities(String address) {
        if (redisCa == null) {
            return Optional.empty();
        }
        if (!address.startsWith("rediss://")) {
            throw new UsageException("--redis-ca is for TLS: the address of --redis has to begin with rediss://.");
        }
        try {
            return Optional.of(RedisAddress.authorities(redisCa));
        } catch (IOException e) {
            throw new UsageException("--redis-ca: " + redisCa + " cannot be used: " + e.getMessage() + ".");
        }
    }

    private static long bytes(String option, int mib) {
        if (mib < 1 || mib > MOST_MIB) {
            throw new UsageException(option + " wants 1 to " + MOST_MIB + ", not " + mib + ".");
        }
        return (long) mib * BYTES_OF_A_MIB;
    }
}
