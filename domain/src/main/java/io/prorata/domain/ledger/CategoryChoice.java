package io.prorata.domain.ledger;

import io.prorata.domain.naming.Naming;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A choice of categories. A name always means the category of this name. */
public sealed interface CategoryChoice {

    /**
     * Returns whether a category is chosen.
     *
     * @param category absent for the uncategorised
     */
    boolean includes(@Nullable String category);

    /**
     * Returns the same choice, with its name as one of {@code names} spells it: letter by letter if one does, else whatever case and accents, the
     * first of several. The choice stays as it is where none does.
     */
    default CategoryChoice among(Collection<@Nullable String> names) {
        return this;
    }

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

    /** The category of exactly this name. */
    record Named(String name) implements CategoryChoice {
        /** Refuses an invalid name with an {@link IllegalArgumentException}. */
        public Named {
            name = Naming.name(name);
        }

        @Override
        public boolean includes(@Nullable String category) {
            return name.equals(category);
        }

        @Override
        public CategoryChoice among(Collection<@Nullable String> names) {
            return names.contains(name)
                    ? this
                    : names.stream()
                            .filter(other -> Naming.isSame(name, other))
                            .min(Naming.ORDER)
                            .<CategoryChoice>map(Named::new)
                            .orElse(this);
        }

        @Override
        public CategoryChoice folded() {
            return new Named(Naming.folded(name));
        }
    }
}
