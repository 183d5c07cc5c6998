package io.prorata.adapter.web.ledger;

import io.prorata.adapter.web.json.PartyJson;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.application.confirmation.RowsToConfirm;
import io.prorata.application.view.AttributionFilter;
import io.prorata.application.view.TransactionFilter;
import io.prorata.domain.ledger.PlanLink;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which attributions a list of transactions is asked for, as its parameters say it. */
record AttributionParameters(
        @Nullable Long accountId,
        @Nullable Flag common,
        @Nullable Flag ownSplit,
        @Nullable String payer,
        @Nullable Long billId,
        @Nullable Long provisionId,
        @Nullable String member,
        @Nullable Flag toConfirm,
        @Nullable Long sortedBy) {

    /** @throws io.prorata.adapter.web.problem.ProblemException if the rows of {@code filter} are of too many months to be looked through */
    Optional<Boolean> confirmedOf(TransactionFilter filter) {
        if (toConfirm != null && !RowsToConfirm.isBounded(filter)) {
            throw TransactionListRequest.unreadable(
                    "to_confirm", "it takes a month, or from and to within " + RowsToConfirm.MOST_MONTHS + " months");
        }
        return Optional.ofNullable(toConfirm).map(Flag::isTrue);
    }

    /** @throws io.prorata.adapter.web.problem.ProblemException naming the parameter that breaks a rule */
    AttributionFilter filter() {
        if (billId != null && provisionId != null) {
            throw TransactionListRequest.unreadable(
                    "provision_id", "a row names a bill or a provision: give one of the two");
        }
        Optional<PlanLink> link = billId != null
                ? Optional.of(new PlanLink.Bill(billId))
                : Optional.ofNullable(provisionId).map(PlanLink.Provision::new);
        return new AttributionFilter(
                Optional.ofNullable(common).map(Flag::isTrue),
                Optional.ofNullable(ownSplit).map(Flag::isTrue),
                Optional.ofNullable(payer)
                        .map(text -> TransactionListRequest.ruled("payer", () -> PartyJson.party(text))),
                link,
                Optional.ofNullable(member)
                        .map(text -> TransactionListRequest.ruled("member", () -> PartyJson.source(text))),
                Set.of(),
                Optional.ofNullable(sortedBy));
    }
}
