package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;

import io.prorata.adapter.persistence.engine.BulkInsert;
import io.prorata.adapter.persistence.engine.BulkInsert.RowBinding;
import io.prorata.adapter.persistence.generated.tables.BankTransaction;
import io.prorata.adapter.persistence.ledger.MonthTotals.Total;
import io.prorata.adapter.persistence.row.ClassificationRows;
import io.prorata.adapter.persistence.row.TransactionRows;
import io.prorata.adapter.persistence.search.TagRows;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.naming.Naming;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** Inserts transactions as new rows. */
public final class NewTransactions {

    private static final BulkInsert<NewRow> ROWS = new BulkInsert<>(BANK_TRANSACTION, columns(BANK_TRANSACTION));

    private NewTransactions() {}

    /**
     * What becomes of a transaction in {@code table}, which has the columns of {@link
     * io.prorata.adapter.persistence.generated.Tables#BANK_TRANSACTION}.
     */
    static List<RowBinding<NewRow, ?>> columns(Table<?> table) {
        BankTransaction t = BANK_TRANSACTION;
        return List.of(
                in(table, t.HOUSEHOLD_ID, NewRow::household),
                in(table, t.TRANSACTION_ID, NewRow::id),
                in(table, t.MONTH, row -> row.transaction().month()),
                in(table, t.DATE, row -> row.line().date()),
                in(table, t.LABEL, row -> row.line().label()),
                in(table, t.SEARCHABLE, row -> Naming.searchable(row.line().label())),
                in(table, t.AMOUNT_MINOR, row -> row.line().amount().minor()),
                in(table, t.CATEGORY_KEY, row -> ClassificationRows.categoryKey(GroupKey.of(row.transaction()))),
                in(table, t.ACCOUNT, row -> row.line().account()),
                in(table, t.BANK_ID, row -> row.line().bankId()),
                in(
                        table,
                        t.TAGS,
                        row -> String.join(
                                TransactionRows.TAG_END, row.transaction().tags())),
                in(table, t.NOTE, row -> row.transaction().note()),
                in(table, t.CHOSEN, row -> TransactionRows.chosen(row.transaction())),
                in(table, t.BANK_CATEGORY, row -> row.transaction().choices().bankCategory()),
                in(
                        table,
                        t.PROVISION_ID,
                        row -> row.transaction().attribution().provision().orElse(null)),
                in(table, t.TYPED_BY, row -> row.transaction().typedBy().name()),
                in(table, t.EXCLUDED, row -> row.transaction().classification().excluded() ? 1L : 0L),
                in(table, t.BANK_DATE, row -> row.line().date()),
                in(table, t.FINGERPRINT, row -> row.line().fingerprint()),
                in(table, t.IMPORT_ID, NewRow::importId),
                in(table, t.REVISION, NewRow::revision),
                in(table, t.CLASSIFICATION_ID, NewRow::classification));
    }

    private static <V> RowBinding<NewRow, V> in(
            Table<?> table, Field<V> column, Function<NewRow, ? extends @Nullable V> value) {
        return new RowBinding<>(Objects.requireNonNull(table.field(column)), value);
    }

    /**
     * A transaction, with what its row has beside it.
     *
     * @param id of the row
     */
    record NewRow(
            long household,
            long id,
            Transaction transaction,
            @Nullable Long importId,
            long revision,
            long classification) {

        BankLine line() {
            return transaction.line();
        }
    }

    public static void insert(
            DSLContext sql,
            HouseholdId household,
            OptionalLong importId,
            long revision,
            List<Transaction> transactions,
            long code) {
        @Nullable Long from = importId.isPresent() ? importId.getAsLong() : null;
        Map<GroupKey, Long> numbers = numbers(sql, household, transactions);
        ROWS.insert(
                sql,
                transactions.stream()
                        .map(row -> new NewRow(
                                household.value(),
                                row.id(),
                                row,
                                from,
                                revision,
                                Objects.requireNonNull(numbers.get(GroupKey.of(row)))))
                        .toList());
        TagRows.add(sql, household, transactions);
        MonthTotalRows.advance(sql, household, totals(transactions, numbers), code);
    }

    /** Returns the totals of {@code transactions} with the classifications {@code numbers}. */
    public static MonthTotals totals(List<Transaction> transactions, Map<GroupKey, Long> numbers) {
        var totals = new MonthTotals();
        for (Transaction transaction : transactions) {
            if (!transaction.classification().excluded()) {
                totals.add(
                        transaction.month(),
                        Objects.requireNonNull(numbers.get(GroupKey.of(transaction))),
                        new Total(1, transaction.line().amount().minor()));
            }
        }
        return totals;
    }

    /** Returns the classification numbers of {@code transactions}. */
    public static Map<GroupKey, Long> numbers(DSLContext sql, HouseholdId household, List<Transaction> transactions) {
        return ClassificationRows.numbers(
                sql,
                household,
                transactions.stream().map(GroupKey::of).collect(Collectors.toCollection(LinkedHashSet::new)));
    }
}
