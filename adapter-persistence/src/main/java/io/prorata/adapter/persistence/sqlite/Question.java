package io.prorata.adapter.persistence.sqlite;

import static org.jooq.impl.DSL.select;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jooq.Condition;
import org.jooq.Converter;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectFinalStep;
import org.jooq.SelectSelectStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A query that is asked again and again with other values: jOOQ writes its text once. For a view that takes longer than SQLite does to
 * find most of what is asked.
 */
public final class Question {

    /** The household that is asked about, the first value of every question. */
    public static final Param<Long> HOUSEHOLD = DSL.param("household", SQLDataType.BIGINT);

    private static final Pattern NAMED = Pattern.compile(":(\\w+)");

    private final Columns columns;
    private final List<Param<?>> parameters;
    private final Select<Record> query;
    private volatile @Nullable Text text;

    private Question(List<Param<?>> parameters, Columns columns, Select<Record> query) {
        this.parameters = parameters;
        this.columns = columns;
        this.query = query;
    }

    /** @param places for each value that is bound, its place among the parameters */
    private record Text(Arm arm, List<Integer> places) {}

    /** Asks for the rows of {@code table} that meet {@code condition}, in which {@link #HOUSEHOLD} is the only parameter. */
    public static Question of(Table<?> table, Condition condition) {
        return of(List.of(), table, condition);
    }

    /**
     * Asks for the rows of {@code table} that meet {@code condition}.
     *
     * @param others the parameters beside {@link #HOUSEHOLD}, each with a name of its own
     */
    public static Question of(List<Param<?>> others, Table<?> table, Condition condition) {
        return of(others, List.of(table.fields()), select -> select.from(table).where(condition));
    }

    /**
     * Asks for {@code columns}.
     *
     * @param others the parameters beside {@link #HOUSEHOLD}, each with a name of its own
     * @param query the rest of the select; an order or a limit of its own has to be inside a derived table
     */
    public static Question of(
            List<Param<?>> others,
            List<Field<?>> columns,
            Function<SelectSelectStep<Record>, SelectFinalStep<Record>> query) {
        List<Param<?>> parameters = new ArrayList<>(List.of(HOUSEHOLD));
        parameters.addAll(others);
        return new Question(
                List.copyOf(parameters),
                new Columns(columns),
                query.apply(select(columns).select(Arm.REST)));
    }

    Columns columns() {
        return columns;
    }

    Arm arm(DSLContext sql) {
        return text(sql).arm();
    }

    /** Returns {@code values}, which the parameters have, as they are bound: as the database keeps them, and as often as they occur. */
    List<Object> bound(DSLContext sql, List<Object> values) {
        if (values.size() != parameters.size()) {
            throw new IllegalArgumentException(values.size() + " values for " + parameters);
        }
        return text(sql).places().stream()
                .<Object>map(place -> kept(parameters.get(place).getConverter(), values.get(place)))
                .toList();
    }

    private static <D, T> D kept(Converter<D, T> converter, Object value) {
        return converter.to(converter.toType().cast(value));
    }

    private Text text(DSLContext sql) {
        Text known = text;
        if (known == null) {
            known = written(sql.renderNamedParams(query));
            text = known;
        }
        return known;
    }

    private Text written(String named) {
        List<String> names = parameters.stream().map(Param::getParamName).toList();
        List<Integer> places = NAMED.matcher(named)
                .results()
                .map(name -> names.indexOf(name.group(1)))
                .toList();
        return new Text(Arm.of(NAMED.matcher(named).replaceAll("?")), places);
    }
}
