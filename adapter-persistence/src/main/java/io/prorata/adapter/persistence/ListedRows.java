package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.TransactionFilter;
import io.prorata.domain.ledger.TransactionFilter.Named;
import io.prorata.domain.ledger.TransactionOrder;
import io.prorata.domain.ledger.TransactionOrder.Place;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What a list of transactions is in SQL: its filter, its order, and the place where it goes on. */
final class ListedRows {

    private ListedRows() {}

    static Condition matching(HouseholdId household, TransactionFilter filter) {
        List<Condition> conditions = new ArrayList<>();
        conditions.add(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()));
        filter.from().map(BANK_TRANSACTION.DATE::ge).ifPresent(conditions::add);
        filter.to().map(BANK_TRANSACTION.DATE::le).ifPresent(conditions::add);
        named(BANK_TRANSACTION.CATEGORY, filter.category()).ifPresent(conditions::add);
        named(BANK_TRANSACTION.SUBCATEGORY, filter.subcategory()).ifPresent(conditions::add);
        named(BANK_TRANSACTION.ACCOUNT, filter.account()).ifPresent(conditions::add);
        if (!filter.types().isEmpty()) {
            conditions.add(BANK_TRANSACTION.EXPENSE_TYPE.in(
                    filter.types().stream().map(ExpenseType::name).toList()));
        }
        filter.excluded()
                .map(excluded -> BANK_TRANSACTION.EXCLUDED.eq(excluded ? 1L : 0L))
                .ifPresent(conditions::add);
        filter.tag().map(ListedRows::tagged).ifPresent(conditions::add);
        filter.text()
                .map(text -> position(BANK_TRANSACTION.SEARCHABLE, Naming.searchable(text))
                        .gt(inline(0)))
                .ifPresent(conditions::add);
        filter.least().map(Money::minor).map(BANK_TRANSACTION.AMOUNT_MINOR::ge).ifPresent(conditions::add);
        filter.most().map(Money::minor).map(BANK_TRANSACTION.AMOUNT_MINOR::le).ifPresent(conditions::add);
        return DSL.and(conditions);
    }

    /** A page, read in the order of an index. */
    static Select<Record> page(
            HouseholdId household,
            TransactionFilter filter,
            TransactionOrder order,
            Optional<Place> after,
            int limit,
            long offset) {
        Condition matching = matching(household, filter);
        return select(BANK_TRANSACTION.fields())
                .from(BANK_TRANSACTION)
                .where(after.map(place -> matching.and(after(order, place))).orElse(matching))
                .orderBy(order(order))
                .limit(limit)
                .offset(offset);
    }

    /** The rows after {@code place}: one comparison of two columns, so that an index leads straight there. */
    private static Condition after(TransactionOrder order, Place place) {
        return switch (order.by()) {
            case DATE -> after(order, BANK_TRANSACTION.DATE, LocalDate.parse(place.key()), place.id());
            case AMOUNT -> after(order, BANK_TRANSACTION.AMOUNT_MINOR, Long.valueOf(place.key()), place.id());
            case LABEL -> after(order, BANK_TRANSACTION.LABEL, place.key(), place.id());
            case CATEGORY -> after(order, BANK_TRANSACTION.CATEGORY_KEY, place.key(), place.id());
        };
    }

    private static List<SortField<?>> order(TransactionOrder order) {
        Field<?> key = key(order);
        return order.descending()
                ? List.of(key.desc(), BANK_TRANSACTION.TRANSACTION_ID.desc())
                : List.of(key.asc(), BANK_TRANSACTION.TRANSACTION_ID.asc());
    }

    private static Field<?> key(TransactionOrder order) {
        return switch (order.by()) {
            case DATE -> BANK_TRANSACTION.DATE;
            case AMOUNT -> BANK_TRANSACTION.AMOUNT_MINOR;
            case LABEL -> BANK_TRANSACTION.LABEL;
            case CATEGORY -> BANK_TRANSACTION.CATEGORY_KEY;
        };
    }

    private static <T> Condition after(TransactionOrder order, Field<T> field, T key, long id) {
        var here = row(field, BANK_TRANSACTION.TRANSACTION_ID);
        var place = row(val(key, field), val(id));
        return order.descending() ? here.lessThan(place) : here.greaterThan(place);
    }

    private static Optional<Condition> named(TableField<?, @Nullable String> column, Optional<Named> wanted) {
        return wanted.map(named -> named.name() == null ? column.isNull() : column.eq(named.name()));
    }

    private static Condition tagged(String tag) {
        Field<String> tags =
                concat(inline(TransactionRows.TAG_END), BANK_TRANSACTION.TAGS, inline(TransactionRows.TAG_END));
        return position(tags, TransactionRows.TAG_END + tag + TransactionRows.TAG_END)
                .gt(inline(0));
    }
}
