package io.prorata.adapter.web.explanation;

import io.prorata.adapter.web.language.Catalogue;
import io.prorata.adapter.web.language.Language;
import io.prorata.adapter.web.language.Notation;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A derivation in words, as a person would account for a figure. The English texts are here, the others in {@code explain_fr.po} and the
 * like. What stands below a line says how that came about.
 */
public final class ExplanationText {

    /**
     * A sentence.
     *
     * @param depth 0 for the figure itself, 1 for what it was made of ...
     */
    public record Line(int depth, String text) {}

    private final ExplanationResponse explained;
    private final Catalogue catalogue;
    private final Notation notation;
    private final Language language;
    private final StepNames names;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Map<?, ?>> incomes = new LinkedHashMap<>();

    private ExplanationText(ExplanationResponse explained, Language language) {
        this.explained = explained;
        this.catalogue = catalogue(language);
        this.notation = Notation.of(language);
        this.language = language;
        this.names = new StepNames(explained, this::text);
    }

    /** Returns the texts of a language. */
    static Catalogue catalogue(Language language) {
        return Catalogue.read(ExplanationText.class, "explain", language);
    }

    /** Returns the account of a figure: what it is, then what it was made of, line by line. */
    public static List<Line> of(ExplanationResponse explained, Language language) {
        var text = new ExplanationText(explained, language);
        Map<?, ?> root = explained.derivation();
        String title = text.title(root);
        text.lines.add(new Line(0, title.substring(0, 1).toUpperCase(language.locale()) + title.substring(1)));
        text.inside(root, 1);
        if (!text.incomes.isEmpty()) {
            text.add(0, "Net incomes:");
            text.incomes.forEach((member, income) -> text.line(income, 1));
        }
        return List.copyOf(text.lines);
    }

    private String text(String english, Object... values) {
        return catalogue.text(english, values);
    }

    private String title(Map<?, ?> root) {
        String value = String.valueOf(root.get("value"));
        return new FigureTitle(explained, names, this::text)
                .of(
                        notation.amount(value.replace("-", "")) + unit(),
                        notation.amount(value) + unit(),
                        month(explained.month()),
                        value.startsWith("-"));
    }

    /** A percentage has no currency. */
    private String unit() {
        return explained.figure().endsWith("percentage") ? "\u00a0%" : "\u00a0" + explained.currency();
    }

    private String value(Map<?, ?> step) {
        return notation.amount(String.valueOf(step.get("value")));
    }

    private String value(Map<?, ?> step, String input) {
        return value(step(step, input));
    }

    private static Map<?, ?> step(Map<?, ?> step, String input) {
        return (Map<?, ?>) at(step, input);
    }

    private static List<Map<?, ?>> steps(Map<?, ?> step, String input) {
        List<Map<?, ?>> steps = new ArrayList<>();
        ((List<?>) at(step, input)).forEach(part -> steps.add((Map<?, ?>) part));
        return steps;
    }

    /** Every step of a kind has the same inputs. */
    static Object at(Map<?, ?> step, String input) {
        return Objects.requireNonNull(step.get(input), input);
    }

    private static String name(Map<?, ?> step) {
        return String.valueOf(step.get("step"));
    }

    private void add(int depth, String english, Object... values) {
        lines.add(new Line(depth, text(english, values)));
    }

    /** A step as one line: what it is of, how much, and how that came about. Below it, the steps that this names and does not explain. */
    private void line(Map<?, ?> step, int depth) {
        String label = names.of(step);
        String said = said(step);
        lines.add(new Line(depth, label.isEmpty() ? said : text("{0}: {1}", label, said)));
        below(step, depth + 1);
    }

    /** What is said of the figure itself, whose value the title has. */
    private void inside(Map<?, ?> step, int depth) {
        switch (name(step)) {
            case "sum" -> {
                if (steps(step, "parts").isEmpty()) {
                    add(depth, "There is nothing in it.");
                }
                steps(step, "parts").forEach(part -> line(part, depth));
            }
            case "difference", "min", "max", "transfer", "percent", "towards" -> {
                lines.add(new Line(depth, said(step)));
                below(step, depth + 1);
            }
            default -> line(step, depth);
        }
    }

