package io.prorata.application.verification;

import io.prorata.application.port.RawRecords;
import io.prorata.application.port.RawRecords.AuditSpan;
import io.prorata.application.port.RawRecords.Ids;
import io.prorata.application.port.RawRecords.KeptScope;
import io.prorata.application.port.RawRecords.KeptScope.ScopeKind;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/** Checks the history of a household: one audit row for each revision, and no scope or id ahead of it. */
final class HistoryCheck {

    private final HouseholdId household;
    private final RawRecords raw;
    private final Findings findings;
    private final String where;

    public HistoryCheck(HouseholdId household, RawRecords raw, Findings findings) {
        this.household = household;
        this.raw = raw;
        this.findings = findings;
        this.where = "household " + household;
    }

    public void run() {
        Stamp latest = raw.latest(household);
        audit(latest.revision());
        findings.read(where + ", scopes", () -> {
            List<KeptScope> scopes = raw.scopes(household);
            scopes(latest, scopes);
            return scopes.size();
        });
        raw.ids(household).forEach(this::ids);
    }

    private void audit(long revision) {
        AuditSpan audit = raw.audit(household);
        findings.checked("changes in the audit", audit.rows());
        var whole = new AuditSpan(revision, 1, revision);
        if (!audit.equals(whole)) {
            findings.found(
                    where + ", audit",
                    "has " + audit.rows() + " changes from revision " + audit.first() + " to " + audit.last()
                            + " and should have one for each revision from 1 to " + revision);
        }
    }

    private void scopes(Stamp latest, List<KeptScope> scopes) {
        findings.checked("scopes", scopes.size());
        Map<Long, Long> nonces = raw.nonces(household);
        nonce(where, latest, nonces);
        for (KeptScope scope : scopes) {
            String here = where + ", scope " + scope.kind() + " " + scope.month();
            Stamp stamp = scope.stamp();
            if (stamp.revision() < 1 || stamp.revision() > latest.revision()) {
                findings.found(here, "is of revision " + stamp.revision() + " of a household at " + latest.revision());
            }
            nonce(here, stamp, nonces);
            if (scope.kind() == ScopeKind.LEDGER || scope.kind() == ScopeKind.PLAN) {
                findings.read(here, () -> YearMonth.parse(scope.month()));
            }
        }
        // Every change makes at least one scope stale.
        if (scopes.stream().noneMatch(scope -> scope.stamp().equals(latest))) {
            findings.found(where + ", scopes", "none is of the latest revision, " + latest.revision());
        }
    }

    /** If the audit has no such revision, that is the finding. */
    private void nonce(String here, Stamp stamp, Map<Long, Long> nonces) {
        Long drawn = nonces.get(stamp.revision());
        if (drawn != null && drawn != stamp.nonce()) {
            findings.found(here, "its nonce is not the one that was drawn for revision " + stamp.revision());
        }
    }

    private void ids(Ids ids) {
        findings.checked("counters", 1);
        if (ids.given() < ids.largest()) {
            findings.found(
                    where + ", ids",
                    "the last " + ids.thing() + " id given is " + ids.given() + ", but " + ids.largest()
                            + " is in use");
        }
    }
}
