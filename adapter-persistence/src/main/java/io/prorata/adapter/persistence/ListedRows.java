package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.row;

import io.prorata.adapter.persistence.generated.tables.records.BankTransactionRecord;
import io.prorata.adapter.persistence.generated.tables.records.ClassificationRecord;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.AttributionFilter;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.TransactionFilter.Named;
import io.prorata.domain.ledger.TransactionFilter;
import io.prorata.domain.ledger.TransactionOrder.Place;
import io.prorata.domain.ledger.TransactionOrder;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.SortField;

/** What a list of transactions is in SQL: its filter, its order, and the place where it goes on. */
final class ListedRows {

    private ListedRows() {}

    /** Reads the rows of a page in the order of an index. */
    static List<Record2<BankTransactionRecord, ClassificationRecord>> page(
            DSLContext sql,
            HouseholdId household,
            TransactionFilter filter,
            TransactionOrder order,
            Optional<Place> after,
            int limit,
            long offset) {
        return TransactionRows.rows(sql, household, matching(household, filter))
                .and(after.map(place -> after(order, place)).orElse(noCondition()))
                .orderBy(order(order))
                .limit(limit)
                .offset(offset)
                .fetch();
    }

    static Condition matching(HouseholdId household, TransactionFilter filter) {
        List<Condition> all = new ArrayList<>();
        all.add(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()));
        filter.from().map(BANK_TRANSACTION.DATE::ge).ifPresent(all::add);
        filter.to().map(BANK_TRANSACTION.DATE::le).ifPresent(all::add);
        names(filter)
                .map(names -> BANK_TRANSACTION.CLASSIFICATION_ID.in(ClassificationRows.numbersWhere(household, names)))
                .ifPresent(all::add);
        filter.account().map(named -> named(BANK_TRANSACTION.ACCOUNT, named)).ifPresent(all::add);
        if (!filter.attribution().aliases().isEmpty()) {
            all.add(BANK_TRANSACTION.ACCOUNT.in(filter.attribution().aliases()));
        }
        filter.excluded()
                .map(excluded -> BANK_TRANSACTION.EXCLUDED.eq(excluded ? 1L : 0L))
                .ifPresent(all::add);
        filter.tag().map(ListedRows::tagged).ifPresent(all::add);
        filter.text()
                .map(Naming::searchable)
                .map(text -> position(BANK_TRANSACTION.SEARCHABLE, text).gt(inline(0)))
                .ifPresent(all::add);
        filter.least().map(Money::minor).map(BANK_TRANSACTION.AMOUNT_MINOR::ge).ifPresent(all::add);
        filter.most().map(Money::minor).map(BANK_TRANSACTION.AMOUNT_MINOR::le).ifPresent(all::add);
        return and(all);
    }

    /** What a filter says of type, category and subcategory. */
    private static Optional<Condition> names(TransactionFilter filter) {
        List<Condition> names = new ArrayList<>();
        filter.category().map(named -> named(CLASSIFICATION.CATEGORY, named)).ifPresent(names::add);
        filter.subcategory()
                .map(named -> named(CLASSIFICATION.SUBCATEGORY, named))
                .ifPresent(names::add);
        if (!filter.types().isEmpty()) {
            names.add(CLASSIFICATION.EXPENSE_TYPE.in(
                    filter.types().stream().map(ExpenseType::name).sorted().toList()));
        }
        attributions(filter.attribution(), names);
        return names.isEmpty() ? Optional.empty() : Optional.of(and(names));
    }

    private static void attributions(AttributionFilter filter, List<Condition> names) {
        filter.common()
                .map(common -> CLASSIFICATION.COMMON.eq(common ? 1L : 0L))
                .ifPresent(names::add);
        filter.ownSplit()
                .map(own -> own ? CLASSIFICATION.SPLIT.isNotNull() : CLASSIFICATION.SPLIT.isNull())
                .ifPresent(names::add);
        filter.payer().map(Party::text).map(CLASSIFICATION.PAYER::eq).ifPresent(names::add);
        filter.source().map(MoneySource::text).map(CLASSIFICATION.SOURCE::eq).ifPresent(names::add);
        filter.link()
                .map(link -> switch (link) {
                    case PlanLink.Bill(long id) -> CLASSIFICATION.BILL_ID.eq(id);
                    case PlanLink.Provision(long id) -> CLASSIFICATION.PROVISION_ID.eq(id);
                })
                .ifPresent(names::add);
    }

    private static Condition named(Field<String> column, Named named) {
        return named.name() == null ? column.isNull() : column.eq(named.name());
    }

    private static Condition tagged(String tag) {
        Field<String> tags =
                concat(inline(TransactionRows.TAG_END), BANK_TRANSACTION.TAGS, inline(TransactionRows.TAG_END));
        return position(tags, TransactionRows.TAG_END + tag + TransactionRows.TAG_END)
                .gt(inline(0));
    }

    private static List<SortField<?>> order(TransactionOrder order) {
        Field<?> key = column(order);
        return order.descending()
                ? List.of(key.desc(), BANK_TRANSACTION.TRANSACTION_ID.desc())
                : List.of(key.asc(), BANK_TRANSACTION.TRANSACTION_ID.asc());
    }

    private static Field<?> column(TransactionOrder order) {
        return switch (order.by()) {
            case DATE -> BANK_TRANSACTION.DATE;
            case AMOUNT -> BANK_TRANSACTION.AMOUNT_MINOR;
            case LABEL -> BANK_TRANSACTION.LABEL;
            case CATEGORY -> BANK_TRANSACTION.CATEGORY_KEY;
        };
    }

    private static Condition after(TransactionOrder order, Place place) {
        return switch (order.by()) {
            case DATE -> after(order, BANK_TRANSACTION.DATE, LocalDate.parse(place.key()), place.id());
            case AMOUNT -> after(order, BANK_TRANSACTION.AMOUNT_MINOR, Long.valueOf(place.key()), place.id());
            case LABEL -> after(order, BANK_TRANSACTION.LABEL, place.key(), place.id());
            case CATEGORY -> after(order, BANK_TRANSACTION.CATEGORY_KEY, place.key(), place.id());
        };
    }

    /** The rows after a place: one comparison of two columns, so that an index leads straight there. */
    private static <T> Condition after(TransactionOrder order, Field<T> column, T key, long id) {
        var here = row(column, BANK_TRANSACTION.TRANSACTION_ID);
        return order.descending() ? here.lt(key, id) : here.gt(key, id);
    }
}
