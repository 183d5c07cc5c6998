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
 * @param months the months in order; none is before its first terms
 */
@Serdeable.Serializable
record ScheduleResponse(long id, String name, String currency, List<ScheduledMonth> months) {

    /**
     * One month.
     *
     * @param planned the amount that the month puts aside
     * @param reached the amount that counts towards the target: the balance, and with a due month the payments for the purpose; before any
     *     amount counts as spent
     * @param target the target; absent without one
     * @param nextDue the due month that counts in this month; absent without one and after the last
     * @param due whether this is the due month
     * @param spentByPlan the amount that the plan counts as spent in a recurring due month
     * @param overdue the missing amount from the due month on, if the due month does not recur
     * @param balance the balance at the end of the month
     * @param awaited the amount that the plan counted as spent and that no row or withdrawal shows yet
     * @param accruedUnseen the accrued amount that no row shows yet
     * @param ended whether no terms are in force any more
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
