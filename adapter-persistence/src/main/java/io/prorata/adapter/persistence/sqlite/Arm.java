package io.prorata.adapter.persistence.sqlite;

import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * One select of a {@code UNION ALL} as it is written, but for what makes it as wide as the others and tells it from them.
 *
 * @param before up to the end of its own columns
 * @param behind the rest of it
 */
record Arm(String before, String behind) {

    private static final String MARK = "the_rest";

    /** Stands behind a select's own columns where an arm is made of it. */
    static final Field<?> REST = DSL.field(DSL.raw(MARK));

    /** @param text of a select whose last column is {@link #REST} */
    static Arm of(String text) {
        int mark = text.indexOf(MARK);
        return new Arm(text.substring(0, mark), text.substring(mark + MARK.length()));
    }

    /** @param padding so many columns of no value */
    String written(int padding, int tag) {
        return before + "null, ".repeat(padding) + tag + behind;
    }
}
