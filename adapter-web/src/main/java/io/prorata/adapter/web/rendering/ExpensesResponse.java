package io.prorata.adapter.web.rendering;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.rendering.fragment.BudgetJson;
import io.prorata.adapter.web.rendering.fragment.LinesJson;
import io.prorata.application.query.ExpensesQuery;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.Expenses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The bills of a month by category, beside the payments, and budgets beside the spending.
 *
 * @param paid the payments by category of the transactions
 * @param unplannedAmount the payments by FIXED transactions that belong to no bill; absent if one category is shown
 */
@Serdeable.Serializable
record ExpensesResponse(
        String month,
        String currency,
        List<Group> categories,
        List<Paid> paid,
        @Nullable String unplannedAmount,
        Totals totals,
        List<BudgetJson> budgets) {

    /**
     * The bills of one category.
     *
     * @param actualAmount the payments for them; absent if the same transactions also pay for other categories
     */
    @Serdeable.Serializable
    record Group(
            String category,
            String monthlyAmount,
            Map<String, String> shares,
            @Nullable String actualAmount,
            @Nullable String variance,
            List<LinesJson.BillLine> expenses) {}

    @Serdeable.Serializable
    record Paid(String category, String planned, String actual, String variance) {}

    @Serdeable.Serializable
    record Totals(
            long count,
            String monthlyAmount,
            Map<String, String> shares,
            @Nullable String actualAmount,
            @Nullable String variance) {

        static Totals of(AmountText amounts, Expenses expenses) {
            return new Totals(
                    expenses.groups().stream()
                            .mapToLong(group -> group.bills().size())
                            .sum(),
                    amounts.text(expenses.monthly()),
                    amounts.shares(expenses.plan().members(), expenses.shares()),
                    text(amounts, expenses.actual()),
                    difference(amounts, expenses.actual(), expenses.monthly()));
        }
    }

    static ExpensesResponse of(ExpensesQuery.Content view) {
        var amounts = new AmountText(view.household().currency());
        Expenses expenses = view.expenses();
        return new ExpensesResponse(
                expenses.plan().month().toString(),
                amounts.currency().getCurrencyCode(),
                groups(amounts, expenses),
                paid(amounts, expenses),
                text(amounts, expenses.unplanned()),
                Totals.of(amounts, expenses),
                BudgetJson.of(amounts, expenses.plan(), expenses.budgets()));
    }

    static List<Group> groups(AmountText amounts, Expenses expenses) {
        return expenses.groups().stream()
                .map(group -> new Group(
                        group.category(),
                        amounts.text(group.monthly()),
                        amounts.shares(expenses.plan().members(), group.shares()),
                        text(amounts, group.actual()),
                        difference(amounts, group.actual(), group.monthly()),
                        group.bills().stream()
                                .map(line -> LinesJson.BillLine.of(amounts, expenses.plan(), line, expenses.byBill()))
                                .toList()))
                .toList();
    }

    static List<Paid> paid(AmountText amounts, Expenses expenses) {
        return expenses.paid().stream()
                .map(paid -> new Paid(
                        paid.category(),
                        amounts.text(paid.comparison().planned()),
                        amounts.text(paid.comparison().actual()),
                        amounts.text(paid.comparison().variance())))
                .toList();
    }

    static @Nullable String text(AmountText amounts, Optional<Money> amount) {
        return amount.map(amounts::text).orElse(null);
    }

    private static @Nullable String difference(AmountText amounts, Optional<Money> actual, Money planned) {
        return text(amounts, actual.map(paid -> paid.minus(planned)));
    }
}
