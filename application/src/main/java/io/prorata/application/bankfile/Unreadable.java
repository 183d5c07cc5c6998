package io.prorata.application.bankfile;

import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;

/** Why a file as a whole is refused. The names are stable: scripts and pages refer to them. */
public enum Unreadable {
    EMPTY_FILE("empty-file"),
    NOT_TEXT("not-text"),
    OTHER_FORMAT("other-format"),
    UNKNOWN_ENCODING("unknown-encoding"),
    UNKNOWN_DELIMITER("unknown-delimiter"),
    NO_HEADER("no-header"),
    MISSING_COLUMN("missing-column"),
    UNKNOWN_COLUMN("unknown-column"),
    AMBIGUOUS_COLUMNS("ambiguous-columns"),
    AMBIGUOUS_DATES("ambiguous-dates"),
    AMBIGUOUS_AMOUNTS("ambiguous-amounts"),
    AMBIGUOUS_SIGNS("ambiguous-signs"),
    NO_LINES("no-lines");

    private final String reason;

    Unreadable(String reason) {
        this.reason = reason;
    }

    public String reason() {
        return reason;
    }

    public RefusedException because(String detail) {
        return new RefusedException(new Refusal.UnreadableBankFile(reason, detail, null));
    }

    /** @param settledBy the option with which its sender can settle it */
    public RefusedException because(String detail, ReadOption settledBy) {
        return new RefusedException(new Refusal.UnreadableBankFile(reason, detail, settledBy.parameter()));
    }
}
