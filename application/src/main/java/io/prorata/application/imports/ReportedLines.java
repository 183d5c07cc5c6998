package io.prorata.application.imports;

import io.prorata.application.bankfile.ReadLine.Accepted;
import io.prorata.application.bankfile.ReadWarning;
import io.prorata.application.imports.ImportReport.ChangedLine;
import io.prorata.application.imports.ImportReport.KnownLine;
import io.prorata.application.imports.ImportReport.ShownRow;
import io.prorata.application.imports.ImportReport.Totals;
import io.prorata.application.sorting.RowSorting;
import io.prorata.domain.Refusal;
import io.prorata.domain.Refusal.RefusedLine;
import io.prorata.domain.RefusedException;
import io.prorata.domain.ledger.Transaction;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Collects the report of each line during an import or its preview. */
final class ReportedLines {

    private final RowSorting sorting;
    private final int shownRows;
    private final List<RefusedLine> refused = new ArrayList<>();
    private final SortedMap<YearMonth, Totals> months = new TreeMap<>();
    private final List<KnownLine> knownLines = new ArrayList<>();
    private final List<ShownRow> rows = new ArrayList<>();

    private int added;
    private int known;
    private int stayedOut;
    private int unnamed;

    /** @param shownRows the number of rows that are shown */
    ReportedLines(RowSorting sorting, int shownRows) {
        this.sorting = sorting;
        this.shownRows = shownRows;
    }

    void refused(int line, String reason) {
        refused.add(new RefusedLine(line, reason));
    }

    /** Adds a new line, stored or not, and the row that it becomes. */
    void fresh(Accepted line, Transaction row) {
        if (rows.size() < shownRows) {
            rows.add(new ShownRow(
                    line.line(),
                    row.line(),
                    row.classification().category(),
                    row.classification().subcategory(),
                    row.classification().type(),
                    false,
                    row.choices().rules()));
        }
    }

    /** Adds a line that is stored, or would be. */
    void added(Accepted line) {
        added++;
        months.merge(
                YearMonth.from(line.bank().date()),
                Totals.NONE.plus(line.bank().amount()),
                (before, one) -> before.plus(line.bank().amount()));
    }

    /** Adds a line whose row was removed by hand. */
    void stayedOut(Accepted line) {
        stayedOut++;
        known(line);
    }

    /** Adds a known line. */
    void known(Accepted line) {
        known++;
        if (line.bank().account() == null) {
            unnamed++;
        }
        if (knownLines.size() < ImportReport.MOST_KNOWN_LINES) {
            knownLines.add(new KnownLine(line.line(), line.bank()));
        }
        if (rows.size() < shownRows) {
            rows.add(new ShownRow(
                    line.line(),
                    line.bank(),
                    line.category(),
                    line.subcategory(),
                    sorting.typeOf(line.bank().amount(), line.category(), line.subcategory()),
                    true,
                    Collections.emptySortedSet()));
        }
    }

    /** @throws RefusedException if there are lines and none can be accepted */
    void requireAccepted() {
        if (added + known == 0 && !refused.isEmpty()) {
            throw new RefusedException(new Refusal.NothingAccepted(refused));
        }
    }

    int added() {
        return added;
    }

    int known() {
        return known;
    }

    /** Returns the number of known lines without an account. */
    int unnamed() {
        return unnamed;
    }

    List<RefusedLine> refused() {
        return refused;
    }

    SortedMap<YearMonth, Totals> months() {
        return months;
    }

    /** Returns known lines, in the order of the file. */
    List<KnownLine> knownLines() {
        return knownLines.stream()
                .sorted(Comparator.comparingInt(KnownLine::line))
                .toList();
    }

    /** Returns the rows that are shown, in the order of the file. */
    List<ShownRow> rows() {
        return rows.stream().sorted(Comparator.comparingInt(ShownRow::line)).toList();
    }

    /** Returns the warnings of the file, and those about lines in another form and removed lines. */
    List<ReadWarning> warnings(List<ReadWarning> ofReader, List<ChangedLine> changed) {
        List<ReadWarning> warnings = new ArrayList<>(ofReader);
        if (stayedOut > 0) {
            warnings.add(ReadWarning.ofFile((stayedOut == 1
                            ? "1 line was taken out of the books before, and stays out; undo its import"
                            : stayedOut + " lines were taken out of the books before, and stay out; undo their import")
                    + " to have them again"));
        }
        long open = changed.stream().filter(line -> !line.done()).count();
        if (open > 0) {
            warnings.add(ReadWarning.ofFile((open == 1
                            ? "1 line is there in another form and was left as it is"
                            : open + " lines are there in another form and were left as they are")
                    + "; correct=true changes those that nobody has edited"));
        }
        return warnings;
    }
}
