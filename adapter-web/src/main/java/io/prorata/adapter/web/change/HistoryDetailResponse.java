package io.prorata.adapter.web.change;

import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.category.NameChangeJson;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.change.ShowHistoryEntry.HistoryDetail;
import io.prorata.application.port.Ledger.EarlierRow;
import io.prorata.domain.ledger.Transaction;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A change with what it replaced.
 *
 * @param entry the change as the history lists it
 * @param undoable whether a change of this kind can be undone; what was changed since can still prevent it
 * @param rows the first 200 rows that it replaced, removed or put back
 * @param moreRows whether there are more rows
 * @param names of categories that it replaced in other things than rows
 */
@Serdeable.Serializable
record HistoryDetailResponse(
        HistoryEntryJson entry,
        boolean undoable,
        List<HistoryRowJson> rows,
        boolean moreRows,
        List<NameChangeJson> names) {

    /**
     * A row of a change.
     *
     * @param change {@code replaced}, {@code removed} or {@code restored}
     * @param changedSince whether a later change concerns the row, so that the change cannot be undone
     * @param before the row before the change; of a restored row, as it was put back
     * @param now the row as it is; null if it is not there
     */
    @Serdeable.Serializable
    record HistoryRowJson(
            long id,
            String change,
            boolean changedSince,
            RowValuesJson before,
            @Nullable RowValuesJson now) {

        private static HistoryRowJson of(EarlierRow row, AmountText amounts) {
            return new HistoryRowJson(
                    row.entry().transaction().id(),
                    row.change().name().toLowerCase(Locale.ROOT),
                    row.changedSince(),
                    RowValuesJson.of(row.entry().transaction(), amounts),
                    row.now().map(now -> RowValuesJson.of(now, amounts)).orElse(null));
        }
    }

    /** The values of a row by which people recognise it. */
    @Serdeable.Serializable
    record RowValuesJson(
            String date,
            String label,
            String amount,
            String expenseType,
            @Nullable String category,
            @Nullable String subcategory,
            boolean excluded,
            boolean common,
            List<String> tags,
            @Nullable String note) {

        private static RowValuesJson of(Transaction row, AmountText amounts) {
            return new RowValuesJson(
                    row.line().date().toString(),
                    row.line().label(),
                    amounts.text(row.line().amount()),
                    row.classification().type().name(),
                    row.classification().category(),
                    row.classification().subcategory(),
                    row.classification().excluded(),
                    row.attribution().common(),
                    List.copyOf(row.tags()),
                    row.note());
        }
    }

    static HistoryDetailResponse of(HistoryDetail detail, JsonMapper json, AmountText amounts) {
        return new HistoryDetailResponse(
                HistoryEntryJson.of(detail.entry(), json),
                detail.undoable(),
                detail.rows().stream()
                        .map(row -> HistoryRowJson.of(row, amounts))
                        .toList(),
                detail.moreRows(),
                NameChangeJson.of(detail.names()));
    }
}
