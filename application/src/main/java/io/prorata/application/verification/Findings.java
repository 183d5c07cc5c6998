package io.prorata.application.verification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is wrong, and counts what was looked at. */
public final class Findings {

    /** Nobody reads more, and one fault may have spoilt a million rows. */
    public static final int MOST = 200;

    private final Map<String, Long> checked = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private long found;

    /** Notes that {@code count} things of one kind were looked at. */
    public void checked(String things, long count) {
        checked.merge(things, count, Long::sum);
    }

    public void found(String where, String what) {
        found++;
        if (findings.size() < MOST) {
            findings.add(new Finding(where, what));
        }
    }

    /** Notes a finding unless {@code kept} is what it should be. */
    void expect(String where, String what, Object kept, Object expected) {
        if (!Objects.equals(kept, expected)) {
            found(where, what + " is " + kept + " and should be " + expected);
        }
    }

    /** Does {@code reading}; whatever keeps it from ending well is a finding, because what is kept cannot be read. */
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
