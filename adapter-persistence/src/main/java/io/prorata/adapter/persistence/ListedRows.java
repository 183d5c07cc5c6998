package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import io.prorata.adapter.persistence.sqlite.Question;
import io.prorata.adapter.persistence.sqlite.Together;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** What a list of transactions is in SQL: its filter, its order, and the place where it goes on. */
final class ListedRows {

    /** So many forms of lists are kept as they are written, before all are forgotten. */
    private static final int MOST_FORMS = 256;

    private static final Map<Form, Question> PAGES = new ConcurrentHashMap<>();
    private static final Map<List<Criterion>, Question> COUNTS = new ConcurrentHashMap<>();

    private static final Field<Integer> COUNT = count();
    private static final Param<Long> AFTER_ID = param("after_id", BANK_TRANSACTION.TRANSACTION_ID);
    private static final Param<Long> LIMIT = param("most", SQLDataType.BIGINT);
    private static final Param<Long> OFFSET = param("left_out", SQLDataType.BIGINT);

    private ListedRows() {}

    /** What rows may be asked to meet: one of these, and equal to itself alone. */
    private static final class Criterion {

        static final Criterion FROM = of("from", BANK_TRANSACTION.DATE, BANK_TRANSACTION.DATE::ge);
        static final Criterion TO = of("to", BANK_TRANSACTION.DATE, BANK_TRANSACTION.DATE::le);
        static final Criterion CATEGORY = of("category", BANK_TRANSACTION.CATEGORY, BANK_TRANSACTION.CATEGORY::eq);
        static final Criterion NO_CATEGORY = absent(BANK_TRANSACTION.CATEGORY);
        static final Criterion SUBCATEGORY =
                of("subcategory", BANK_TRANSACTION.SUBCATEGORY, BANK_TRANSACTION.SUBCATEGORY::eq);
        static final Criterion NO_SUBCATEGORY = absent(BANK_TRANSACTION.SUBCATEGORY);
        static final Criterion ACCOUNT = of("account", BANK_TRANSACTION.ACCOUNT, BANK_TRANSACTION.ACCOUNT::eq);
        static final Criterion NO_ACCOUNT = absent(BANK_TRANSACTION.ACCOUNT);
        static final Criterion TYPES = types();
        static final Criterion EXCLUDED = of("excluded", BANK_TRANSACTION.EXCLUDED, BANK_TRANSACTION.EXCLUDED::eq);
        static final Criterion TAG = of("tag", BANK_TRANSACTION.TAGS, ListedRows::tagged);
        static final Criterion TEXT = of(
                "text",
                BANK_TRANSACTION.SEARCHABLE,
                text -> position(BANK_TRANSACTION.SEARCHABLE, text).gt(inline(0)));
        static final Criterion LEAST = of("least", BANK_TRANSACTION.AMOUNT_MINOR, BANK_TRANSACTION.AMOUNT_MINOR::ge);
        static final Criterion MOST = of("largest", BANK_TRANSACTION.AMOUNT_MINOR, BANK_TRANSACTION.AMOUNT_MINOR::le);

        private final Condition condition;
        private final List<Param<?>> parameters;

        private Criterion(Condition condition, List<? extends Param<?>> parameters) {
            this.condition = condition;
            this.parameters = List.copyOf(parameters);
        }

        private static <T> Criterion of(String name, Field<T> column, Function<Field<T>, Condition> condition) {
            Param<T> parameter = param(name, column);
            return new Criterion(condition.apply(parameter), List.of(parameter));
        }

        private static Criterion absent(Field<?> column) {
            return new Criterion(column.isNull(), List.of());
        }

        /** As many as there are types: who wants fewer says one of them several times. */
        private static Criterion types() {
            List<Param<String>> anyOf = Arrays.stream(ExpenseType.values())
                    .map(type -> param("type_" + type, BANK_TRANSACTION.EXPENSE_TYPE))
                    .toList();
            return new Criterion(BANK_TRANSACTION.EXPENSE_TYPE.in(anyOf), anyOf);
        }
    }

    /** A criterion, and the values of its parameters. */
    private record Wanted(Criterion criterion, List<Object> values) {

        Wanted(Criterion criterion, Object... values) {
            this(criterion, List.of(values));
        }
    }

    /** What decides how a page is written, but for its values. */
    private record Form(List<Criterion> criteria, TransactionOrder order, boolean after) {}

    /** Asks for the rows of a page, read in the order of an index. */
    static Together.Part ask(
            Together together,
            HouseholdId household,
            TransactionFilter filter,
            TransactionOrder order,
            Optional<Place> after,
            int limit,
            long offset) {
        List<Wanted> wanted = wanted(filter);
        List<Object> values = values(wanted);
        after.ifPresent(place -> {
            values.add(key(order, place));
            values.add(place.id());
        });
        values.add((long) limit);
        values.add(offset);
        var form = new Form(criteria(wanted), order, after.isPresent());
        return together.ask(kept(PAGES, form, ListedRows::page), household, values.toArray());
    }

    /** Asks how many rows there are; {@link #total} reads the answer. */
    static Together.Part askCount(Together together, HouseholdId household, TransactionFilter filter) {
        List<Wanted> wanted = wanted(filter);
        return together.ask(
                kept(COUNTS, criteria(wanted), ListedRows::counted),
                household,
                values(wanted).toArray());
    }

    static long total(Together.Part answer) {
        return answer.single().get(COUNT);
    }

    private static <F> Question kept(Map<F, Question> questions, F form, Function<F, Question> written) {
        if (questions.size() >= MOST_FORMS) {
            questions.clear();
        }
        return questions.computeIfAbsent(form, written);
    }

