package io.prorata.application.change;

import io.prorata.application.port.Changes.LoggedChange;
import java.util.Set;

/** Which changes can be undone. */
final class Undoable {

    private static final String IMPORTED = "bank file imported";

    /** They do more to rows than to replace them, and have their own way back. */
    private static final Set<String> OTHERWISE = Set.of("confirmations decided", "import undone");

    private Undoable() {}

    static boolean isImport(LoggedChange change) {
        return change.what().equals(IMPORTED);
    }

    /** @param replaces whether it has replaced rows or names, which are kept as they were */
    static boolean is(LoggedChange change, boolean replaces) {
        return isImport(change) || (replaces && !OTHERWISE.contains(change.what()));
    }
}
