package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import io.prorata.adapter.persistence.engine.TextIndex;
import io.prorata.adapter.persistence.row.ClassificationRows;
import io.prorata.adapter.persistence.row.EntryRows;
import io.prorata.adapter.persistence.row.TransactionRows;
import io.prorata.adapter.persistence.search.FewRows;
import io.prorata.adapter.persistence.search.IndexedText;
import io.prorata.adapter.persistence.search.TagRows;
import io.prorata.application.port.Ledger.Entry;
import io.prorata.application.view.AttributionFilter;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionFilter.Chosen;
import io.prorata.application.view.TransactionFilter.Named;
import io.prorata.application.view.TransactionOrder;
import io.prorata.application.view.TransactionOrder.Place;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;

/** What a list of transactions is in SQL: its filter, its order, and the place where it goes on. */
public final class ListedRows {

    private ListedRows() {}

    /** Reads the rows of a page in the order of an index, or looks them up and sorts them if the filter leaves few. */
    public static List<Entry> page(
            DSLContext sql,
            TextIndex text,
            HouseholdId household,
            TransactionFilter filter,
            TransactionOrder order,
            Optional<Place> after,
            int limit,
            long offset) {
        var spelled = Spellings.of(sql, household, filter);
        Optional<Select<Record1<Long>>> few = FewRows.among(sql, parts(text, household, filter, spelled));
        boolean sorted = few.isPresent();
        return EntryRows.rows(sql, household, matching(household, filter, spelled))
                .and(few.map(BANK_TRANSACTION.TRANSACTION_ID::in).orElse(noCondition()))
                .and(after.map(place -> after(order, place, sorted)).orElse(noCondition()))
                .orderBy(order(order, sorted))
                .limit(limit)
                .offset(offset)
                .fetch(EntryRows::entry);
    }

    public static long count(DSLContext sql, TextIndex text, HouseholdId household, TransactionFilter filter) {
        return sql.fetchCount(BANK_TRANSACTION, lookedUp(sql, text, household, filter));
    }

    /** Returns how many rows match, and what they come to. */
    public static Statistics sum(DSLContext sql, TextIndex text, HouseholdId household, TransactionFilter filter) {
        return sql.select(
                        DSL.count(),
                        coalesce(DSL.sum(BANK_TRANSACTION.AMOUNT_MINOR).cast(Long.class), inline(0L)))
                .from(BANK_TRANSACTION)
                .where(lookedUp(sql, text, household, filter))
                .fetchSingle(row -> Statistics.summed(row.value1(), new Money(row.value2())));
    }

    /** The rows that match, which are looked up if the filter leaves few. */
    private static Condition lookedUp(DSLContext sql, TextIndex text, HouseholdId household, TransactionFilter filter) {
        var spelled = Spellings.of(sql, household, filter);
        Optional<Select<Record1<Long>>> few = FewRows.among(sql, parts(text, household, filter, spelled));
        return matching(household, filter, spelled)
                .and(few.map(BANK_TRANSACTION.TRANSACTION_ID::in).orElse(noCondition()));
    }

    /** Returns the parts of a filter that may leave few rows, each as the ids that fit it, from an index. */
    private static List<Select<Record1<Long>>> parts(
            TextIndex text, HouseholdId household, TransactionFilter filter, Spellings spelled) {
        List<Select<Record1<Long>>> parts = new ArrayList<>();
        names(filter, spelled)
                .map(names -> ids(
                        household,
                        BANK_TRANSACTION.CLASSIFICATION_ID.in(ClassificationRows.numbersWhere(household, names))))
                .ifPresent(parts::add);
        filter.account()
                .filter(named -> named.name() != null)
                .map(named -> ids(household, named(BANK_TRANSACTION.ACCOUNT, named)))
                .ifPresent(parts::add);
        if (!filter.attribution().aliases().isEmpty()) {
            parts.add(ids(
                    household, BANK_TRANSACTION.ACCOUNT.in(filter.attribution().aliases())));
        }
        filter.chosen()
                .filter(Chosen::among)
                .map(rows -> ids(household, BANK_TRANSACTION.TRANSACTION_ID.in(rows.ids())))
                .ifPresent(parts::add);
        filter.tag().map(tag -> TagRows.tagged(household, spelled.tags())).ifPresent(parts::add);
        filter.text()
                .map(Naming::searchable)
                .filter(searched -> searched.codePointCount(0, searched.length()) >= TextIndex.LEAST_CHARACTERS)
                .map(searched -> IndexedText.matching(text, household, searched))
                .ifPresent(parts::add);
        return parts;
    }

    private static Select<Record1<Long>> ids(HouseholdId household, Condition condition) {
        return select(BANK_TRANSACTION.TRANSACTION_ID)
                .from(BANK_TRANSACTION)
                .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                .and(condition);
    }

