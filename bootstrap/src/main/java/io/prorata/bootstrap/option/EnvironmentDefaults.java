package io.prorata.bootstrap.option;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Takes missing options from the environment: {@code --database} from {@code PRORATA_DATABASE}. An empty variable counts as not set.
 */
public final class EnvironmentDefaults implements IDefaultValueProvider {

    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("--database", "PRORATA_DATABASE"),
            Map.entry("--read-database", "PRORATA_READ_DATABASE"),
            Map.entry("--host", "PRORATA_HOST"),
            Map.entry("--host-name", "PRORATA_HOST_NAME"),
            Map.entry("--public-address", "PRORATA_PUBLIC_ADDRESS"),
            Map.entry("--proxy", "PRORATA_PROXY"),
            Map.entry("--allow-origin", "PRORATA_ALLOW_ORIGIN"),
            Map.entry("--port", "PRORATA_PORT"),
            Map.entry("--redis", "PRORATA_REDIS"),
            Map.entry("--redis-ca", "PRORATA_REDIS_CA"),
            Map.entry("--near-mib", "PRORATA_NEAR_MIB"),
            Map.entry("--table-mib", "PRORATA_TABLE_MIB"),
            Map.entry("--config", "PRORATA_CONFIG"),
            Map.entry("--slow", "PRORATA_SLOW"),
            Map.entry("--access-log", "PRORATA_ACCESS_LOG"));

    private final Map<String, String> environment;

    public EnvironmentDefaults(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || !VARIABLES.containsKey(option.longestName())) {
            return null;
        }
        String value = environment.get(VARIABLES.get(option.longestName()));
        return value == null || value.isBlank() ? null : value;
    }
}
