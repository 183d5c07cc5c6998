package io.prorata.adapter.web.category;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.application.port.Changes.NameChange;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A name of a category that is replaced in another thing than a row.
 *
 * @param thing {@code bill}, {@code bill_payer} (the category of the rows that pay a bill), {@code provision}, {@code budget},
 *     {@code rule} (of the category mapping), {@code sorting_rule}, {@code alias} or {@code member} (the key of a member)
 * @param key the id of the thing; of a rule its category, of an alias the former name, of a member the name
 * @param before the name before; of a rule its type; null if there was none
 * @param after the name after; of a rule its type; null if there is none
 */
@Serdeable.Serializable
public record NameChangeJson(
        String thing,
        String key,
        @Nullable String before,
        @Nullable String after) {

    public static List<NameChangeJson> of(List<NameChange> names) {
        return names.stream()
                .map(name -> new NameChangeJson(
                        name.thing().name().toLowerCase(Locale.ROOT),
                        spoken(name.key()),
                        name.before() == null ? null : spoken(name.before()),
                        name.after() == null ? null : spoken(name.after())))
                .toList();
    }

    /** A category and its subcategory stand with a slash between them. */
    private static String spoken(String name) {
        return name.replace("\n", " / ");
    }
}
