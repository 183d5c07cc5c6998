package io.prorata.application.verification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of a verification.
 *
 * @param checked the number of checked things by kind, in order
 * @param findings the first faults, at most {@link Findings#MOST}
 * @param found the number of all faults
 */
public record Verification(Map<String, Long> checked, List<Finding> findings, long found) {

    public Verification {
        checked = Collections.unmodifiableMap(new LinkedHashMap<>(checked));
        findings = List.copyOf(findings);
    }

    /** Whether no fault was found. */
    public boolean isSound() {
        return found == 0;
    }
}
