package io.prorata.bootstrap.operator;

import java.net.URI;
import java.util.Properties;

/**
 * How the command line reaches the server that owns a database; readable by the server's user alone.
 *
 * @param secret by which the command line proves that it may read the note
 */
public record OwnerFile(URI address, String secret) {

    private static final String ADDRESS = "address";
    private static final String SECRET = "secret";

    /** Reads a note, as {@link #toProperties} has written it. */
    public static OwnerFile of(Properties note) {
        return new OwnerFile(URI.create(note.getProperty(ADDRESS, "")), note.getProperty(SECRET, ""));
    }

    public Properties toProperties() {
        var note = new Properties();
        note.setProperty(ADDRESS, address.toString());
        note.setProperty(SECRET, secret);
        return note;
    }

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "the server at " + address;
    }
}
