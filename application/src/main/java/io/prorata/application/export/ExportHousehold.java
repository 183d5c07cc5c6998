package io.prorata.application.export;

import io.prorata.application.export.HouseholdExports.Form;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.household.HouseholdId;
import java.io.OutputStream;

/** Gives a household away as a whole. */
public final class ExportHousehold {

    private final HouseholdExports exports;

    public ExportHousehold(HouseholdExports exports) {
        this.exports = exports;
    }

    /**
     * @param to left open
     * @return of the moment that was written
     */
    public StampAtRevision export(HouseholdId household, Form form, OutputStream to) {
        return exports.write(household, form, to);
    }
}
