package io.prorata.application.query;

import java.time.YearMonth;
import java.util.function.Function;

/**
 * A view as such, whatever its parameters.
 *
 * @param name of the view, in keys and in the table of kept documents
 * @param pattern under which its documents are kept and counted
 * @param reader of its parameters, as {@link ViewQuery#parameters} writes them
 * @param usual the query of a month with the parameters that a request has unless it says otherwise
 * @param overview whether every household looks at it: it is warmed on request, though nobody has looked at it lately
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

    /** Returns its query of {@code month} with the usual parameters. */
    public ViewQuery of(YearMonth month) {
        return usual.apply(month);
    }

    /**
     * Returns the query that is written {@code canonical}, of whatever view.
     *
     * @throws IllegalArgumentException if it is no query's text
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
