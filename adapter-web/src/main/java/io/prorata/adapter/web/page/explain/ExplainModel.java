package io.prorata.adapter.web.page.explain;

import io.prorata.adapter.web.explanation.ExplanationText;
import java.util.List;

/**
 * How a figure came about.
 *
 * @param title what it is
 * @param monthName the month that it is of
 * @param back the screen that shows it
 */
public record ExplainModel(String title, String monthName, String back, List<ExplanationText.Line> lines) {

    /** The deepest indentation; what lies deeper is indented as much. */
    private static final int DEEPEST = 6;

    /** Returns the class of a line. */
    public static String indentation(ExplanationText.Line line) {
        return "in" + Math.min(line.depth(), DEEPEST);
    }
}
