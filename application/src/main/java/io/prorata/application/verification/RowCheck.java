package io.prorata.application.verification;

import io.prorata.application.port.RawRecords;
import io.prorata.domain.household.HouseholdId;

/** Compares each row with its digest. It names the row only; the other checks say what is wrong with it. */
final class RowCheck {

    private final HouseholdId household;
    private final RawRecords raw;
    private final Findings findings;
    private final String where;

    public RowCheck(HouseholdId household, RawRecords raw, Findings findings) {
        this.household = household;
        this.raw = raw;
        this.findings = findings;
        this.where = "household " + household;
    }

    public void run() {
        findings.read(where + ", rows", () -> {
            long read = raw.alteredRows(household, this::altered);
            findings.checked("rows compared with their digest", read);
            return read;
        });
    }

    private void altered(RawRecords.AlteredRow row) {
        findings.found(
                where + ", " + (row.table().replace('_', ' ') + " " + row.key()).strip(),
                row.missing() ? "has no digest" : "is not as it was written: its columns do not give its digest");
    }
}
