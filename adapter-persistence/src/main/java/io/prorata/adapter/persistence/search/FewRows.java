package io.prorata.adapter.persistence.search;

import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * Whether a filter leaves few rows. Few are looked up and sorted; of many, an index in the order of the list meets a page of them soon.
 * To count them stops where they are many, so it costs no more than either.
 */
public final class FewRows {

    /** So many rows are sorted about as fast as a page is found among a million of which one in two hundred fits. */
    public static final int MOST = 5_000;

    private FewRows() {}

    /**
     * Returns the one of {@code parts} with the fewest rows, if those are few. Nothing more is asked once one has none.
     *
     * @param parts select the ids that fit one part of the filter each
     */
    public static Optional<Select<Record1<Long>>> among(DSLContext sql, List<Select<Record1<Long>>> parts) {
        Optional<Select<Record1<Long>>> best = Optional.empty();
        int fewest = MOST + 1;
        for (Select<Record1<Long>> part : parts) {
            int rows = sql.select(count())
                    .from(selectOne()
                            .from(part.asTable("fitting"))
                            .limit(DSL.inline(fewest))
                            .asTable("few"))
                    .fetchSingle()
                    .value1();
            if (rows < fewest) {
                best = Optional.of(part);
                fewest = rows;
            }
            if (rows == 0) {
                break;
            }
        }
        return best;
    }
}
