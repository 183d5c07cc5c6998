package io.prorata.application.export;

import io.prorata.application.export.HouseholdExports.Form;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.household.HouseholdId;
import java.io.OutputStream;

/** Exports a whole household. */
public final class ExportHousehold {

    private final HouseholdExports exports;

    public ExportHousehold(HouseholdExports exports) {
        this.exports = exports;
    }

    /**
     * @param to is not closed
     * @return the revision of the snapshot that was written
     */
    public StampAtRevision export(HouseholdId household, Form form, OutputStream to) {
        return exports.write(household, form, to);
    }
}
