package io.prorata.application.export;

import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.household.HouseholdId;
import java.io.OutputStream;

/**
 * Writes down all that a household keeps, for other programs and for a move to other books. Tokens, and what is computed from the rest, are
 * not part of it.
 */
public interface HouseholdExports {

    /** In which form. */
    enum Form {
        /** One JSON document, from which the same household can be made elsewhere. */
        DOCUMENT,
        /** A ZIP archive of that document and of CSV files of the same. */
        ARCHIVE
    }

    /**
     * Writes {@code household} as it is at one moment, a row at a time: memory does not grow with it. The same household in the same form
     * gives the same bytes. It takes no lock that a write holds, and a reader of the store until it ends.
     *
     * @param to left open
     * @return of that moment
     * @throws io.prorata.domain.RefusedException if there is no such household
     * @throws java.io.UncheckedIOException if {@code to} takes no more
     */
    StampAtRevision write(HouseholdId household, Form form, OutputStream to);
}
