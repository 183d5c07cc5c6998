package io.prorata.application.export;

import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.household.HouseholdId;
import java.io.OutputStream;

/**
 * Writes all data of a household, for other programs and for other books. Tokens and derived data are not included.
 */
public interface HouseholdExports {

    /** The format of an export. */
    enum Form {
        /** One JSON document, from which the same household can be created elsewhere. */
        DOCUMENT,
        /** A ZIP archive of that document and of CSV files of the same data. */
        ARCHIVE
    }

    /**
     * Writes {@code household} from one snapshot, a row at a time, in constant memory. The same household in the same format gives the same
     * bytes. It takes no write lock, and uses a read connection until it ends.
     *
     * @param to is not closed
     * @return the revision of the snapshot
     * @throws io.prorata.domain.RefusedException if there is no such household
     * @throws java.io.UncheckedIOException if {@code to} cannot be written
     */
    StampAtRevision write(HouseholdId household, Form form, OutputStream to);
}
