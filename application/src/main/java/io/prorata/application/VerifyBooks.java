package io.prorata.application;

import io.prorata.application.port.Books;
import io.prorata.application.port.Evidence;
import io.prorata.application.port.Inspection;
import io.prorata.application.port.Renderer;
import io.prorata.application.port.Snapshots;
import io.prorata.application.verification.Findings;
import io.prorata.application.verification.HistoryCheck;
import io.prorata.application.verification.KeptCheck;
import io.prorata.application.verification.LedgerCheck;
import io.prorata.application.verification.PlanCheck;
import io.prorata.application.verification.Verification;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.naming.Naming;
import java.util.Optional;
import java.util.regex.Pattern;

/** Checks the books of all households: the store itself, and everything in it that follows from something else. */
public final class VerifyBooks {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Inspection inspection;
    private final Optional<Rendering> rendering;

    /** One that leaves kept documents alone. */
    public VerifyBooks(Inspection inspection) {
        this.inspection = inspection;
        this.rendering = Optional.empty();
    }

    /** One that computes kept documents anew. */
    public VerifyBooks(Inspection inspection, Snapshots snapshots, Renderer renderer) {
        this.inspection = inspection;
        this.rendering = Optional.of(new Rendering(snapshots, renderer));
    }

    private record Rendering(Snapshots snapshots, Renderer renderer) {}

    /** Reads, and changes nothing; beside a running server it sees one moment and holds nobody up. */
    public Verification verify() {
        var findings = new Findings();
        findings.checked("stores", 1);
        inspection.damage().forEach(damage -> findings.found("store", damage));
        findings.read(
                "store",
                () -> inspection.inspect((books, evidence) -> {
                    evidence.households().forEach(household -> {
                        findings.checked("households", 1);
                        findings.read("household " + household, () -> {
                            verify(household, books, evidence, findings);
                            return household;
                        });
                    });
                    return evidence;
                }));
        return findings.verification();
    }

    private void verify(HouseholdId household, Books books, Evidence evidence, Findings findings) {
        String where = "household " + household;
        findings.read(where + ", settings", () -> books.households().get(household));
        new HistoryCheck(household, evidence, findings).run();
        var spent = new LedgerCheck(household, books, evidence, findings).run();
        new PlanCheck(household, books, evidence, findings).run(spent);
        var keptCheck = new KeptCheck(household, evidence, findings);
        keptCheck.months(books);
        rendering.ifPresent(rendered -> keptCheck.documents(rendered.snapshots(), rendered.renderer()));
        findings.read(where + ", category mapping", () -> books.mappings().get(household));
        evidence.rules(household).forEach(rule -> {
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
    }
}
