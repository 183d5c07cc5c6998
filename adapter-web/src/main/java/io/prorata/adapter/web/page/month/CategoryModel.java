package io.prorata.adapter.web.page.month;

import java.util.List;

/**
 * One category of a month.
 *
 * @param back the month it is of
 * @param rows its latest rows
 * @param all where all its rows are
 * @param rename where it gets another name; empty for what has none
 */
public record CategoryModel(
        String name,
        String monthName,
        String back,
        String total,
        String said,
        List<Line> subcategories,
        List<Line> rows,
        String all,
        String rename) {}
