package io.prorata.domain.provision;

import io.prorata.domain.money.Money;
import java.time.YearMonth;
import java.util.Optional;

/**
 * One month of a provision that lands (formula 17).
 *
 * @param plan the terms of the month; empty after the end
 * @param target what is to be reached, after the end the last one; zero if there is none
 * @param planned what the month puts aside
 * @param reached what counts towards the target, before anything is taken as spent
 * @param nextDue the due month that counts in this month; empty without one, and after it where it does not come back
 * @param due whether this is the due month
 * @param spentByPlan what the plan takes as spent in a due month that comes back
 * @param balance at the end of the month
 * @param awaited what the plan took as spent and no fact has shown yet
 * @param unseen what has accrued and no row has shown yet
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f17">Formula 17, provisions that land</a>
 */
public record SavingMonth(
        YearMonth month,
        Optional<SavingPlan> plan,
        Money target,
        Money planned,
        Money reached,
        Optional<YearMonth> nextDue,
        boolean due,
        Money spentByPlan,
        Money balance,
        Money awaited,
        Money unseen) {

    /** Returns whether no terms hold any more. */
    public boolean hasEnded() {
        return plan.isEmpty();
    }

    /** Returns what is missing from the due month on where it does not come back; else zero. */
    public Money overdue() {
        return plan.filter(terms -> terms.pace() instanceof SavingPlan.Towards towards
                        && towards.every().isEmpty()
                        && !month.isBefore(towards.by()))
                .map(terms -> max(Money.ZERO, terms.target().minus(reached)))
                .orElse(Money.ZERO);
    }

    /**
     * Returns how far it has got (formula 10); empty without a target.
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f10">Formula 10, progress of a provision</a>
     */
    public Optional<Progress> progress() {
        return Progress.towards(Optional.of(target), reached);
    }

    private static Money max(Money one, Money other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
