package io.prorata.application.query;

import java.time.YearMonth;
import java.util.function.Function;

/**
 * A view, independent of its parameters.
 *
 * @param name of the view, in keys and in the table of documents
 * @param pattern of the keys of its documents
 * @param reader of its parameters, as {@link ViewQuery#parameters} writes them
 * @param usual the query of a month with default parameters
 * @param overview whether every household reads it: it is warmed on request, even if it was not read lately
 */
public record ViewType(
        String name,
        KeyPattern pattern,
        Function<ViewParameters, ViewQuery> reader,
        Function<YearMonth, ViewQuery> usual,
        boolean overview) {

    static ViewType overview(
            String name,
            KeyPattern pattern,
            Function<ViewParameters, ViewQuery> reader,
            Function<YearMonth, ViewQuery> usual) {
        return new ViewType(name, pattern, reader, usual, true);
    }

    static ViewType detail(
            String name,
            KeyPattern pattern,
            Function<ViewParameters, ViewQuery> reader,
            Function<YearMonth, ViewQuery> usual) {
        return new ViewType(name, pattern, reader, usual, false);
    }

    /** Returns its query of {@code month} with default parameters. */
    public ViewQuery of(YearMonth month) {
        return usual.apply(month);
    }

    /**
     * Returns the query with the text {@code canonical}, of any view.
     *
     * @throws IllegalArgumentException if it is not the text of a query
     */
    public static ViewQuery read(String canonical) {
        int end = canonical.indexOf('?');
        for (ViewType type : ViewQuery.types()) {
            if (end == type.name().length() && canonical.startsWith(type.name())) {
                ViewQuery query = type.reader().apply(new ViewParameters(canonical.substring(end + 1)));
                if (query.canonical().equals(canonical)) {
                    return query;
                }
            }
        }
        throw new IllegalArgumentException("no query is written " + canonical);
    }
}
