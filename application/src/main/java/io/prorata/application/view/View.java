package io.prorata.application.view;

import io.prorata.domain.household.Household;
import io.prorata.domain.ledger.CategoryAnalysis;
import io.prorata.domain.ledger.CategoryTotal;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.ledger.SubcategoryTotal;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.TypeTotal;
import io.prorata.domain.plan.Expenses;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.Savings;
import io.prorata.domain.settlement.SettlementReport;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a view shows, before it is written down. */
public sealed interface View {

    Household household();

    record SlimSummary(Household household, MonthSummary summary) implements View {}

    record Summary(Household household, MonthSummary summary) implements View {}

    /** @param before the month before */
    record Screen(Household household, MonthSummary summary, Savings savings, Expenses expenses, MonthSummary before)
            implements View {}

    record SavingsByCategory(Household household, Savings savings) implements View {}

    record ExpensesByCategory(Household household, Expenses expenses) implements View {}

    record ProvisionDetails(Household household, MonthPlan plan) implements View {}

    record ProvisionsSummary(Household household, Savings savings) implements View {}

    record Provisions(Household household, MonthPlan plan) implements View {}

    record Hierarchy(Household household, YearMonth month, List<TypeTotal> types) implements View {}

    record Categories(Household household, YearMonth month, List<CategoryTotal> categories) implements View {}

    record Subcategories(Household household, YearMonth month, List<CategoryTotal> categories) implements View {}

    /**
     * One choice of categories of one type.
     *
     * @param chosen its facts
     * @param others what the same categories have under other types
     */
    record CategoryPage(
            Household household,
            ViewQuery.CategoryPage query,
            MonthFacts chosen,
            List<TypeTotal> others,
            Page<Transaction> transactions)
            implements View {}

    /** @param statistics of all pages together */
    record DrillDown(Household household, ViewQuery.DrillDown query, Statistics statistics, Rows rows)
            implements View {}

    record Analytics(Household household, CategoryAnalysis analysis) implements View {}

    /**
     * Who owes whom.
     *
     * @param report by the basis that was asked for
     * @param other by the other one
     * @param billsOfSeveralMonths whether a bill that comes less often than each month is in force
     */
    record Settlement(
            Household household,
            ViewQuery.Settlement query,
            SettlementReport report,
            SettlementReport other,
            boolean billsOfSeveralMonths)
            implements View {}

    /** What a level of the drill-down lists. */
    sealed interface Rows {

        Page<?> page();

        record OfCategories(Page<CategoryTotal> page) implements Rows {}

        record OfSubcategories(Page<InCategory> page) implements Rows {}

        record OfTransactions(Page<Transaction> page) implements Rows {}

        /** A subcategory, and the category it is in. */
        record InCategory(@Nullable String category, SubcategoryTotal total) {}
    }
}
