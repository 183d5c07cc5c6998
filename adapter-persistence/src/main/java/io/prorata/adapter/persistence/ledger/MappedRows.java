package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import io.prorata.adapter.persistence.row.TransactionRows;
import io.prorata.application.port.Ledger.RuledGroup;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Rows whose type the mapping of categories chooses. */
final class MappedRows {

    /** In the choices of a row whose type a sorting rule chose. */
    private static final String TYPED_BY_SORTING = "type:";

    private MappedRows() {}

    /** Returns the groups of rows that the mapping types, by category and direction. */
    static List<RuledGroup> groups(DSLContext sql, HouseholdId household) {
        Field<Boolean> received =
                field(BANK_TRANSACTION.AMOUNT_MINOR.gt(inline(0L))).as("came_in");
        return sql.select(
                        CLASSIFICATION.CATEGORY,
                        CLASSIFICATION.SUBCATEGORY,
                        received,
                        CLASSIFICATION.EXPENSE_TYPE,
                        DSL.count())
                .from(BANK_TRANSACTION)
                .join(CLASSIFICATION)
                .on(TransactionRows.CLASSIFIED)
                .where(of(household))
                .and(byRule())
                .groupBy(CLASSIFICATION.CATEGORY, CLASSIFICATION.SUBCATEGORY, received, CLASSIFICATION.EXPENSE_TYPE)
                .fetch(row -> new RuledGroup(
                        row.value1(), row.value2(), row.value3(), ExpenseType.valueOf(row.value4()), row.value5()));
    }

    /** Returns the condition of the rows of {@code group}, whatever their category. */
    static Condition of(RuledGroup group) {
        return byRule().and(
                        group.received()
                                ? BANK_TRANSACTION.AMOUNT_MINOR.gt(inline(0L))
                                : BANK_TRANSACTION.AMOUNT_MINOR.le(inline(0L)));
    }

    /** Rows that the mapping types: no person and no sorting rule does. */
    private static Condition byRule() {
        return BANK_TRANSACTION
                .TYPED_BY
                .eq(Transaction.TypedBy.RULE.name())
                .and(BANK_TRANSACTION
                        .CHOSEN
                        .isNull()
                        .or(DSL.position(BANK_TRANSACTION.CHOSEN, TYPED_BY_SORTING)
                                .eq(inline(0))));
    }

    private static Condition of(HouseholdId household) {
        return BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value());
    }
}
