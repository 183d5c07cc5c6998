package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static io.prorata.adapter.persistence.generated.Tables.REJECTED_MATCH;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;

import io.prorata.adapter.persistence.row.TransactionRows;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.recognition.KnownRow;
import io.prorata.domain.recognition.KnownRows;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The rows of a month and of some days around it, in which something may be recognised. */
public final class RowsAround {

    private static final String KEY_END = "\n";

    private RowsAround() {}

    /** Reads the rows of {@code month}, chosen in the order of {@code transaction_by_date}, from it alone, and then looked up. */
    public static KnownRows find(DSLContext sql, HouseholdId household, YearMonth month, Set<String> rejected) {
        var ids = select(BANK_TRANSACTION.TRANSACTION_ID)
                .from(BANK_TRANSACTION)
                .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                .and(BANK_TRANSACTION.DATE.between(KnownRows.first(month), KnownRows.last(month)))
                .and(BANK_TRANSACTION.EXCLUDED.eq(inline(0L)))
                .limit(KnownRows.MOST_OF_A_VIEW + 1)
                .asTable("around");
        Field<Long> id = Objects.requireNonNull(ids.field(BANK_TRANSACTION.TRANSACTION_ID));
        List<KnownRow> rows = sql.select(BANK_TRANSACTION, CLASSIFICATION)
                .from(ids)
                .crossJoin(BANK_TRANSACTION)
                .crossJoin(CLASSIFICATION)
                .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                .and(BANK_TRANSACTION.TRANSACTION_ID.eq(id))
                .and(TransactionRows.CLASSIFIED)
                .fetch(row -> new KnownRow(
                        TransactionRows.transaction(row), row.value1().getImportId() == null));
        return rows.size() > KnownRows.MOST_OF_A_VIEW ? KnownRows.UNKNOWN : new KnownRows(rows, rejected, true);
    }

    /** Selects the keys of rejected matches as one text, which {@link #keys} reads. */
    public static Field<String> rejected(HouseholdId household) {
        return DSL.field(select(DSL.groupConcat(REJECTED_MATCH.MATCH_KEY).separator(KEY_END))
                .from(REJECTED_MATCH)
                .where(REJECTED_MATCH.HOUSEHOLD_ID.eq(household.value())));
    }

    public static Set<String> keys(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(keys -> Set.of(keys.split(KEY_END)))
                .orElse(Set.of());
    }
}
