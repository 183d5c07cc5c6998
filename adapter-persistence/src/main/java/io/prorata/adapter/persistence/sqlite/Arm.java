package io.prorata.adapter.persistence.sqlite;

import java.util.List;
import org.jooq.Context;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * One select of a {@code UNION ALL} as it is written, but for what makes it as wide as the others and tells it from them.
 *
 * @param before up to the end of its own columns
 * @param behind the rest of it, in pieces between which values are bound
 */
record Arm(String before, List<String> behind) {

    private static final String MARK = "the_rest";

    /** Stands behind a select's own columns where an arm is made of it. */
    static final Field<?> REST = DSL.field(DSL.raw(MARK));

    /** @param text of a select whose last column is {@link #REST}, with a question mark for each value */
    static Arm of(String text) {
        int mark = text.indexOf(MARK);
        return new Arm(
                text.substring(0, mark),
                List.of(text.substring(mark + MARK.length()).split("\\?", -1)));
    }

    /** Writes it with {@code padding} columns of no value, told from the others by {@code tag}, and binds {@code values}. */
    void write(Context<?> text, int padding, int tag, List<Object> values) {
        if (behind.size() != values.size() + 1) {
            throw new IllegalStateException(values.size() + " values for " + behind);
        }
        text.sql(before).sql("null, ".repeat(padding)).sql(tag).sql(behind.getFirst());
        for (int i = 0; i < values.size(); i++) {
            text.visit(DSL.val(values.get(i))).sql(behind.get(i + 1));
        }
    }
}
