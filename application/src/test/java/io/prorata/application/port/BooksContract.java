package io.prorata.application.port;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** What the contracts of the books have in common: a set of books to keep their promises. */
public interface BooksContract {

    /** Returns new books without any household. */
    UnitOfWork empty();

    /** Returns how many random households a test lives through: fewer where each costs more. */
    default int examples() {
        return 60;
    }

    /** Fails unless {@code executable} throws; which exception says that a caller has a bug is the adapter's choice. */
    static void assertRejected(Executable executable) {
        assertThrows(RuntimeException.class, executable);
    }
}
