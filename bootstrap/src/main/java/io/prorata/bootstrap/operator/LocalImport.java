package io.prorata.bootstrap.operator;

import io.prorata.application.ImportReport;
import io.prorata.application.Valued;
import io.prorata.bootstrap.operator.ImportOutcome.LikeABill;
import io.prorata.bootstrap.operator.ImportOutcome.MonthRows;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells the outcome of an import that was done here. */
final class LocalImport {

    private LocalImport() {}

    static ImportOutcome outcome(Valued<ImportReport> valued) {
        ImportReport report = valued.thing();
        SortedMap<YearMonth, MonthRows> months = new TreeMap<>();
        report.months()
                .forEach((month, totals) ->
                        months.put(month, new MonthRows(totals.rows(), totals.received(), totals.spent())));
        return new ImportOutcome(
                report.importId(),
                valued.currency(),
                report.format(),
                report.lines(),
                report.added(),
                report.known(),
                report.refused(),
                months,
                report.likeBills().stream().map(LocalImport::likeABill).toList());
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
