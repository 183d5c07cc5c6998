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
import org.jspecify.annotations.Nullable;

/** Inserts transactions as new rows. */
public final class NewTransactions {

    private static final BankTransaction T = BANK_TRANSACTION;

    private static final BulkInsert<NewRow> ROWS = new BulkInsert<>(
            T,
            List.of(
                    new RowBinding<>(T.HOUSEHOLD_ID, NewRow::household),
                    of(T.TRANSACTION_ID, Transaction::id),
                    of(T.MONTH, Transaction::month),
                    of(T.DATE, row -> row.line().date()),
                    of(T.LABEL, row -> row.line().label()),
                    of(T.SEARCHABLE, row -> Naming.searchable(row.line().label())),
                    of(T.AMOUNT_MINOR, row -> row.line().amount().minor()),
                    of(T.CATEGORY_KEY, row -> ClassificationRows.categoryKey(GroupKey.of(row))),
                    of(T.ACCOUNT, row -> row.line().account()),
                    of(T.BANK_ID, row -> row.line().bankId()),
                    of(T.TAGS, row -> String.join(TransactionRows.TAG_END, row.tags())),
                    of(T.NOTE, Transaction::note),
                    of(T.PROVISION_ID, row -> row.attribution().provision().orElse(null)),
                    of(T.TYPED_BY, row -> row.typedBy().name()),
                    of(T.EXCLUDED, row -> row.classification().excluded() ? 1L : 0L),
                    of(T.BANK_DATE, row -> row.line().date()),
                    of(T.FINGERPRINT, row -> row.line().fingerprint()),
                    new RowBinding<>(T.IMPORT_ID, NewRow::importId),
                    new RowBinding<>(T.REVISION, NewRow::revision),
                    new RowBinding<>(T.CLASSIFICATION_ID, NewRow::classification)));

    private NewTransactions() {}

    /** A transaction, with the other values of its row. */
    private record NewRow(
            long household,
            Transaction transaction,
            @Nullable Long importId,
            long revision,
            long classification) {}

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

    private static <V> RowBinding<NewRow, V> of(Field<V> column, Function<Transaction, ? extends @Nullable V> value) {
        return new RowBinding<>(column, row -> value.apply(row.transaction()));
    }
}
