package io.prorata.adapter.web.page.month;

import java.util.List;

/** Twelve months, as bars and by category. */
public record YearModel(
        String name,
        String before,
        String beforeName,
        String after,
        String afterName,
        Chart chart,
        List<Series> categories) {

    /**
     * A category through the months.
     *
     * @param points of a line, in units of the drawing
     */
    public record Series(String name, String total, String average, String points, List<String> amounts) {}
}
