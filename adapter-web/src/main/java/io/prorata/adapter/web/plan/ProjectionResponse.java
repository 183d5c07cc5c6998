package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.provision.ShowProjection.BillLine;
import io.prorata.application.provision.ShowProjection.Line;
import io.prorata.application.provision.ShowProjection.Projection;
import io.prorata.application.request.ReadResult;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.FreeSavings;
import io.prorata.domain.provision.SavingMonth;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Projected balances of provisions and of bills with a due month.
 *
 * @param date the day of the stated savings: changes of provisions in its month up to this day are counted
 * @param savings the stated balance of the real savings account; absent unless stated
 * @param neededNow the amount required on the day: all balances that are not negative, and the awaited amounts
 * @param freeNow the savings less the required amount on the day; negative is missing; absent unless savings are stated
 * @param months the months, from the current one on
 * @param provisions the provisions in the display order, without those with no balance in any of the months
 * @param bills the bills with a due month in any of the months; a bill has no awaited amount
 */
@Serdeable.Serializable
record ProjectionResponse(
        String date,
        String currency,
        @Nullable String savings,
        String neededNow,
        @Nullable String freeNow,
        List<ProjectedTotal> months,
        List<ProjectedLine> provisions,
        List<ProjectedLine> bills) {

    /**
     * All provisions, and all bills with a due month, at the end of a month.
     *
     * @param planned the amount that the month puts aside for all of them
     * @param spentByPlan the amount that the plan counts as spent
     * @param needed the required amount: all balances that are not negative, and the awaited amounts
     * @param free the savings less the required amount, if everything goes as planned; absent unless savings are stated
     */
    @Serdeable.Serializable
    record ProjectedTotal(
            String month,
            String planned,
            String spentByPlan,
            String needed,
            @Nullable String free) {}

    /** One provision, or one bill with a due month. */
    @Serdeable.Serializable
    record ProjectedLine(long id, String name, List<ProjectedMonth> months) {}

    /**
     * One provision, or one bill, in a month.
     *
     * @param planned the amount that the month puts aside
     * @param due whether this is its due month
     * @param spentByPlan the amount that the plan counts as spent
     * @param balance the balance at the end of the month
     * @param awaited the amount that the plan counted as spent and that no row or withdrawal shows yet
     */
    @Serdeable.Serializable
    record ProjectedMonth(
            String month, String planned, boolean due, String spentByPlan, String balance, String awaited) {

        static ProjectedMonth of(SavingMonth month, boolean awaits, AmountText amounts) {
            return new ProjectedMonth(
                    month.month().toString(),
                    amounts.text(month.planned()),
                    month.due(),
                    amounts.text(month.spentByPlan()),
                    amounts.text(month.balance()),
                    amounts.text(awaits ? month.awaited() : Money.ZERO));
        }
    }

    static ProjectionResponse of(ReadResult<Projection> projection) {
        var amounts = new AmountText(projection.currency());
        Projection thing = projection.thing();
        Map<YearMonth, Money> free = thing.free().stream()
                .flatMap(beside -> beside.months().stream())
                .collect(Collectors.toMap(FreeSavings.At::month, FreeSavings.At::free));
        Map<YearMonth, List<SavingMonth>> saved =
                byMonth(thing.lines().stream().flatMap(line -> line.months().stream()));
        Map<YearMonth, List<SavingMonth>> billed =
                byMonth(thing.bills().stream().flatMap(line -> line.months().stream()));
        return new ProjectionResponse(
                thing.date().toString(),
                projection.currency().getCurrencyCode(),
                thing.stated().map(amounts::text).orElse(null),
                amounts.text(Money.sum(Stream.concat(
                                thing.lines().stream().map(Line::now).map(now -> needed(now.balance(), now.awaited())),
                                thing.bills().stream().map(BillLine::now))
                        .toList())),
                thing.free().map(FreeSavings::now).map(amounts::text).orElse(null),
                Stream.iterate(thing.current(), month -> !month.isAfter(thing.last()), month -> month.plusMonths(1))
                        .map(month -> total(
                                month,
                                saved.getOrDefault(month, List.of()),
                                billed.getOrDefault(month, List.of()),
                                free.get(month),
                                amounts))
                        .toList(),
                thing.lines().stream()
                        .map(line -> new ProjectedLine(
                                line.provision().id(),
                                line.provision().card().name(),
                                line.months().stream()
                                        .map(month -> ProjectedMonth.of(month, true, amounts))
                                        .toList()))
                        .toList(),
                thing.bills().stream()
                        .map(line -> new ProjectedLine(
                                line.bill().id(),
                                line.bill().label(),
                                line.months().stream()
                                        .map(month -> ProjectedMonth.of(month, false, amounts))
                                        .toList()))
                        .toList());
    }

    private static Map<YearMonth, List<SavingMonth>> byMonth(Stream<SavingMonth> months) {
        return months.collect(Collectors.groupingBy(SavingMonth::month));
    }

    private static ProjectedTotal total(
            YearMonth month,
            List<SavingMonth> provisions,
            List<SavingMonth> bills,
            @Nullable Money free,
            AmountText amounts) {
        List<SavingMonth> both =
                Stream.concat(provisions.stream(), bills.stream()).toList();
        Money awaited = Money.sum(provisions.stream().map(SavingMonth::awaited).toList());
        return new ProjectedTotal(
                month.toString(),
                sum(both, SavingMonth::planned, amounts),
                sum(both, SavingMonth::spentByPlan, amounts),
                amounts.text(awaited.plus(Money.sum(both.stream()
                        .map(line -> needed(line.balance(), Money.ZERO))
                        .toList()))),
                free == null ? null : amounts.text(free));
    }

    private static String sum(List<SavingMonth> lines, Function<SavingMonth, Money> figure, AmountText amounts) {
        return amounts.text(Money.sum(lines.stream().map(figure).toList()));
    }

    private static Money needed(Money balance, Money awaited) {
        return balance.isNegative() ? awaited : balance.plus(awaited);
    }
}
