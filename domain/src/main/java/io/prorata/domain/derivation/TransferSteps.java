package io.prorata.domain.derivation;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.money.Money;
import io.prorata.domain.settlement.SettlementReport;
import io.prorata.domain.settlement.Transfer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How the transfers that settle a range came about (formula 16): by the dues of parties that together come to zero.
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f16">Formula 16, transfers</a>
 */
final class TransferSteps {

    private final List<MemberKey> members;
    private final SettlementReport report;
    private final boolean withBefore;
    private final ExplainedView view;

    TransferSteps(List<MemberKey> members, SettlementReport report, boolean withBefore, ExplainedView view) {
        this.members = members;
        this.report = report;
        this.withBefore = withBefore;
        this.view = view;
    }

    Map<String, Step> figures() {
        List<Transfer> transfers = withBefore ? report.transfersWithBefore(members) : report.transfers(members);
        Map<String, Step> figures = new LinkedHashMap<>();
        for (int i = 0; i < transfers.size(); i++) {
            Set<Party> group = group(transfers, transfers.get(i).from());
            int place = (int) transfers.subList(0, i).stream()
                    .filter(earlier -> group.contains(earlier.from()))
                    .count();
            Transfer transfer = transfers.get(i);
            var step = new Step.Transfer(dues(group), place, transfer.from(), transfer.to());
            figures.put("/transfers/" + i + "/amount", step);
            figures.put("/transfers/" + i + "/settlement/amount", step);
        }
        return figures;
    }

    /** The parties that transfers lead to from {@code party}: they settle up among themselves. */
    private static Set<Party> group(List<Transfer> transfers, Party party) {
        Set<Party> group = new HashSet<>(Set.of(party));
        int size = 0;
        while (size < group.size()) {
            size = group.size();
            for (Transfer transfer : transfers) {
                if (group.contains(transfer.from()) || group.contains(transfer.to())) {
                    group.add(transfer.from());
                    group.add(transfer.to());
                }
            }
        }
        return group;
    }

    private List<Step> dues(Set<Party> group) {
        Map<Party, Money> dues = report.dues(members);
        List<Step> steps = new ArrayList<>();
        dues.forEach((party, due) -> {
            if (group.contains(party)) {
                Step ofRange = figure("/due/" + party, due);
                steps.add(
                        withBefore
                                ? new Step.Sum(List.of(
                                        ofRange,
                                        figure(
                                                "/before/" + party,
                                                Objects.requireNonNull(
                                                        report.before().get(party)))))
                                : ofRange);
            }
        });
        return steps;
    }

    private Step figure(String pointer, Money value) {
        return new Step.Figure(view, report.to(), pointer, value.minor());
    }
}
