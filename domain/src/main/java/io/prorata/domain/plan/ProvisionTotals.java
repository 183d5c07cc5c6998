package io.prorata.domain.plan;

import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Progress;
import io.prorata.domain.split.Shares;
import java.util.List;
import java.util.Optional;

/**
 * The totals of several provisions.
 *
 * @param count the number of provisions shown, including ended ones
 * @param withTarget the number of those in force with a target
 * @param ended the number of those that have ended with a balance
 * @param target the sum of the targets
 * @param balance the sum of all balances at the end of the month
 * @param counted the sum of what counts towards the targets, each from zero to its own target
 */
public record ProvisionTotals(
        int count,
        int withTarget,
        int ended,
        Money monthly,
        Shares shares,
        Money target,
        Money balance,
        Money counted) {

    static ProvisionTotals of(MonthPlan plan, List<ProvisionLine> lines) {
        List<ProvisionLine> targeted =
                lines.stream().filter(line -> line.progress().isPresent()).toList();
        return new ProvisionTotals(
                lines.size(),
                targeted.size(),
                Math.toIntExact(lines.stream().filter(ProvisionLine::ended).count()),
                Money.sum(lines.stream().map(ProvisionLine::monthly).toList()),
                plan.sum(lines.stream().map(ProvisionLine::shares).toList()),
                Money.sum(targeted.stream()
                        .flatMap(line -> line.target().stream())
                        .toList()),
                Money.sum(lines.stream().map(ProvisionLine::balance).toList()),
                Money.sum(targeted.stream()
                        .flatMap(line -> line.target().map(target -> Progress.counted(target, line.reached())).stream())
                        .toList()));
    }

    /**
     * Returns the progress of all provisions with a target: the sum of {@code min(max(reached, 0), target)} over the sum of the targets.
     * Empty if there are none.
     */
    public Optional<Progress> progress() {
        return Progress.towards(Optional.of(target), counted);
    }
}
