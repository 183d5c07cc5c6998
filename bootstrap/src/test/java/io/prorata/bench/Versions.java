package io.prorata.bench;

import io.netty.bootstrap.ServerBootstrap;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Says what the figures of a report were measured with. */
final class Versions {

    private Versions() {}

    public static void main(String... arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            System.out.printf(
                    "Java %s, SQLite %s, Netty %s, Micronaut %s, %s.%n",
                    Runtime.version(),
                    connection.getMetaData().getDatabaseProductVersion(),
                    version(ServerBootstrap.class),
                    version(io.micronaut.http.server.netty.NettyHttpServer.class),
                    System.getProperty("os.name") + " " + System.getProperty("os.version"));
        }
    }

    private static String version(Class<?> of) {
        return of.getPackage().getImplementationVersion();
    }
}
