package io.prorata.bootstrap.operator;

import io.prorata.application.imports.ImportReport;
import io.prorata.bootstrap.operator.ImportOutcome.ChangedLine;
import io.prorata.bootstrap.operator.ImportOutcome.KnownLine;
import io.prorata.bootstrap.operator.ImportOutcome.LikeABill;
import io.prorata.bootstrap.operator.ImportOutcome.MonthRows;
import io.prorata.bootstrap.operator.ImportOutcome.ShownRow;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Converts the report of an import in this process. */
final class LocalImport {

    private LocalImport() {}

    static ImportOutcome outcome(ImportReport report) {
        SortedMap<YearMonth, MonthRows> months = new TreeMap<>();
        report.months()
                .forEach((month, totals) ->
                        months.put(month, new MonthRows(totals.rows(), totals.received(), totals.spent())));
        return new ImportOutcome(
                report.importId(),
                report.currency(),
                report.format(),
                report.lines(),
                report.added(),
                report.known(),
                report.refused(),
                months,
                report.likeBills().stream().map(LocalImport::likeABill).toList(),
                report.knownLines().stream()
                        .map(known -> new KnownLine(
                                known.line(),
                                known.bank().date(),
                                known.bank().label(),
                                known.bank().amount()))
                        .toList(),
                report.knownUnnamed(),
                report.knownButForAccount().size(),
                report.warnings().stream().map(Object::toString).toList(),
                report.changed().stream().map(LocalImport::changed).toList(),
                report.rows().stream().map(LocalImport::shown).toList(),
                report.profile().map(used -> new ImportOutcome.UsedProfile(used.id(), used.options(), used.chosen())));
    }

    private static ChangedLine changed(ImportReport.ChangedLine line) {
        return new ChangedLine(
                line.line(),
                line.difference(),
                line.before().date(),
                line.before().label(),
                line.before().amount(),
                line.after().date(),
                line.after().label(),
                line.after().amount(),
                line.done());
    }

    private static ShownRow shown(ImportReport.ShownRow row) {
        return new ShownRow(
                row.line(),
                row.bank().date(),
                row.bank().label(),
                row.bank().amount(),
                ShownRow.category(Optional.ofNullable(row.category()), Optional.ofNullable(row.subcategory())),
                row.type().name(),
                row.known(),
                List.copyOf(row.sortedBy()));
    }

    private static LikeABill likeABill(ImportReport.LikeABill like) {
        return new LikeABill(
                like.line(),
                like.transactionId(),
                like.bank().date(),
                like.bank().label(),
                like.bank().amount(),
                like.label());
    }
}
