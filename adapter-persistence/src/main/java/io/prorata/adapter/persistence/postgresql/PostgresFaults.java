package io.prorata.adapter.persistence.postgresql;

import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.StoreUnavailableException.Reason;
import io.prorata.domain.money.SumOverflowException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Distinguishes faults of the store from faults of the program, by PostgreSQL's SQLSTATE. */
final class PostgresFaults {

    private PostgresFaults() {}

    private static final String OUT_OF_RANGE = "22003";

    /**
     * Returns the port's exception for a fault of the server or the connection, that of amounts for a sum that does not fit; otherwise {@code
     * fault} itself.
     */
    static RuntimeException translateAny(Exception fault) {
        if (isOverflow(fault)) {
            return new SumOverflowException(fault);
        }
        Optional<Reason> reason = reasonOf(fault);
        if (fault instanceof RuntimeException program && reason.isEmpty()) {
            return program;
        }
        return unavailable(reason.orElse(Reason.AWAY), fault);
    }

    /** Whether a fault concerns the connection, so that another connection may work. */
    static boolean isBroken(Exception fault) {
        return reasonOf(fault).filter(Reason.AWAY::equals).isPresent();
    }

    static StoreUnavailableException unavailable(Reason reason, Throwable cause) {
        return new StoreUnavailableException(reason, sentence(reason), cause);
    }

    /** Whether the outcome of a failed COMMIT is unknown, because the connection broke. */
    static boolean leavesInDoubt(SQLException fault) {
        String state = stateOf(fault).orElse("08");
        // 40003: completion unknown; 57P: the server is being shut down, which may be after the commit.
        return state.startsWith("08") || state.startsWith("57P") || state.equals("40003") || state.startsWith("58");
    }

    private static boolean isOverflow(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && OUT_OF_RANGE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Reason> reasonOf(@Nullable Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException pool && pool.getCause() == null) {
                // All connections of the pool are in use.
                return Optional.of(Reason.BUSY);
            }
            if (cause instanceof SQLException sql) {
                Optional<Reason> reason = stateOf(sql).flatMap(PostgresFaults::reason);
                if (reason.isPresent()) {
                    return reason;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> stateOf(SQLException fault) {
        return Optional.ofNullable(fault.getSQLState());
    }

    private static Optional<Reason> reason(String state) {
        return switch (state) {
            // A deadlock, a serialization failure, a lock time-out, too many connections, or a time-out.
            case "40001", "40P01", "55P03", "53300", "57014", "25P03" -> Optional.of(Reason.BUSY);
            case "53100", "53200", "53400" -> Optional.of(Reason.FULL);
            case "25006" -> Optional.of(Reason.READ_ONLY);
            default -> byClass(state);
        };
    }

    private static Optional<Reason> byClass(String state) {
        return switch (state.substring(0, 2)) {
            case "08", "57", "58" -> Optional.of(Reason.AWAY);
            case "XX" -> Optional.of(Reason.DAMAGED);
            default -> Optional.empty();
        };
    }

    private static String sentence(Reason reason) {
        return switch (reason) {
            case BUSY -> "the database is busy";
            case FULL -> "the database server has no room left";
            case READ_ONLY -> "the database cannot be written to";
            case DAMAGED -> "the database is damaged";
            case REPLACED -> "the database is not the one that was opened";
            case AWAY -> "the database cannot be reached";
        };
    }
}
