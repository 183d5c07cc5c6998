package io.prorata.domain.ledger;

import io.prorata.domain.naming.Naming;
import org.jspecify.annotations.Nullable;

/** A choice of categories. A name always means the category of this name. */
public sealed interface CategoryChoice {

    /**
     * Returns whether a category is chosen.
     *
     * @param category absent for the uncategorised
     */
    boolean includes(@Nullable String category);

    /** Returns the same choice, with its name in the form in which names are compared. */
    default CategoryChoice folded() {
        return this;
    }

    /** Every category, and the uncategorised. */
    record Every() implements CategoryChoice {
        @Override
        public boolean includes(@Nullable String category) {
            return true;
        }
    }

    /** The uncategorised. */
    record Uncategorised() implements CategoryChoice {
        @Override
        public boolean includes(@Nullable String category) {
            return category == null;
        }
    }

    /** The category of this name, whatever case and accents. */
    record Named(String name) implements CategoryChoice {
        /** Refuses an invalid name with an {@link IllegalArgumentException}. */
        public Named {
            name = Naming.name(name);
        }

        @Override
        public boolean includes(@Nullable String category) {
            return Naming.isSame(name, category);
        }

        @Override
        public CategoryChoice folded() {
            return new Named(Naming.folded(name));
        }
    }
}
