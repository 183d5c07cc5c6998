package io.prorata.application.view;

import io.prorata.domain.household.HouseholdId;
import java.util.Set;

/**
 * The documents that an asker has already: of these they are told only that they are still current.
 *
 * @param any whether they have one of whatever is asked for, under whatever tag
 * @param tags as {@link DocumentVersion#tag} makes them
 */
public record KnownDocuments(boolean any, Set<String> tags) {

    /** The asker has no document. */
    public static final KnownDocuments NONE = new KnownDocuments(false, Set.of());

    /** The asker has a document of whatever is asked for. */
    public static final KnownDocuments ANY = new KnownDocuments(true, Set.of());

    public KnownDocuments {
        tags = Set.copyOf(tags);
    }

    /** The asker has the documents of these tags. */
    public static KnownDocuments of(Set<String> tags) {
        return new KnownDocuments(false, tags);
    }

    /** Returns whether the asker has this version of the document of {@code query}. */
    public boolean has(HouseholdId household, ViewQuery query, DocumentVersion version) {
        // A tag takes a hash: only for an asker who has something is one made.
        return any || (!tags.isEmpty() && tags.contains(version.tag(household, query)));
    }
}
