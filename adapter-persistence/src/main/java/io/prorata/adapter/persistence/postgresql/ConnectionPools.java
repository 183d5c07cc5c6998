package io.prorata.adapter.persistence.postgresql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Connection pools of a PostgreSQL server, and the messages if one cannot be opened. */
final class ConnectionPools {

    /** The maximum wait for a connection. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Time-outs for locks, and for transactions that a stopped node left open. */
    private static final String LIMITS = "SET lock_timeout = '30s'; SET idle_in_transaction_session_timeout = '30s'";

    private ConnectionPools() {}

    static void closeQuietly(@Nullable HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
    }

    static HikariDataSource open(PostgresAddress address, String name, boolean reads) {
        return open(address, name, reads, PATIENCE);
    }

    static HikariDataSource open(PostgresAddress address, String name, boolean reads, Duration patience) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(address.connections());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(patience.toMillis());
        config.setInitializationFailTimeout(1);
        config.setConnectionInitSql(LIMITS);
        config.setReadOnly(reads);
        config.setTransactionIsolation(reads ? "TRANSACTION_REPEATABLE_READ" : "TRANSACTION_READ_COMMITTED");
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("connectTimeout", Long.toString(PATIENCE.toSeconds()));
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }

    static UnusableDatabaseException refused(PostgresAddress address, SQLException fault) {
        String state = Objects.requireNonNullElse(fault.getSQLState(), "");
        String reason = switch (state) {
            case "28P01", "28000" ->
                "refuses the user " + address.user()
                        + ": name or password is wrong, or the server's pg_hba.conf does not let it in. Set"
                        + " PRORATA_DATABASE_USER and PRORATA_DATABASE_PASSWORD";
            case "3D000" -> "has no database of this name. Create it, owned by " + address.user();
            case "42501" -> "does not let " + address.user() + " do what is needed: " + fault.getMessage();
            case "53300" -> "has no connection left. Raise max_connections, or lower the pool";
            default ->
                state.startsWith("08") || state.isEmpty()
                        ? "cannot be reached: " + fault.getMessage()
                        : "cannot serve: " + fault.getMessage();
        };
        return new UnusableDatabaseException(address.shown() + " " + reason + ".", fault);
    }
}
