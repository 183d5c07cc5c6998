package io.prorata.adapter.persistence.row;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;

import io.prorata.adapter.persistence.digest.StoredDigests;
import io.prorata.application.view.TransactionOrder;
import org.jooq.DSLContext;

/** The columns whose values no migration script can compute: the keys by which categories are in order, and digests. */
public final class ComputedColumns {

    private ComputedColumns() {}

    /**
     * Computes what the scripts up to {@code version} have left to do, unless that was done before. References between tables have to be
     * checked at the end of the transaction.
     */
    public static void complete(DSLContext sql, int version) {
        if (StoredDigests.claim(sql, version)) {
            categoryKeys(sql);
            StoredDigests.addMissing(sql);
        }
    }

    /** The rows of a classification have its key, for the order of their index. */
    private static void categoryKeys(DSLContext sql) {
        var names = sql.select(
                        CLASSIFICATION.HOUSEHOLD_ID,
                        CLASSIFICATION.CLASSIFICATION_ID,
                        CLASSIFICATION.CATEGORY,
                        CLASSIFICATION.CATEGORY_KEY)
                .from(CLASSIFICATION)
                .where(CLASSIFICATION.CATEGORY.isNotNull())
                .fetch();
        for (var name : names) {
            String key = TransactionOrder.categoryKey(name.value3());
            if (!key.equals(name.value4())) {
                sql.update(CLASSIFICATION)
                        .set(CLASSIFICATION.CATEGORY_KEY, key)
                        .setNull(CLASSIFICATION.DIGEST)
                        .where(CLASSIFICATION.HOUSEHOLD_ID.eq(name.value1()))
                        .and(CLASSIFICATION.CLASSIFICATION_ID.eq(name.value2()))
                        .execute();
                sql.update(BANK_TRANSACTION)
                        .set(BANK_TRANSACTION.CATEGORY_KEY, key)
                        .setNull(BANK_TRANSACTION.DIGEST)
                        .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(name.value1()))
                        .and(BANK_TRANSACTION.CLASSIFICATION_ID.eq(name.value2()))
                        .execute();
            }
        }
    }
}
