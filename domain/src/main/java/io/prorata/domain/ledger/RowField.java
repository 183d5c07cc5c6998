package io.prorata.domain.ledger;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A part of a row that a person or a sorting rule chooses. */
public enum RowField {
    /** The category. */
    CATEGORY,
    /** The subcategory. */
    SUBCATEGORY,
    /** The expense type. */
    TYPE,
    /** All tags together. */
    TAGS,
    /** Whether the row is left out of all sums. */
    EXCLUDED,
    /** Whether the row is the household's business. */
    COMMON,
    /** How the row divides, where it states it. */
    SPLIT,
    /** Who paid, where the row states it. */
    PAYER,
    /** The bill or the provision that the row names. */
    LINK,
    /** The member, or everybody, whom an income or a transfer comes from. */
    SOURCE;

    /** Returns the value of this field of {@code row}; absent if it has none. */
    public @Nullable Object of(Transaction row) {
        return switch (this) {
            case CATEGORY -> row.classification().category();
            case SUBCATEGORY -> row.classification().subcategory();
            case TYPE -> row.classification().type();
            case TAGS -> row.tags();
            case EXCLUDED -> row.classification().excluded();
            case COMMON -> row.attribution().common();
            case SPLIT -> row.attribution().split().orElse(null);
            case PAYER -> row.attribution().payer().orElse(null);
            case LINK -> row.attribution().link().orElse(null);
            case SOURCE -> row.attribution().source().orElse(null);
        };
    }

    /** Returns the name of the field in stored choices. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