    private String said(Map<?, ?> step) {
        return switch (name(step)) {
            case "sum" -> steps(step, "parts").isEmpty() ? value(step) : text("{0}, the sum of:", value(step));
            case "difference" ->
                text("{0}, that is {1} less {2}.", value(step), value(step, "from"), value(step, "less"));
            case "min" -> text("{0}, the smallest of:", value(step));
            case "max" -> text("{0}, the largest of:", value(step));
            case "net" ->
                text("{0}, that is {1} gross less {2} % tax.", value(step), value(step, "gross"), value(step, "rate"));
            case "rate" -> text("{0}, that is {1} % of {2}.", value(step), value(step, "rate"), value(step, "amount"));
            case "part" -> part(step);
            case "towards" ->
                text(
                        "{0}, that is {1} less the {2} that are there, over {3} months.",
                        value(step), value(step, "target"), value(step, "reached"), at(step, "months"));
            case "percent" ->
                text("{0} %, that is {1} of {2}.", value(step), value(step, "balance"), value(step, "target"));
            case "allocate" ->
                text("{0} of {1}, {2}.", value(step), value(step, "amount"), names.divided(step, notation));
            case "transfer" -> text("{0}, the smaller of what both have left to settle:", value(step));
            case "rows" -> rows(step);
            case "row" -> text("{0}, row {1}.", value(step), at(step, "id"));
            case "figure" -> text("{0}, the figure of {1}.", value(step), month(at(step, "month")));
            case "scheduled" -> text("{0}, by its schedule in {1}.", value(step), month(at(step, "month")));
            default -> stated(step);
        };
    }

    private String part(Map<?, ?> step) {
        String amount = value(step, "amount");
        long n = ((Number) at(step, "n")).longValue();
        long bills = ((Number) at(step, "bills")).longValue();
        if (bills == n) {
            return text("{0} a month.", value(step));
        }
        return bills == 1
                ? text("{0}, the part of this month in {1} every {2} months.", value(step), amount, n)
                : text("{0}, the part of this month in {1} {2} times in {3} months.", value(step), amount, bills, n);
    }

    private String rows(Map<?, ?> step) {
        Object count = step.get("count");
        return count == null
                ? text("{0} by rows.", value(step))
                : count.toString().equals("1")
                        ? text("{0}, one row.", value(step))
                        : text("{0}, {1} rows.", value(step), count);
    }

    private String stated(Map<?, ?> step) {
        Object since = step.get("since");
        return since == null
                ? text("{0}, as stated.", value(step))
                : text("{0}, stated from {1} on.", value(step), month(since));
    }

    /** Within a sentence, French writes months with a small letter. */
    private String month(Object month) {
        String written = notation.month(YearMonth.parse(month.toString()));
        return language == Language.FR ? written.toLowerCase(Locale.ROOT) : written;
    }

    private void below(Map<?, ?> step, int depth) {
        switch (name(step)) {
            case "sum", "min", "max" -> steps(step, "parts").forEach(part -> line(part, depth));
            case "transfer" -> steps(step, "dues").forEach(due -> line(due, depth));
            case "difference" -> {
                line(step(step, "from"), depth);
                line(step(step, "less"), depth);
            }
            case "rate" -> incomes(step(step, "amount"));
            case "towards" -> line(step(step, "reached"), depth);
            case "percent" -> line(step(step, "balance"), depth);
            case "allocate" -> {
                Map<?, ?> amount = step(step, "amount");
                if (!name(amount).equals("stated")) {
                    line(amount, depth);
                }
                if (names.isByIncome(step)) {
                    steps(step, "weights").forEach(this::incomes);
                }
            }
            default -> {}
        }
    }

    /** Incomes are explained once, at the end. */
    private void incomes(Map<?, ?> step) {
        if (name(step).equals("sum")) {
            steps(step, "parts").forEach(this::incomes);
        } else if (List.of("net", "stated").contains(name(step))) {
            incomes.putIfAbsent(names.of(step), step);
        }
    }
}
