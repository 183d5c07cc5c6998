package io.prorata.application.port;

/** Thrown if the books cannot be read or written now; nothing was changed. */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The reason. */
    public enum Reason {
        /** Other reads or writes hold them; trying again helps. */
        BUSY,
        /** The disk is full. */
        FULL,
        /** They can be read but not written. */
        READ_ONLY,
        /** They are damaged: {@code verify} tells more. */
        DAMAGED,
        /** Another program removed, replaced or wrote to their files while they were open. */
        REPLACED,
        /** They cannot be reached. */
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
