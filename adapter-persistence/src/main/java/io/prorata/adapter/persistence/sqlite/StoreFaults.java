package io.prorata.adapter.persistence.sqlite;

import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.StoreUnavailableException.Reason;
import io.prorata.domain.money.SumOverflowException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** Distinguishes faults of the store from faults of the program. */
final class StoreFaults {

    private StoreFaults() {}

    /** SQLite has one code for all errors of a statement. */
    private static final String OVERFLOW = "integer overflow";

    /** Returns the port's exception for a fault of disk or file, that of amounts for a sum that does not fit; otherwise {@code fault} itself. */
    static RuntimeException translate(RuntimeException fault) {
        if (isOverflow(fault)) {
            return new SumOverflowException(fault);
        }
        return reasonOf(fault)
                .<RuntimeException>map(reason -> new StoreUnavailableException(reason, sentence(reason), fault))
                .orElse(fault);
    }

    static StoreUnavailableException translate(SQLException fault) {
        Reason reason = reasonOf(fault).orElse(Reason.AWAY);
        return new StoreUnavailableException(reason, sentence(reason), fault);
    }

    static StoreUnavailableException busy(Throwable cause) {
        return new StoreUnavailableException(Reason.BUSY, sentence(Reason.BUSY), cause);
    }

    static StoreUnavailableException closed() {
        return new StoreUnavailableException(
                Reason.AWAY, sentence(Reason.AWAY), new IllegalStateException("the database is closed"));
    }

    static StoreUnavailableException replaced(Throwable cause) {
        return new StoreUnavailableException(Reason.REPLACED, sentence(Reason.REPLACED), cause);
    }

    private static boolean isOverflow(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite
                    && String.valueOf(sqlite.getMessage()).contains(OVERFLOW)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Reason> reasonOf(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLiteException sqlite) {
                return reasonOf(sqlite);
            }
        }
        return Optional.empty();
    }

    private static Optional<Reason> reasonOf(SQLiteException fault) {
        // The low byte is the primary result code; extended codes add detail above it.
        return switch (fault.getResultCode().code & 0xff) {
            case 5, 6 -> Optional.of(Reason.BUSY);
            case 8 -> Optional.of(Reason.READ_ONLY);
            case 10, 14 -> Optional.of(Reason.AWAY);
            case 11, 26 -> Optional.of(Reason.DAMAGED);
            case 13 -> Optional.of(Reason.FULL);
            default -> Optional.empty();
        };
    }

    private static String sentence(Reason reason) {
        return switch (reason) {
            case BUSY -> "the books are busy";
            case FULL -> "there is no room left for the books";
            case READ_ONLY -> "the books cannot be written to";
            case DAMAGED -> "the books are damaged";
            case REPLACED -> "the files of the books were removed or replaced while they were open";
            case AWAY -> "the books cannot be reached";
        };
    }
}
