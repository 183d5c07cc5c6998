package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.Warning;
import io.prorata.application.imports.ImportReport;
import io.prorata.domain.ledger.BankLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The result of an import or of its dry run.
 *
 * @param importId absent in a dry run
 * @param format the detected format of the file; {@code kind} is its name
 * @param markBills the address for the ids of rows that pay a bill, so that they do not also count as everyday spending; absent if
 *     no row looks like one, and in a dry run
 * @param knownLines the known lines, the first 1000 of them
 * @param knownWithoutAccount the number of known lines without an account: equal lines of another account cannot be distinguished from them
 * @param knownButForAccount the number of added lines that the books have under another account or without one: the same file, imported
 *     again with another account name, adds every line again
 * @param knownButForAccountLines the numbers of those lines, the first 1000 of them
 * @param changed known lines that the file has in another form, and whether they were, or would be, changed
 * @param rows in a dry run, the first lines as they would be stored
 * @param profile the profile that provided options or stores the stated ones; absent without one
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
        @Nullable String markBills,
        List<KnownLine> knownLines,
        int knownWithoutAccount,
        int knownButForAccount,
        List<Integer> knownButForAccountLines,
        List<Warning> warnings,
        List<ChangedLine> changed,
        List<ShownRow> rows,
        @Nullable UsedProfile profile) {

    private static final String NAME_IT = " The option account names it.";

    @Serdeable.Serializable
    record RefusedLine(int line, String reason) {}

    /** A line that the books already have. */
    @Serdeable.Serializable
    record KnownLine(
            int line,
            String date,
            String label,
            String amount,
            @Nullable String account) {}

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

    @Serdeable.Serializable
    record ChangedLine(int line, long transactionId, String difference, Form before, Form after, boolean done) {}

    /** One form of a line. */
    @Serdeable.Serializable
    record Form(String date, String label, String amount) {}

    @Serdeable.Serializable
    record ShownRow(
            int line,
            String date,
            String label,
            String amount,
            @Nullable String account,
            @Nullable String category,
            @Nullable String subcategory,
            String expenseType,
            boolean known,
            Collection<Long> sortedBy) {}

    /**
     * @param options the options that the file was read with
     * @param chosen whether the profile provided some of them; if not, it stores them for the next file
     */
    @Serdeable.Serializable
    record UsedProfile(@Nullable Long id, Map<String, String> options, boolean chosen) {}

    private static UsedProfile profile(ImportReport.UsedProfile used) {
        return new UsedProfile(boxed(used.id()), used.options(), used.chosen());
    }

    static ImportReportResponse of(ImportReport report, AmountText amounts) {
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
                id == null || report.likeBills().isEmpty() ? null : "/imports/" + id + "/bills",
                report.knownLines().stream()
                        .map(known -> knownLine(known, amounts))
                        .toList(),
                report.knownUnnamed(),
                report.knownButForAccount().size(),
                report.knownButForAccount().stream()
                        .limit(ImportReport.MOST_KNOWN_LINES)
                        .toList(),
                warnings(report),
                report.changed().stream()
                        .map(changed -> new ChangedLine(
                                changed.line(),
                                changed.transactionId(),
                                changed.difference(),
                                form(changed.before(), amounts),
                                form(changed.after(), amounts),
                                changed.done()))
                        .toList(),
                report.rows().stream().map(row -> shownRow(row, amounts)).toList(),
                report.profile().map(ImportReportResponse::profile).orElse(null));
    }

    private static KnownLine knownLine(ImportReport.KnownLine known, AmountText amounts) {
        return new KnownLine(
                known.line(),
                known.bank().date().toString(),
                known.bank().label(),
                amounts.text(known.bank().amount()),
                known.bank().account());
    }

    private static List<Warning> warnings(ImportReport report) {
        List<Warning> warnings = new ArrayList<>();
        int butForAccount = report.knownButForAccount().size();
        if (butForAccount > 0) {
            warnings.add(Warning.of(
                    "known-but-for-account",
                    "Lines that are known but for the account: " + butForAccount
                            + ". The books have them under another account or under none, and they count twice if they are"
                            + " the same." + NAME_IT));
        }
        if (report.knownUnnamed() > 0) {
            warnings.add(Warning.of(
                    "account-not-named",
                    "Known lines that name no account: " + report.knownUnnamed()
                            + ". They were not added. If the file is of another account than the lines that the books have, they"
                            + " are missing." + NAME_IT));
        }
        report.warnings()
                .forEach(warning -> warnings.add(new Warning(
                        "bank-file",
                        warning.text(),
                        null,
                        warning.line().isPresent() ? warning.line().getAsInt() : null)));
        return warnings;
    }

    private static Form form(BankLine line, AmountText amounts) {
        return new Form(line.date().toString(), line.label(), amounts.text(line.amount()));
    }

    private static ShownRow shownRow(ImportReport.ShownRow row, AmountText amounts) {
        return new ShownRow(
                row.line(),
                row.bank().date().toString(),
                row.bank().label(),
                amounts.text(row.bank().amount()),
                row.bank().account(),
                row.category(),
                row.subcategory(),
                row.type().name(),
                row.known(),
                row.sortedBy());
    }

    private static LikeABill likeABill(ImportReport.LikeABill like, AmountText amounts) {
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
