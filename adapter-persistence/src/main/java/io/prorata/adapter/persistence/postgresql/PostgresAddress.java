package io.prorata.adapter.persistence.postgresql;

import io.prorata.adapter.persistence.engine.UnusableDatabaseException;

/**
 * The address and credentials of a PostgreSQL database.
 *
 * @param url {@code jdbc:postgresql://host/database?...}, without user and password
 * @param connections for writes and for reads, each
 */
public record PostgresAddress(String url, String user, String password, int connections) {

    public static final String PREFIX = "jdbc:postgresql:";

    /** Refuses an address with user or password, because other users of the machine can read a command line. */
    public PostgresAddress {
        if (!url.startsWith(PREFIX)) {
            throw new UnusableDatabaseException(
                    "The database has to be a file or " + PREFIX + "//host/name, and is " + shown(url) + ".");
        }
        if (url.matches(".*[?&](user|password)=.*") || url.matches("jdbc:postgresql://[^/?]*@.*")) {
            throw new UnusableDatabaseException(
                    "User and password of the database are not named in its address, where other users of the machine"
                            + " could read them. Set PRORATA_DATABASE_USER and PRORATA_DATABASE_PASSWORD, or"
                            + " PRORATA_DATABASE_PASSWORD_FILE.");
        }
        if (connections < 1) {
            throw new IllegalArgumentException("at least one connection");
        }
    }

    /** Returns the address without its parameters, for messages. */
    public String shown() {
        return shown(url);
    }

    private static String shown(String url) {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    /** Omits the password. */
    @Override
    public String toString() {
        return shown();
    }
}
