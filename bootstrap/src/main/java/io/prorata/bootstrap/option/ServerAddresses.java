package io.prorata.bootstrap.option;

import io.prorata.adapter.persistence.postgresql.PostgresAddress;
import java.util.Map;

/** Reads the address and credentials of a database server from the environment, because other users can read a command line. */
final class ServerAddresses {

    private static final String USER = "PRORATA_DATABASE_USER";
    private static final String PASSWORD = "PRORATA_DATABASE_PASSWORD";
    private static final String CONNECTIONS = "PRORATA_DATABASE_CONNECTIONS";
    private static final int USUAL_CONNECTIONS = 8;
    private static final int MOST_CONNECTIONS = 1_000;

    private ServerAddresses() {}

    static PostgresAddress read(String url, Map<String, String> environment) {
        String user = environment.get(USER);
        if (user == null || user.isBlank()) {
            throw new UsageException("Set " + USER + " to the role that owns the books on the database server.");
        }
        return new PostgresAddress(
                url, user, Secrets.read(PASSWORD, environment).orElse(""), connections(environment));
    }

    private static int connections(Map<String, String> environment) {
        String stated = environment.getOrDefault(CONNECTIONS, Integer.toString(USUAL_CONNECTIONS));
        if (!stated.matches("[1-9][0-9]{0,3}") || Integer.parseInt(stated) > MOST_CONNECTIONS) {
            throw new UsageException(CONNECTIONS + " has to be a number from 1 to " + MOST_CONNECTIONS + ".");
        }
        return Integer.parseInt(stated);
    }
}
