package io.prorata.adapter.persistence.sqlite;

import io.prorata.adapter.persistence.Spending;
import io.prorata.adapter.persistence.TemporaryBooks;
import io.prorata.domain.household.HouseholdId;
import java.nio.file.Path;

/** Owns a database, and writes to it until it is killed; says each revision once it is acknowledged. */
final class SpendingChild {

    private SpendingChild() {}

    public static void main(String[] arguments) {
        try (SqliteDatabase database = TemporaryBooks.open(Path.of(arguments[0]))) {
            var household = new HouseholdId(Long.parseLong(arguments[1]));
            var work = TemporaryBooks.over(database);
            while (true) {
                System.out.println(Spending.once(work, household).number());
            }
        }
    }
}
