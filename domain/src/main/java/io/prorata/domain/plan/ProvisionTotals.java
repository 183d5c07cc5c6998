package io.prorata.domain.plan;

import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Progress;
import io.prorata.domain.split.Shares;
import java.util.List;
import java.util.Optional;

/**
 * What several provisions come to.
 *
 * @param withTarget how many of them have a target
 * @param target the sum of their targets
 * @param balance the sum of their balances at the end of the month
 * @param targetedBalance the balance of those with a target: what a progress can be reckoned from
 */
public record ProvisionTotals(
        int count, int withTarget, Money monthly, Shares shares, Money target, Money balance, Money targetedBalance) {

    static ProvisionTotals of(MonthPlan plan, List<ProvisionLine> lines) {
        List<ProvisionLine> targeted =
                lines.stream().filter(line -> line.progress().isPresent()).toList();
        return new ProvisionTotals(
                lines.size(),
                targeted.size(),
                Money.sum(lines.stream().map(ProvisionLine::monthly).toList()),
                plan.sum(lines.stream().map(ProvisionLine::shares).toList()),
                Money.sum(targeted.stream()
                        .flatMap(line -> line.terms().target().stream())
                        .toList()),
                Money.sum(lines.stream().map(ProvisionLine::balance).toList()),
                Money.sum(targeted.stream().map(ProvisionLine::balance).toList()));
    }

    /** Returns how far those with a target have got together (formula 10); empty if there are none. */
    public Optional<Progress> progress() {
        return Progress.towards(Optional.of(target), targetedBalance);
    }
}
