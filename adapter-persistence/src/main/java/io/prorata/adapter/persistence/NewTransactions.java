package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.substring;

import io.prorata.adapter.persistence.PlacingRows.Kind;
import io.prorata.adapter.persistence.sqlite.ManyRows;
import io.prorata.adapter.persistence.sqlite.ManyRows.Own;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.naming.Naming;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jspecify.annotations.Nullable;

/** How transactions become rows that were not there before. */
final class NewTransactions {

    private static final Param<Long> HOUSEHOLD = of(BANK_TRANSACTION.HOUSEHOLD_ID);
    private static final Param<Long> IMPORT = of(BANK_TRANSACTION.IMPORT_ID);
    private static final Param<Long> REVISION = of(BANK_TRANSACTION.REVISION);

    private static final Param<Long> ID = of(BANK_TRANSACTION.TRANSACTION_ID);
    private static final Param<LocalDate> DATE = of(BANK_TRANSACTION.DATE);
    private static final Param<String> LABEL = of(BANK_TRANSACTION.LABEL);
    private static final Param<String> SEARCHABLE = of(BANK_TRANSACTION.SEARCHABLE);
    private static final Param<Long> AMOUNT = of(BANK_TRANSACTION.AMOUNT_MINOR);
    private static final Param<String> CATEGORY = of(BANK_TRANSACTION.CATEGORY);
    private static final Param<String> SUBCATEGORY = of(BANK_TRANSACTION.SUBCATEGORY);
    private static final Param<String> ACCOUNT = of(BANK_TRANSACTION.ACCOUNT);
    private static final Param<String> BANK_ID = of(BANK_TRANSACTION.BANK_ID);
    private static final Param<String> TAGS = of(BANK_TRANSACTION.TAGS);
    private static final Param<String> TYPE = of(BANK_TRANSACTION.EXPENSE_TYPE);
    private static final Param<String> TYPED_BY = of(BANK_TRANSACTION.TYPED_BY);
    private static final Param<Long> PLACING = of(BANK_TRANSACTION.PLACING_ID);
    private static final Param<Long> EXCLUDED = of(BANK_TRANSACTION.EXCLUDED);
    private static final Param<String> FINGERPRINT = of(BANK_TRANSACTION.FINGERPRINT);

    private static final ManyRows<Numbered> ROWS = new ManyRows<>(
            BANK_TRANSACTION,
            Arrays.stream(BANK_TRANSACTION.fields())
                    .<Field<?>>map(NewTransactions::value)
                    .toList(),
            List.of(HOUSEHOLD, IMPORT, REVISION),
            List.of(
                    own(ID, row -> row.id()),
                    own(DATE, row -> row.line().date()),
                    own(LABEL, row -> row.line().label()),
                    own(SEARCHABLE, row -> Naming.searchable(row.line().label())),
                    own(AMOUNT, row -> row.line().amount().minor()),
                    own(CATEGORY, row -> row.classification().category()),
                    own(SUBCATEGORY, row -> row.classification().subcategory()),
                    own(ACCOUNT, row -> row.line().account()),
                    own(BANK_ID, row -> row.line().bankId()),
                    own(TAGS, row -> String.join(TransactionRows.TAG_END, row.tags())),
                    own(TYPE, row -> row.classification().type().name()),
                    own(TYPED_BY, row -> row.typedBy().name()),
                    new Own<>(PLACING, Numbered::classification),
                    own(EXCLUDED, row -> row.classification().excluded() ? 1L : 0L),
                    own(FINGERPRINT, row -> row.line().fingerprint())));

    private NewTransactions() {}

    /** A transaction, and the number of what it is summed by. */
    private record Numbered(Transaction transaction, long classification) {}

    static void insert(
            DSLContext sql,
            HouseholdId household,
            OptionalLong importId,
            long revision,
            List<Transaction> transactions) {
        @Nullable Long from = importId.isPresent() ? importId.getAsLong() : null;
        Map<Kind, Long> numbers = numbers(sql, household, transactions);
        ROWS.insert(
                sql,
                Arrays.asList(household.value(), from, revision),
                transactions.stream()
                        .map(row ->
                                new Numbered(row, Objects.requireNonNull(numbers.get(Kind.of(row.classification())))))
                        .toList());
    }

    /** Returns the numbers of what {@code transactions} are summed by. */
    static Map<Kind, Long> numbers(DSLContext sql, HouseholdId household, List<Transaction> transactions) {
        return PlacingRows.numbers(
                sql,
                household,
                transactions.stream()
                        .map(transaction -> Kind.of(transaction.classification()))
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** What the statement says for a column: its own parameter, or what follows from another. */
    private static Field<?> value(Field<?> column) {
        if (column.equals(BANK_TRANSACTION.MONTH)) {
            return substring(DATE.coerce(String.class), inline(1), inline(7));
        }
        if (column.equals(BANK_TRANSACTION.CATEGORY_KEY)) {
            return coalesce(CATEGORY, inline(""));
        }
        if (column.equals(BANK_TRANSACTION.BANK_DATE)) {
            return DATE;
        }
        return of(column);
    }

    private static <T> Param<T> of(Field<T> column) {
        return param(column.getName(), column);
    }

    private static <V> Own<Numbered, V> own(Param<V> parameter, Function<Transaction, ? extends @Nullable V> value) {
        return new Own<>(parameter, row -> value.apply(row.transaction()));
    }
}
