package io.prorata.application.view;

import io.prorata.domain.household.HouseholdId;
import java.util.Set;

/**
 * The documents that a client already has (If-None-Match).
 *
 * @param any whether the client has any version ({@code *})
 * @param tags as {@link DocumentVersion#tag} returns them
 */
public record KnownDocuments(boolean any, Set<String> tags) {

    /** The client has no document. */
    public static final KnownDocuments NONE = new KnownDocuments(false, Set.of());

    /** The client has any version. */
    public static final KnownDocuments ANY = new KnownDocuments(true, Set.of());

    public KnownDocuments {
        tags = Set.copyOf(tags);
    }

    /** The client has the documents with these tags. */
    public static KnownDocuments of(Set<String> tags) {
        return new KnownDocuments(false, tags);
    }

    /**
     * Returns whether the client has this version of a document.
     *
     * @param query in its canonical text
     */
    public boolean has(HouseholdId household, String query, DocumentVersion version) {
        // A tag needs a hash, so it is computed only if the client has documents.
        return any || (!tags.isEmpty() && tags.contains(version.tag(household, query)));
    }
}
