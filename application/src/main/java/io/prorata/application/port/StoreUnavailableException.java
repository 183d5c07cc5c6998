package io.prorata.application.port;

/** Thrown where the books cannot be read or written now; nothing was changed. */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why the books are out of reach. */
    public enum Reason {
        /** Somebody else holds them; trying again helps. */
        BUSY,
        /** There is no room left. */
        FULL,
        /** They can be read but not written. */
        READ_ONLY,
        /** They are damaged: {@code verify} tells more. */
        DAMAGED,
        /** Their files were removed, replaced or written to by somebody else while they were open. */
        REPLACED,
        /** They cannot be reached at all. */
        AWAY
    }

    private final Reason reason;

    public StoreUnavailableException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
