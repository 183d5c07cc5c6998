package io.prorata.bootstrap.operator;

import io.prorata.application.bankfile.BankFileFormat;
import io.prorata.application.imports.ImportReport;
import io.prorata.application.request.InCurrency;
import io.prorata.bootstrap.operator.ImportOutcome.Format;
import io.prorata.bootstrap.operator.ImportOutcome.LikeABill;
import io.prorata.bootstrap.operator.ImportOutcome.MonthRows;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells the outcome of an import that was done here. */
final class LocalImport {

    private LocalImport() {}

    static ImportOutcome outcome(InCurrency<ImportReport> valued) {
        ImportReport report = valued.thing();
        SortedMap<YearMonth, MonthRows> months = new TreeMap<>();
        report.months()
                .forEach((month, totals) ->
                        months.put(month, new MonthRows(totals.rows(), totals.received(), totals.spent())));
        return new ImportOutcome(
                report.importId(),
                valued.currency(),
                format(report.format()),
                report.lines(),
                report.added(),
                report.known(),
                report.refused(),
                months,
                report.likeBills().stream().map(LocalImport::likeABill).toList());
    }

    private static Format format(BankFileFormat format) {
        Map<String, String> columns = new LinkedHashMap<>();
        format.columns().forEach(column -> columns.put(column.role(), column.name()));
        return new Format(
                format.encoding(),
                String.valueOf(format.delimiter()),
                format.headerLine(),
                columns,
                format.dates().map(Object::toString),
                format.decimal().map(Object::toString));
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
