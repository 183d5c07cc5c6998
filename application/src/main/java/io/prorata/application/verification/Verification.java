package io.prorata.application.verification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a look through the books came to.
 *
 * @param checked how many of which things were looked at, in the order of looking
 * @param findings the first of them, at most {@link Findings#MOST}
 * @param found how many there are
 */
public record Verification(Map<String, Long> checked, List<Finding> findings, long found) {

    public Verification {
        checked = Collections.unmodifiableMap(new LinkedHashMap<>(checked));
        findings = List.copyOf(findings);
    }

    /** Whether nothing is wrong. */
    public boolean isSound() {
        return found == 0;
    }
}
