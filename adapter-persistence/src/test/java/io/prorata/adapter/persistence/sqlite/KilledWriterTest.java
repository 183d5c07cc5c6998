package io.prorata.adapter.persistence.sqlite;

import static io.prorata.application.Examples.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.Spending;
import io.prorata.adapter.persistence.TemporaryBooks;
import io.prorata.domain.household.HouseholdId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the middle of writing. */
class KilledWriterTest {

    @TempDir
    Path folder;

    @Test
    void noAcknowledgedWriteIsLostAndNoneIsKeptByHalf() throws Exception {
        Path file = folder.resolve("books.db");
        HouseholdId household;
        try (SqliteDatabase database = TemporaryBooks.open(file)) {
            household = found(TemporaryBooks.over(database));
        }
        long acknowledged = 1;
        for (int kills = 0; kills < 2; kills++) {
            try (var writer = new ChildJvm(SpendingChild.class, file, household.value())) {
                for (int i = 0; i < 50; i++) {
                    acknowledged = Long.parseLong(writer.line());
                }
                List<String> rest = writer.kill();
                // The last line may be cut off, and then says too little; the one before it says enough.
                if (rest.size() > 1) {
                    acknowledged = Long.parseLong(rest.get(rest.size() - 2));
                }
            }
            try (SqliteDatabase database = TemporaryBooks.open(file)) {
                long kept =
                        Spending.read(TemporaryBooks.over(database), household).number();
                assertTrue(kept >= acknowledged, kept + " kept, " + acknowledged + " acknowledged");
                assertEquals(List.of(), Integrity.findings(file));
            }
        }
    }
}
