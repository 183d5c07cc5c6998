package io.prorata.adapter.persistence.sqlite;

import io.prorata.adapter.persistence.TemporaryBooks;
import io.prorata.adapter.persistence.engine.UnusableDatabaseException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;

/** Tries to own a database, says what came of it, and keeps it until its input ends. */
final class OwningChild {

    private OwningChild() {}

    public static void main(String[] arguments) throws IOException {
        try (SqliteDatabase database = TemporaryBooks.open(Path.of(arguments[0]))) {
            var note = new Properties();
            note.setProperty("port", "4711");
            database.lock().orElseThrow().announce(note);
            System.out.println("owned");
            System.in.read();
        } catch (UnusableDatabaseException e) {
            System.out.println(e.getMessage());
        }
    }
}
