package io.prorata.adapter.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.application.freshness.FreshnessContract;
import io.prorata.application.freshness.PlainRenderer;
import io.prorata.application.verification.VerifyBooks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The books in SQLite keep views fresh, and whatever households live through, their books are right. */
class JooqFreshnessTest implements FreshnessContract {

    private final List<TemporaryBooks> open = new ArrayList<>();

    @Override
    public Shelf shelf() {
        var books = new TemporaryBooks();
        open.add(books);
        return new Shelf(books.work(), books.work().snapshots(), new PlainRenderer());
    }

    @Override
    public int seeds() {
        return 4;
    }

    @AfterEach
    void verify() {
        for (TemporaryBooks books : open) {
            assertEquals(
                    List.of(),
                    new VerifyBooks(new JooqStoreAudit(books.database()))
                            .verify()
                            .findings());
            books.close();
        }
    }
}
