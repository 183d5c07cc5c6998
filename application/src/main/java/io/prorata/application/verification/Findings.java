package io.prorata.application.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects faults, and counts what was checked. */
public final class Findings {

    /** The maximum number of listed faults: one cause may affect a million rows. */
    public static final int MOST = 200;

    private final Map<String, Long> checked = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private long found;

    /** Counts {@code count} checked things of one kind. */
    public void checked(String things, long count) {
        checked.merge(things, count, Long::sum);
    }

    public void found(String where, String what) {
        found++;
        if (findings.size() < MOST) {
            findings.add(new Finding(where, what));
        }
    }

    /** Adds a finding unless {@code kept} has the expected value. */
    void expect(String where, String what, Object kept, Object expected) {
        if (!Objects.equals(kept, expected)) {
            found(where, what + " is " + kept + " and should be " + expected);
        }
    }

    /** Runs {@code reading}; any exception is a finding, because the data cannot be read. */
    public <T> Optional<T> read(String where, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (RuntimeException e) {
            found(where, "cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    public Verification verification() {
        return new Verification(checked, findings, found);
    }
}
