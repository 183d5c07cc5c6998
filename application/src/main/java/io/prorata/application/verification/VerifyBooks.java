package io.prorata.application.verification;

import io.prorata.application.port.Books;
import io.prorata.application.port.RawRecords;
import io.prorata.application.port.Renderer;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Store;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.naming.Naming;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Checks the books of all households: the store itself, and all derived data. */
public final class VerifyBooks {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Store.Audit audit;
    private final Optional<Rendering> rendering;

    /** A verification without stored documents. */
    public VerifyBooks(Store.Audit audit) {
        this.audit = audit;
        this.rendering = Optional.empty();
    }

    /** A verification that recomputes stored documents. */
    public VerifyBooks(Store.Audit audit, Snapshots snapshots, Renderer renderer) {
        this.audit = audit;
        this.rendering = Optional.of(new Rendering(snapshots, renderer));
    }

    private record Rendering(Snapshots snapshots, Renderer renderer) {}

    /** Reads one snapshot and changes nothing; it does not block a running server. */
    public Verification verify() {
        return verify(RawRecords::households);
    }

    /** As {@link #verify()}, of one household. */
    public Verification verify(HouseholdId only) {
        return verify(raw -> List.of(only));
    }

    private Verification verify(Function<RawRecords, List<HouseholdId>> households) {
        var findings = new Findings();
        findings.checked("stores", 1);
        audit.damage().forEach(damage -> findings.found("store", damage));
        findings.read(
                "store",
                () -> audit.inspect((books, raw) -> {
                    households.apply(raw).forEach(household -> {
                        findings.checked("households", 1);
                        findings.read("household " + household, () -> {
                            verify(household, books, raw, findings);
                            return household;
                        });
                    });
                    return raw;
                }));
        return findings.verification();
    }

    private void verify(HouseholdId household, Books books, RawRecords raw, Findings findings) {
        String where = "household " + household;
        findings.read(where + ", settings", () -> books.households().get(household));
        new HistoryCheck(household, raw, findings).run();
        var spent = new LedgerCheck(household, books, raw, findings).run();
        new PlanCheck(household, books, raw, findings).run(spent);
        var keptCheck = new CacheCheck(household, raw, findings);
        keptCheck.months(books);
        rendering.ifPresent(rendered -> keptCheck.documents(rendered.snapshots(), rendered.renderer()));
        findings.read(where + ", category mapping", () -> books.mappings().get(household));
        raw.rules(household).forEach(rule -> {
            findings.checked("category rules", 1);
            if (!rule.folded().equals(Naming.withoutCase(rule.category()))) {
                findings.found(where + ", category rule " + rule.category(), "is compared as " + rule.folded());
            }
        });
        findings.read(where + ", tokens", () -> books.tokens().all(household))
                .ifPresent(tokens -> tokens.forEach(token -> {
                    findings.checked("tokens", 1);
                    if (!HASH.matcher(token.hash()).matches()) {
                        findings.found(where + ", token " + token.id(), "its hash is none");
                    }
                }));
        // Last, because the others say more about a fault.
        new RowCheck(household, raw, findings).run();
    }
}
