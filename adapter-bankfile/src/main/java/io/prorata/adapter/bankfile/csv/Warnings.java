package io.prorata.adapter.bankfile.csv;

import io.prorata.application.bankfile.ReadWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects warnings up to a limit, and counts the rest. */
final class Warnings {

    private static final int MOST = 100;

    private final List<ReadWarning> warnings = new ArrayList<>();
    private long more;

    void ofFile(String text) {
        warnings.add(ReadWarning.ofFile(text));
    }

    /** @param text asked for if the warning is one that is shown */
    void ofLine(int line, Supplier<String> text) {
        if (warnings.size() < MOST) {
            warnings.add(ReadWarning.ofLine(line, text.get()));
        } else {
            more++;
        }
    }

    List<ReadWarning> all() {
        List<ReadWarning> all = new ArrayList<>(warnings);
        if (more > 0) {
            all.add(ReadWarning.ofFile(more + " more lines have such a warning"));
        }
        return List.copyOf(all);
    }
}
