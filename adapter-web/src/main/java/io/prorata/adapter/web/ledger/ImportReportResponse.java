package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.Amounts;
import io.prorata.application.ImportReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What became of a bank file, or would become of it.
 *
 * @param importId absent in a dry run
 * @param format how the file was found to be written; {@code kind} says which format it is
 * @param markBills where to post the ids of rows that do pay a bill, so that they are not counted as everyday spending too; absent if
 *     no row looks like one, and in a dry run
 */
@Serdeable.Serializable
record ImportReportResponse(
        @Nullable Long importId,
        @Nullable String fileName,
        String currency,
        Map<String, Object> format,
        int lines,
        int added,
        int known,
        List<RefusedLine> refused,
        Map<String, MonthTotals> months,
        List<LikeABill> likeBills,
        @Nullable String markBills) {

    @Serdeable.Serializable
    record RefusedLine(int line, String reason) {}

    /** The new rows of a month, with the bank's sign. */
    @Serdeable.Serializable
    record MonthTotals(int rows, String received, String spent) {}

    @Serdeable.Serializable
    record LikeABill(
            int line,
            @Nullable Long transactionId,
            String date,
            String label,
            String amount,
            long billId,
            String bill) {}

    static ImportReportResponse of(ImportReport report, Amounts amounts) {
        Map<String, MonthTotals> months = new LinkedHashMap<>();
        report.months()
                .forEach((month, totals) -> months.put(
                        month.toString(),
                        new MonthTotals(totals.rows(), amounts.text(totals.received()), amounts.text(totals.spent()))));
        Long id = boxed(report.importId());
        return new ImportReportResponse(
                id,
                report.fileName(),
                amounts.currency().getCurrencyCode(),
                BankFileFormatJson.write(report.format()),
                report.lines(),
                report.added(),
                report.known(),
                report.refused().stream()
                        .map(line -> new RefusedLine(line.line(), line.reason()))
                        .toList(),
                months,
                report.likeBills().stream()
                        .map(like -> likeABill(like, amounts))
                        .toList(),
                id == null || report.likeBills().isEmpty() ? null : "/imports/" + id + "/bills");
    }

    private static LikeABill likeABill(ImportReport.LikeABill like, Amounts amounts) {
        return new LikeABill(
                like.line(),
                boxed(like.transactionId()),
                like.bank().date().toString(),
                like.bank().label(),
                amounts.text(like.bank().amount()),
                like.bill(),
                like.label());
    }

    private static @Nullable Long boxed(OptionalLong id) {
        return id.isPresent() ? id.getAsLong() : null;
    }
}