    private static List<Wanted> wanted(TransactionFilter filter) {
        List<Wanted> wanted = new ArrayList<>();
        filter.from().ifPresent(date -> wanted.add(new Wanted(Criterion.FROM, date)));
        filter.to().ifPresent(date -> wanted.add(new Wanted(Criterion.TO, date)));
        filter.category().ifPresent(named -> wanted.add(named(named, Criterion.CATEGORY, Criterion.NO_CATEGORY)));
        filter.subcategory()
                .ifPresent(named -> wanted.add(named(named, Criterion.SUBCATEGORY, Criterion.NO_SUBCATEGORY)));
        filter.account().ifPresent(named -> wanted.add(named(named, Criterion.ACCOUNT, Criterion.NO_ACCOUNT)));
        if (!filter.types().isEmpty()) {
            wanted.add(new Wanted(Criterion.TYPES, anyOf(filter.types())));
        }
        filter.excluded().ifPresent(excluded -> wanted.add(new Wanted(Criterion.EXCLUDED, excluded ? 1L : 0L)));
        filter.tag()
                .ifPresent(tag ->
                        wanted.add(new Wanted(Criterion.TAG, TransactionRows.TAG_END + tag + TransactionRows.TAG_END)));
        filter.text().ifPresent(text -> wanted.add(new Wanted(Criterion.TEXT, Naming.searchable(text))));
        filter.least().map(Money::minor).ifPresent(minor -> wanted.add(new Wanted(Criterion.LEAST, minor)));
        filter.most().map(Money::minor).ifPresent(minor -> wanted.add(new Wanted(Criterion.MOST, minor)));
        return wanted;
    }

    private static Wanted named(Named named, Criterion present, Criterion absent) {
        return named.name() == null ? new Wanted(absent) : new Wanted(present, named.name());
    }

    private static List<Object> anyOf(Set<ExpenseType> types) {
        List<ExpenseType> some = List.copyOf(types);
        return IntStream.range(0, ExpenseType.values().length)
                .<Object>mapToObj(i -> some.get(Math.min(i, some.size() - 1)).name())
                .toList();
    }

    private static List<Criterion> criteria(List<Wanted> wanted) {
        return wanted.stream().map(Wanted::criterion).toList();
    }

    /** Returns the values in the order of {@link #parameters}, to add others to. */
    private static List<Object> values(List<Wanted> wanted) {
        return wanted.stream().flatMap(one -> one.values().stream()).collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<Param<?>> parameters(List<Criterion> criteria) {
        return criteria.stream()
                .flatMap(criterion -> criterion.parameters.stream())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Condition matching(List<Criterion> criteria) {
        return BANK_TRANSACTION
                .HOUSEHOLD_ID
                .eq(Question.HOUSEHOLD)
                .and(DSL.and(
                        criteria.stream().map(criterion -> criterion.condition).toList()));
    }

    private static Question counted(List<Criterion> criteria) {
        return Question.of(
                parameters(criteria),
                List.of(COUNT),
                select -> select.from(BANK_TRANSACTION).where(matching(criteria)));
    }

    private static Question page(Form form) {
        List<Param<?>> parameters = parameters(form.criteria());
        Condition matching = matching(form.criteria());
        if (form.after()) {
            Param<?> key = key(form.order());
            parameters.add(key);
            parameters.add(AFTER_ID);
            matching = matching.and(after(form.order(), key));
        }
        parameters.add(LIMIT);
        parameters.add(OFFSET);
        Select<Record> page = select(BANK_TRANSACTION.fields())
                .from(BANK_TRANSACTION)
                .where(matching)
                .orderBy(order(form.order()))
                .limit(LIMIT)
                .offset(OFFSET);
        return Question.of(
                parameters, List.of(BANK_TRANSACTION.fields()), select -> select.from(page.asTable(BANK_TRANSACTION)));
    }

    private static Field<?> column(TransactionOrder order) {
        return switch (order.by()) {
            case DATE -> BANK_TRANSACTION.DATE;
            case AMOUNT -> BANK_TRANSACTION.AMOUNT_MINOR;
            case LABEL -> BANK_TRANSACTION.LABEL;
            case CATEGORY -> BANK_TRANSACTION.CATEGORY_KEY;
        };
    }

    private static Param<?> key(TransactionOrder order) {
        return param("after_key", column(order));
    }

    private static Object key(TransactionOrder order, Place place) {
        return switch (order.by()) {
            case DATE -> LocalDate.parse(place.key());
            case AMOUNT -> Long.valueOf(place.key());
            case LABEL, CATEGORY -> place.key();
        };
    }

    private static List<SortField<?>> order(TransactionOrder order) {
        Field<?> key = column(order);
        return order.descending()
                ? List.of(key.desc(), BANK_TRANSACTION.TRANSACTION_ID.desc())
                : List.of(key.asc(), BANK_TRANSACTION.TRANSACTION_ID.asc());
    }

    /** The rows after a place: one comparison of two columns, so that an index leads straight there. */
    private static Condition after(TransactionOrder order, Param<?> key) {
        var here = row(List.of(column(order), BANK_TRANSACTION.TRANSACTION_ID));
        var place = row(List.of(key, AFTER_ID));
        return order.descending() ? here.lessThan(place) : here.greaterThan(place);
    }

    private static Condition tagged(Field<String> tag) {
        Field<String> tags =
                concat(inline(TransactionRows.TAG_END), BANK_TRANSACTION.TAGS, inline(TransactionRows.TAG_END));
        return position(tags, tag).gt(inline(0));
    }
}
