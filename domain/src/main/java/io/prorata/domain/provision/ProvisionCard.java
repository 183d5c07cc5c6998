package io.prorata.domain.provision;

import io.prorata.domain.naming.Naming;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a provision presents itself: the same for every month.
 *
 * @param colour {@code #rrggbb}
 * @param position in the order of display, smallest first; equal ones by id
 */
public record ProvisionCard(
        String name,
        @Nullable String description,
        @Nullable String category,
        @Nullable String icon,
        @Nullable String colour,
        int position) {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    /** Refuses what is no name, no colour or no position with an {@link IllegalArgumentException}. */
    public ProvisionCard {
        name = Naming.name(name);
        description = description == null ? null : Naming.label(description);
        category = Naming.optionalName(category);
        icon = Naming.optionalName(icon);
        if (colour != null && !COLOUR.matcher(colour).matches()) {
            throw new IllegalArgumentException("a colour is written #rrggbb");
        }
        if (position < 0 || position > 10_000) {
            throw new IllegalArgumentException("a position lies between 0 and 10000");
        }
    }

    /** Returns this card with another category. */
    public ProvisionCard inCategory(@Nullable String other) {
        return new ProvisionCard(name, description, other, icon, colour, position);
    }

    /** A card with nothing but a name. */
    public static ProvisionCard named(String name) {
        return new ProvisionCard(name, null, null, null, null, 0);
    }
}
