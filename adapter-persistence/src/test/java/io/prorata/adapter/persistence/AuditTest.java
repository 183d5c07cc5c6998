package io.prorata.adapter.persistence;

import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.household.HouseholdId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The audit grows, and nothing else. */
class AuditTest {

    private final TemporaryBooks books = new TemporaryBooks();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void itIsNeitherAlteredNorShortened() {
        HouseholdId household = found(books.work());
        Spending.once(books.work(), household);
        List<List<Object>> before = audit();

        for (String tampering : List.of(
                "UPDATE audit SET actor = 'somebody else'",
                "DELETE FROM audit WHERE revision = 2",
                "DELETE FROM audit",
                "UPDATE audit SET revision = revision + 1")) {
            var refused =
                    assertThrows(RuntimeException.class, () -> books.database().write(sql -> sql.execute(tampering)));
            assertTrue(String.valueOf(refused.getMessage()).contains("append-only"), refused.getMessage());
        }

        assertEquals(2, before.size());
        assertEquals(before, audit());
    }

    @Test
    void itSaysWhen() {
        found(books.work());

        assertEquals(List.of(List.of(NOON.toString())), books.rows("SELECT at FROM audit"));
    }

    private List<List<Object>> audit() {
        return books.rows("SELECT * FROM audit ORDER BY household_id, revision");
    }
}
