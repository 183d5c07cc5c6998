package io.prorata.adapter.web.rendering;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.rendering.fragment.PlanAndActualJson;
import io.prorata.adapter.web.rendering.fragment.SumJson;
import io.prorata.adapter.web.rendering.fragment.SummaryFiguresJson;
import io.prorata.adapter.web.rendering.fragment.UnplannedJson;
import io.prorata.application.query.YearQuery;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.plan.VariableLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Months side by side.
 *
 * @param total the total of all months
 * @param categories everyday spending by category name, uncategorised rows last
 */
@Serdeable.Serializable
record YearResponse(
        String from, String to, String currency, YearTotal total, List<YearCategory> categories, List<OfMonth> months) {

    /** @param memberTotals the totals by member of the household; zero for a member who was present in no month */
    @Serdeable.Serializable
    record YearTotal(
            String totalExpenses,
            String totalProvisions,
            String totalFixed,
            String totalVariable,
            Map<String, String> memberTotals,
            String netIncome,
            String netAvailable) {}

    /**
     * One month.
     *
     * @param types the sum of the rows by type; types without rows are absent
     * @param fromProvisions the amount paid out of provisions
     * @param unplanned rows that are in no total, because no item of the plan represents them
     * @param totalBalance the total balance of all provisions at the end of the month
     */
    @Serdeable.Serializable
    record OfMonth(
            String month,
            SummaryFiguresJson summary,
            PlanAndActualJson planAndActual,
            Map<String, SumJson> types,
            SumJson fromProvisions,
            UnplannedJson unplanned,
            String totalBalance) {

        static OfMonth of(AmountText amounts, MonthSummary summary) {
            Map<String, SumJson> types = new LinkedHashMap<>();
            for (ExpenseType type : ExpenseType.values()) {
                Statistics rows = summary.facts().of(type);
                if (rows.count() > 0) {
                    types.put(type.name(), SumJson.of(amounts, rows));
                }
            }
            return new OfMonth(
                    summary.plan().month().toString(),
                    SummaryFiguresJson.of(amounts, summary),
                    PlanAndActualJson.of(amounts, summary),
                    types,
                    SumJson.of(amounts, summary.paidFromProvisions()),
                    UnplannedJson.of(amounts, summary),
                    amounts.text(Money.sum(summary.plan().shownProvisions().stream()
                            .map(ProvisionLine::balance)
                            .toList())));
        }
    }

    /**
     * The everyday spending of one category.
     *
     * @param category the category; absent for uncategorised rows
     * @param series one point for each month, also for months without rows
     */
    @Serdeable.Serializable
    record YearCategory(
            @Nullable String category, long transactionCount, String totalAmount, List<MonthPoint> series) {}

    @Serdeable.Serializable
    record MonthPoint(String month, long transactionCount, String totalAmount) {}

    static YearResponse of(YearQuery.Content view) {
        var amounts = new AmountText(view.household().currency());
        return new YearResponse(
                view.period().from().toString(),
                view.period().to().toString(),
                amounts.currency().getCurrencyCode(),
                total(amounts, view.household(), view.months()),
                categories(amounts, view.months()),
                view.months().stream().map(month -> OfMonth.of(amounts, month)).toList());
    }

    private static YearTotal total(AmountText amounts, Household household, List<MonthSummary> months) {
        Function<Function<MonthSummary, Money>, String> sum =
                figure -> amounts.text(Money.sum(months.stream().map(figure).toList()));
        Map<String, String> members = new LinkedHashMap<>();
        for (Member member : household.members()) {
            members.put(member.key().text(), sum.apply(month -> share(month, member.key())));
        }
        return new YearTotal(
                sum.apply(MonthSummary::totalExpenses),
                sum.apply(month -> month.plan().totalProvisions()),
                sum.apply(month -> month.plan().totalFixed()),
                sum.apply(MonthSummary::totalVariable),
                members,
                sum.apply(month -> month.plan().totalNet()),
                sum.apply(MonthSummary::netAvailable));
    }

    private static Money share(MonthSummary month, MemberKey member) {
        return month.plan().byMember(month.memberTotals()).getOrDefault(member, Money.ZERO);
    }

    private static List<YearCategory> categories(AmountText amounts, List<MonthSummary> months) {
        var names = new TreeSet<@Nullable String>(Naming.ORDER);
        months.stream()
                .flatMap(month -> month.variable().stream().map(VariableLine::category))
                .forEach(names::add);
        return Stream.of(names.toArray(String[]::new))
                .map(name -> category(amounts, name, months))
                .toList();
    }

    private static YearCategory category(AmountText amounts, @Nullable String name, List<MonthSummary> months) {
        Statistics all =
                Statistics.sum(months.stream().map(month -> spent(month, name)).toList());
        return new YearCategory(
                name,
                all.count(),
                amounts.text(all.sum()),
                months.stream()
                        .map(month -> new MonthPoint(
                                month.plan().month().toString(),
                                spent(month, name).count(),
                                amounts.text(spent(month, name).sum())))
                        .toList());
    }

    private static Statistics spent(MonthSummary month, @Nullable String name) {
        return month.variable().stream()
                .filter(line -> Objects.equals(line.category(), name))
                .map(VariableLine::statistics)
                .findFirst()
                .orElse(Statistics.NONE);
    }
}
