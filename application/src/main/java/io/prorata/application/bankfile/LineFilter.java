package io.prorata.application.bankfile;

import java.util.Locale;
import java.util.Set;

/**
 * Lines that have one of some values in a column.
 *
 * @param values in small letters, without blanks around them; the empty one is that of a field with nothing in it
 */
public record LineFilter(ColumnRef column, Set<String> values) {

    public LineFilter {
        values = Set.copyOf(values);
    }

    /** Returns whether a line with {@code value} in the column is one of them. */
    public boolean matches(String value) {
        return values.contains(value.strip().toLowerCase(Locale.ROOT));
    }
}
