package io.prorata.application.verification;

import io.prorata.application.port.Books;
import io.prorata.application.port.RawRecords;
import io.prorata.application.port.RawRecords.KeptDocument;
import io.prorata.application.port.RawRecords.KeptMonth;
import io.prorata.application.port.Renderer;
import io.prorata.application.port.Snapshots;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.query.ViewType;
import io.prorata.application.view.Document;
import io.prorata.application.view.Snapshot;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Statistics;
import java.time.YearMonth;

/** Recomputes stored totals and documents that are current, and compares. Those that are out of date are never shown and not checked. */
final class CacheCheck {

    private final HouseholdId household;
    private final RawRecords raw;
    private final Findings findings;
    private final String where;

    public CacheCheck(HouseholdId household, RawRecords raw, Findings findings) {
        this.household = household;
        this.raw = raw;
        this.findings = findings;
        this.where = "household " + household;
    }

    /** Adds up the rows of the stored months. */
    public void months(Books books) {
        for (KeptMonth kept : raw.keptMonths(household)) {
            findings.checked("kept months", 1);
            String here = where + ", kept month " + kept.month();
            if (kept.facts().isEmpty()) {
                findings.found(here, "its totals do not give their check value");
                continue;
            }
            findings.read(here, () -> books.ledger().facts(household, YearMonth.parse(kept.month())))
                    .ifPresent(facts -> findings.expect(
                            here, "what it adds up to", kept.facts().get(), summed(facts)));
        }
    }

    private static MonthFacts summed(MonthFacts facts) {
        return new MonthFacts(facts.groups().stream()
                .map(group -> new GroupTotal(
                        group.key(),
                        Statistics.summed(
                                group.statistics().count(), group.statistics().sum())))
                .toList());
    }

    /** Computes the stored documents that are current in this snapshot. */
    public void documents(Snapshots snapshots, Renderer renderer) {
        for (KeptDocument kept : raw.keptDocuments(household)) {
            String here = where + ", kept document " + kept.query();
            findings.read(here, () -> {
                ViewQuery query = ViewType.read(kept.query());
                Snapshot snapshot = snapshots.take(household, query.request().onlyFromRows());
                boolean shown = kept.viewVersion() == renderer.version()
                        && kept.epoch()
                                .equals(snapshot.stampAtRevision().revision().epoch())
                        && kept.stamp().equals(snapshot.stampAtRevision().stamp());
                if (shown) {
                    findings.checked("kept documents", 1);
                    Document computed = renderer.render(query.answer(snapshot));
                    if (!computed.equals(kept.document())) {
                        findings.found(here, "is not what is computed from the rows");
                    }
                }
                return query;
            });
        }
    }
}