    private static Condition matching(HouseholdId household, TransactionFilter filter, Spellings spelled) {
        List<Condition> all = new ArrayList<>();
        all.add(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()));
        filter.from().map(BANK_TRANSACTION.DATE::ge).ifPresent(all::add);
        filter.to().map(BANK_TRANSACTION.DATE::le).ifPresent(all::add);
        names(filter, spelled)
                .map(names -> ClassificationRows.isOneWhere(BANK_TRANSACTION.CLASSIFICATION_ID, household, names))
                .ifPresent(all::add);
        filter.account().map(named -> named(BANK_TRANSACTION.ACCOUNT, named)).ifPresent(all::add);
        if (!filter.attribution().aliases().isEmpty()) {
            all.add(BANK_TRANSACTION.ACCOUNT.in(filter.attribution().aliases()));
        }
        filter.excluded()
                .map(excluded -> BANK_TRANSACTION.EXCLUDED.eq(excluded ? 1L : 0L))
                .ifPresent(all::add);
        filter.tag()
                .map(tag -> or(spelled.tags().stream().map(ListedRows::tagged).toList()))
                .ifPresent(all::add);
        filter.text()
                .map(Naming::searchable)
                .map(text -> position(BANK_TRANSACTION.SEARCHABLE, text).gt(inline(0)))
                .ifPresent(all::add);
        filter.attribution().sortedBy().map(ListedRows::sortedBy).ifPresent(all::add);
        filter.least().map(Money::minor).map(BANK_TRANSACTION.AMOUNT_MINOR::ge).ifPresent(all::add);
        filter.most().map(Money::minor).map(BANK_TRANSACTION.AMOUNT_MINOR::le).ifPresent(all::add);
        filter.chosen()
                .map(rows -> rows.among()
                        ? BANK_TRANSACTION.TRANSACTION_ID.in(rows.ids())
                        : BANK_TRANSACTION.TRANSACTION_ID.notIn(rows.ids()))
                .ifPresent(all::add);
        return and(all);
    }

    /** What a filter says of type, category and subcategory. */
    private static Optional<Condition> names(TransactionFilter filter, Spellings spelled) {
        List<Condition> names = new ArrayList<>();
        filter.category()
                .map(named -> named(CLASSIFICATION.CATEGORY, named, spelled.categories()))
                .ifPresent(names::add);
        filter.subcategory()
                .map(named -> named(CLASSIFICATION.SUBCATEGORY, named, spelled.subcategories()))
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

    private static Condition named(Field<String> column, Named named, Collection<String> spellings) {
        return named.name() == null ? column.isNull() : column.in(spellings);
    }

    private static Condition sortedBy(long rule) {
        return BANK_TRANSACTION
                .CHOSEN
                .isNotNull()
                .and(position(concat(BANK_TRANSACTION.CHOSEN, inline(",")), ":" + rule + ",")
                        .gt(inline(0)));
    }

    private static Condition tagged(String tag) {
        Field<String> tags =
                concat(inline(TransactionRows.TAG_END), BANK_TRANSACTION.TAGS, inline(TransactionRows.TAG_END));
        return position(tags, TransactionRows.TAG_END + tag + TransactionRows.TAG_END)
                .gt(inline(0));
    }

    private static List<SortField<?>> order(TransactionOrder order, boolean sorted) {
        Field<?> key = column(order, sorted);
        Field<Long> id = id(sorted);
        return order.descending() ? List.of(key.desc(), id.desc()) : List.of(key.asc(), id.asc());
    }

    private static Field<?> column(TransactionOrder order, boolean sorted) {
        return switch (order.by()) {
            case DATE -> column(BANK_TRANSACTION.DATE, sorted);
            case AMOUNT -> column(BANK_TRANSACTION.AMOUNT_MINOR, sorted);
            case LABEL -> column(BANK_TRANSACTION.SEARCHABLE, sorted);
            case CATEGORY -> column(BANK_TRANSACTION.CATEGORY_KEY, sorted);
        };
    }

    /** A column, or the same as an expression, which no index serves: few rows are not looked for along an index of many. */
    private static <T> Field<T> column(Field<T> column, boolean sorted) {
        return sorted ? coalesce(column, column) : column;
    }

    private static Field<Long> id(boolean sorted) {
        return column(BANK_TRANSACTION.TRANSACTION_ID, sorted);
    }

    private static Condition after(TransactionOrder order, Place place, boolean sorted) {
        return switch (order.by()) {
            case DATE -> after(order, BANK_TRANSACTION.DATE, LocalDate.parse(place.key()), place.id(), sorted);
            case AMOUNT -> after(order, BANK_TRANSACTION.AMOUNT_MINOR, Long.valueOf(place.key()), place.id(), sorted);
            case LABEL -> after(order, BANK_TRANSACTION.SEARCHABLE, place.key(), place.id(), sorted);
            case CATEGORY -> after(order, BANK_TRANSACTION.CATEGORY_KEY, place.key(), place.id(), sorted);
        };
    }

    /** The rows after a place: one comparison of two columns, so that an index leads straight there. */
    private static <T> Condition after(TransactionOrder order, Field<T> column, T key, long id, boolean sorted) {
        var here = row(column(column, sorted), id(sorted));
        return order.descending() ? here.lt(key, id) : here.gt(key, id);
    }
}
