package io.prorata.adapter.web.page.rows;

import java.util.List;

/**
 * One row, to be changed.
 *
 * @param stamp of its state
 * @param back the list that it was opened from
 */
public record RowModel(
        long id,
        String stamp,
        String label,
        String date,
        String amount,
        String plainAmount,
        String category,
        String subcategory,
        String type,
        String tags,
        boolean excluded,
        String back,
        List<String> types,
        List<String> categories) {}
