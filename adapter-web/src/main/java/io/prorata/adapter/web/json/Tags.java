package io.prorata.adapter.web.json;

import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.naming.Naming;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tags in a body: a list whose duplicates are ignored. */
public final class Tags {

    public static final String TOO_MANY = "a transaction has at most " + Transaction.MOST_TAGS + " tags";

    private Tags() {}

    /** Returns the stated tags; none if the list is absent. */
    public static SortedSet<String> of(@Nullable List<String> stated) {
        SortedSet<String> tags = new TreeSet<>();
        if (stated != null) {
            stated.forEach(tag -> tags.add(Naming.name(tag)));
        }
        return tags;
    }
}
