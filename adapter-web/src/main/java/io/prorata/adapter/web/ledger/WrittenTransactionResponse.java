package io.prorata.adapter.web.ledger;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.annotation.SerdeConfig;
import io.prorata.adapter.web.json.Months;
import io.prorata.adapter.web.json.Warning;
import io.prorata.adapter.web.plan.SplitJson;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.split.LineSplit;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * A transaction after a write.
 *
 * @param plansMoved the past months whose figures change
 * @param warnings warnings of kind {@code owed-by-nobody}, if the row was of the pot and common, and no longer is
 * @param offers alternative changes that have one member owe all of it; empty without a warning
 */
@Serdeable.Serializable
record WrittenTransactionResponse(
        @SerdeConfig.SerUnwrapped TransactionResponse transaction,
        List<String> plansMoved,
        List<Warning> warnings,
        List<OfferedChange> offers) {

    /** A body of {@code PATCH /transactions/{id}}. */
    @Serdeable.Serializable
    record OfferedChange(boolean common, Map<String, Object> split) {}

    static WrittenTransactionResponse of(TransactionResponse transaction, SortedSet<YearMonth> plansMoved) {
        return of(transaction, plansMoved, List.of());
    }

    /** @param owedByNobody members of whom one may owe the whole amount that nobody owes now; empty if somebody owes it */
    static WrittenTransactionResponse of(
            TransactionResponse transaction, SortedSet<YearMonth> plansMoved, List<MemberKey> owedByNobody) {
        return new WrittenTransactionResponse(
                transaction,
                Months.texts(plansMoved),
                owedByNobody.isEmpty()
                        ? List.of()
                        : List.of(
                                Warning.of(
                                        "owed-by-nobody",
                                        "The pot has paid this, and nobody will owe it: it is no business of the household any more.")),
                owedByNobody.stream()
                        .map(member -> new OfferedChange(true, SplitJson.write(new LineSplit.AllTo(member))))
                        .toList());
    }
}
