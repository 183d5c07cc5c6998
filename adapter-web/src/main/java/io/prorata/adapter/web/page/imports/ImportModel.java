package io.prorata.adapter.web.page.imports;

import java.util.List;

/**
 * Bank files.
 *
 * @param report of the file that was sent; one that says nothing where there is none
 * @param past imports, the latest first
 */
public record ImportModel(Report report, List<Past> past) {

    /**
     * What a file holds.
     *
     * @param shown whether there is one
     * @param done whether it was imported
     * @param said how many rows are new, known and refused
     * @param format how it was found to be written
     */
    public record Report(
            boolean shown,
            boolean done,
            String file,
            String said,
            String format,
            List<Row> rows,
            List<String> refused,
            List<String> notes) {
        static final Report NONE = new Report(false, false, "", "", "", List.of(), List.of(), List.of());
    }

    /**
     * A row as it would be kept.
     *
     * @param rules which sorting rules chose something of it; empty if none did
     */
    public record Row(
            String day, String label, String amount, String category, String type, boolean known, String rules) {}

    /** An import as it is listed. */
    public record Past(long id, String file, String at, String said, boolean undone) {}
}
