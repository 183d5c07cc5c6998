package io.prorata.bootstrap.operator;

import java.net.URI;
import java.util.Properties;

/**
 * The address and secret of the server that owns a database; readable by the server's user alone.
 *
 * @param secret proves that the command line can read this file
 */
public record OwnerFile(URI address, String secret) {

    private static final String ADDRESS = "address";
    private static final String SECRET = "secret";

    /** Parses the output of {@link #toProperties}. */
    public static OwnerFile of(Properties note) {
        return new OwnerFile(URI.create(note.getProperty(ADDRESS, "")), note.getProperty(SECRET, ""));
    }

    public Properties toProperties() {
        var note = new Properties();
        note.setProperty(ADDRESS, address.toString());
        note.setProperty(SECRET, secret);
        return note;
    }

    /** Omits the secret, for logs. */
    @Override
    public String toString() {
        return "the server at " + address;
    }
}
