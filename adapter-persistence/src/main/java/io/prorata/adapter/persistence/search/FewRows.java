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
 * Decides whether a filter leaves few rows. Few rows are looked up and sorted; for many, an index in the order of the list finds a page
 * soon. The count stops at a limit, so it is never more expensive than either.
 */
public final class FewRows {

    /** The limit of few rows (decision 0172). */
    public static final int MOST = 5_000;

    private FewRows() {}

    /**
     * Returns the one of {@code parts} with the fewest rows, if they are few. It stops at a part without rows.
     *
     * @param parts each selects the ids that match one part of the filter
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
