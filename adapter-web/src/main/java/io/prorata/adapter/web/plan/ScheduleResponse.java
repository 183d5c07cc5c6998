package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.provision.ShowSchedule;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.provision.Progress;
import io.prorata.domain.provision.SavingMonth;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The months of a provision.
 *
 * @param months in order; none lies before its first terms
 */
@Serdeable.Serializable
record ScheduleResponse(long id, String name, String currency, List<ScheduledMonth> months) {

    /**
     * One month.
     *
     * @param planned what the month puts aside
     * @param reached what counts towards the target: the balance, and with a due month what was paid for the purpose; before anything is taken as
     *     spent
     * @param target absent without one
     * @param nextDue the due month that counts in this month, absent without one and after the last
     * @param due whether this is the due month
     * @param spentByPlan what the plan takes as spent in a due month that comes back
     * @param overdue what is missing from the due month on where it does not come back
     * @param balance at the end of the month
     * @param awaited what the plan took as spent and no row or withdrawal has shown yet
     * @param accruedUnseen what has accrued and no row has shown yet
     * @param ended whether no terms hold any more
     */
    @Serdeable.Serializable
    record ScheduledMonth(
            String month,
            String planned,
            String reached,
            @Nullable String target,
            @Nullable String progressPercentage,
            @Nullable String nextDue,
            boolean due,
            String spentByPlan,
            String overdue,
            String balance,
            String awaited,
            String accruedUnseen,
            boolean ended) {

        static ScheduledMonth of(SavingMonth month, AmountText amounts) {
            return new ScheduledMonth(
                    month.month().toString(),
                    amounts.text(month.planned()),
                    amounts.text(month.reached()),
                    month.target().isZero() ? null : amounts.text(month.target()),
                    month.progress()
                            .map(Progress::inPercent)
                            .map(Object::toString)
                            .orElse(null),
                    month.nextDue().map(YearMonth::toString).orElse(null),
                    month.due(),
                    amounts.text(month.spentByPlan()),
                    amounts.text(month.overdue()),
                    amounts.text(month.balance()),
                    amounts.text(month.awaited()),
                    amounts.text(month.unseen()),
                    month.hasEnded());
        }
    }

    static ScheduleResponse of(ReadResult<ShowSchedule.Schedule> schedule) {
        var amounts = new AmountText(schedule.currency());
        return new ScheduleResponse(
                schedule.thing().provision().id(),
                schedule.thing().provision().card().name(),
                schedule.currency().getCurrencyCode(),
                schedule.thing().months().stream()
                        .map(month -> ScheduledMonth.of(month, amounts))
                        .toList());
    }
}
