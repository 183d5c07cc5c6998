package io.prorata.adapter.web.explanation;

import io.prorata.adapter.web.parameter.Bases;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.application.explanation.ExplainFigure;
import io.prorata.application.explanation.FigurePlace;
import io.prorata.application.explanation.FigureQuery;
import io.prorata.application.query.SettlementQuery;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The parameters of a request to explain a figure: the view, and those that the view itself takes. */
public record FigureRequest(
        String view,
        @Nullable String figure,
        @Nullable String of,
        @Nullable YearMonth month,
        @Nullable YearMonth from,
        @Nullable YearMonth to,
        @Nullable String basis,
        @Nullable Flag includeBefore) {

    /**
     * Returns the query.
     *
     * @param current the month that is shown if none is stated
     * @throws ProblemException 400 if there is no such view or it does not take a parameter, 422 if months end before they begin
     */
    public FigureQuery query(YearMonth current) {
        FigurePlace place = place();
        return switch (view) {
            case "summary" -> {
                requireNone("from", "to", "basis", "include_before");
                yield new FigureQuery.OfSummary(month == null ? current : month, place);
            }
            case "provisions" -> {
                requireNone("from", "to", "basis", "include_before");
                yield new FigureQuery.OfProvisions(month == null ? current : month, place);
            }
            case "settlement" -> {
                requireNone("month");
                yield new FigureQuery.OfSettlement(settlement(to == null ? current : to), place);
            }
            default ->
                throw new ProblemException(Problem.unreadable(
                        new PartError.InParameter("view", "one of summary, settlement, provisions")));
        };
    }

    /** Where the figure is: either by a pointer, or by what it is about. */
    private FigurePlace place() {
        if ((figure == null) == (of == null)) {
            throw new ProblemException(
                    Problem.unreadable(new PartError.InParameter("figure", "either figure or of names the figure")));
        }
        if (of == null) {
            return new FigurePlace.Pointer(Objects.requireNonNull(figure));
        }
        String[] parts = of.split(":", 2);
        return Arrays.stream(FigurePlace.Kind.values())
                .filter(kind -> parts.length == 2
                        && kind.name().toLowerCase(Locale.ROOT).equals(parts[0]))
                .map(kind -> new FigurePlace.Of(kind, parts[1]))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.unreadable(new PartError.InParameter(
                        "of", "one of member, bill, provision, category, transfer, then a colon and its name"))));
    }

    /**
     * Returns {@code explained} if the view shows the figure.
     *
     * @throws ProblemException 422 if it shows none there
     */
    public static ReadResult<ExplainFigure.Explained> shown(ReadResult<ExplainFigure.Explained> explained) {
        if (explained.thing().derivation().isEmpty()) {
            FigureQuery query = explained.thing().query();
            throw new ProblemException(Problem.invalid(new PartError.InParameter(
                    query.place() instanceof FigurePlace.Pointer ? "figure" : "of",
                    "the view " + query.view() + " of " + query.month() + " shows no figure there")));
        }
        return explained;
    }

    private SettlementQuery settlement(YearMonth last) {
        try {
            return new SettlementQuery(
                    new Period(from == null ? last : from, last),
                    Bases.read(basis == null ? "actual" : basis),
                    includeBefore != null && includeBefore.isTrue());
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.invalid(new PartError.InParameter("to", String.valueOf(e.getMessage()))));
        }
    }

    private void requireNone(String... names) {
        Map<String, @Nullable Object> stated = new LinkedHashMap<>();
        stated.put("month", month);
        stated.put("from", from);
        stated.put("to", to);
        stated.put("basis", basis);
        stated.put("include_before", includeBefore);
        List<PartError> errors = new ArrayList<>();
        for (String name : names) {
            if (stated.get(name) != null) {
                errors.add(new PartError.InParameter(name, "the view does not take it"));
            }
        }
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.unreadable(errors.toArray(PartError[]::new)));
        }
    }
}
