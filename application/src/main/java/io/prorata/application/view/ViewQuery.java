package io.prorata.application.view;

import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.Member;
import io.prorata.domain.ledger.CategoryAnalysis.Period;
import io.prorata.domain.ledger.CategoryAnalysis;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.TransactionOrder;
import io.prorata.domain.naming.NearNames;
import io.prorata.domain.plan.Expenses;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.plan.Savings;
import io.prorata.domain.settlement.Basis;
import io.prorata.domain.settlement.SettlementReport;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Which view is asked for, in canonical form: two requests that mean the same are equal. */
public sealed interface ViewQuery {

    /** Returns what the view depends on: a pure function of the query. */
    ViewScopes scopes();

    /** Returns the query as one text, for keys and tags; different queries differ. */
    String canonical();

    /** Returns the month that is shown, the last one of several. */
    YearMonth month();

    /** Returns which categories are shown. */
    default CategoryChoice category() {
        return new CategoryChoice.Every();
    }

    /** Returns what the view needs of the books: all of it within its scopes. */
    default SnapshotRequest request() {
        return SnapshotRequest.of(scopes());
    }

    /**
     * Returns the view of {@code snapshot}, which is as {@link #request}.
     *
     * @throws RefusedException if the query names something that is not there
     */
    View answer(Snapshot snapshot);

    /** The month's dashboard, slim. */
    record SlimSummary(YearMonth month) implements ViewQuery {
        @Override
        public ViewScopes scopes() {
            return ViewScopes.ofMonth(month);
        }

        @Override
        public String canonical() {
            return "summary-slim?month=" + month;
        }

        @Override
        public SnapshotRequest request() {
            return SnapshotRequest.of(scopes()).withoutExtremes();
        }

        @Override
        public View answer(Snapshot snapshot) {
            return new View.SlimSummary(snapshot.household(), snapshot.summary(month));
        }
    }

    /** The month's dashboard, with incomes, plan beside actual, and the shares of every line. */
    record Summary(YearMonth month) implements ViewQuery {
        @Override
        public ViewScopes scopes() {
            return ViewScopes.ofMonth(month);
        }

        @Override
        public String canonical() {
            return "summary?month=" + month;
        }

        @Override
        public SnapshotRequest request() {
            return SnapshotRequest.of(scopes()).withoutExtremes();
        }

        @Override
        public View answer(Snapshot snapshot) {
            return new View.Summary(snapshot.household(), snapshot.summary(month));
        }
    }

    /** A whole screen in one: the month, its savings, expenses and categories, and the month before beside it. */
    record Screen(YearMonth month) implements ViewQuery {
        @Override
        public ViewScopes scopes() {
            return ViewScopes.ofMonths(Set.of(month.minusMonths(1), month));
        }

        @Override
        public String canonical() {
            return "screen?month=" + month;
        }

        @Override
        public View answer(Snapshot snapshot) {
            var summary = snapshot.summary(month);
            var every = new CategoryChoice.Every();
            return new View.Screen(
                    snapshot.household(),
                    summary,
                    Savings.of(summary.plan(), every),
                    Expenses.of(summary, every),
                    snapshot.summary(month.minusMonths(1)));
        }
    }

    /** The month's provisions by category. */
    record SavingsByCategory(YearMonth month, CategoryChoice category) implements ViewQuery {
        @Override
        public ViewScopes scopes() {
            return ViewScopes.ofPlan(month);
        }

        @Override
        public String canonical() {
            return "savings?month=" + month + text(category);
        }

        @Override
        public View answer(Snapshot snapshot) {
            requireKnown(
                    category,
                    snapshot.book().provisions().stream()
                            .map(provision -> provision.card().category())
                            .filter(Objects::nonNull)
                            .collect(Collectors.toSet()));
            return new View.SavingsByCategory(snapshot.household(), Savings.of(snapshot.plan(month), category));
        }
    }

    /** The month's bills by category, beside what paid them. */
    record ExpensesByCategory(YearMonth month, CategoryChoice category) implements ViewQuery {
        @Override
        public ViewScopes scopes() {
            return ViewScopes.ofMonth(month);
        }

        @Override
        public String canonical() {
            return "expenses?month=" + month + text(category);
        }

        @Override
        public SnapshotRequest request() {
            return SnapshotRequest.of(scopes()).withoutExtremes();
        }

        @Override
        public View answer(Snapshot snapshot) {
            requireKnown(
                    category,
                    snapshot.book().fixed().stream()
                            .map(expense -> expense.category())
                            .collect(Collectors.toSet()));
            return new View.ExpensesByCategory(snapshot.household(), Expenses.of(snapshot.summary(month), category));
        }
    }

    /** Every provision of the month in full. */
    record ProvisionDetails(YearMonth month) implements ViewQuery {
        @Override
        public ViewScopes scopes() {
            return ViewScopes.ofPlan(month);
        }

        @Override
        public String canonical() {
            return "provision-details?month=" + month;
        }

        @Override
        public View answer(Snapshot snapshot) {
            return new View.ProvisionDetails(snapshot.household(), snapshot.plan(month));
        }
    }

    /** What the month's provisions come to, all together and by category. */
    record ProvisionsSummary(YearMonth month) implements ViewQuery {
        @Override
        public ViewScopes scopes() {
            return ViewScopes.ofPlan(month);
        }

        @Override
        public String canonical() {
            return "provisions-summary?month=" + month;
        }

        @Override
        public View answer(Snapshot snapshot) {
            return new View.ProvisionsSummary(
                    snapshot.household(), Savings.of(snapshot.plan(month), new CategoryChoice.Every()));
        }
    }

    /** The month's provisions, with what they are reckoned from. */
    record Provisions(YearMonth month, OptionalLong configId) implements ViewQuery {
        @Override
        public ViewScopes scopes() {
            // A version may be removed, whatever month it is from: then this address has no answer any more.
            return configId.isPresent() ? ViewScopes.ofWholePlan() : ViewScopes.ofPlan(month);
        }

        @Override
        public String canonical() {
            return "provisions?month=" + month + (configId.isPresent() ? "&config_id=" + configId.getAsLong() : "");
        }

        @Override
        public SnapshotRequest request() {
            return SnapshotRequest.of(scopes()).withConfig(configId);
        }

        @Override
        public View answer(Snapshot snapshot) {
            PlanBook used = configId.isEmpty()
                    ? snapshot.book()
                    : snapshot.book()
                            .under(snapshot.config()
                                    .orElseThrow(() ->
                                            new RefusedException(new Refusal.UnknownConfig(configId.getAsLong()))));
            return new View.Provisions(snapshot.household(), snapshot.plan(used, month));
        }
    }

    /** The month's transactions by type, category and subcategory. */
    record Hierarchy(YearMonth month, Set<ExpenseType> types) implements ViewQuery {
        public Hierarchy {
            types = inOrder(types);
        }

        @Override
        public ViewScopes scopes() {
            return ViewScopes.ofLedgers(Set.of(month));
        }

        @Override
        public String canonical() {
            return "hierarchy?month=" + month + text(types);
        }

        @Override
        public View answer(Snapshot snapshot) {
            MonthFacts facts = snapshot.facts(month).only(types, new CategoryChoice.Every());
            return new View.Hierarchy(snapshot.household(), month, facts.tree());
        }
    }

    /** The month's categories. */
    record Categories(YearMonth month, Set<ExpenseType> types) implements ViewQuery {
        public Categories {
            types = inOrder(types);
        }

        @Override
        public ViewScopes scopes() {
            return ViewScopes.ofLedgers(Set.of(month));
        }

        @Override
        public String canonical() {
            return "categories?month=" + month + text(types);
        }

        @Override
        public View answer(Snapshot snapshot) {
            MonthFacts facts = snapshot.facts(month).only(types, new CategoryChoice.Every());
            return new View.Categories(snapshot.household(), month, facts.categories());
        }
    }

    /** The month's subcategories, of one category or of all. */
    record Subcategories(YearMonth month, Set<ExpenseType> types, CategoryChoice category) implements ViewQuery {
        public Subcategories {
            types = inOrder(types);
        }

        @Override
        public ViewScopes scopes() {
            return ViewScopes.ofLedgers(Set.of(month));
        }

        @Override
        public String canonical() {
            return "subcategories?month=" + month + text(types) + text(category);
        }

        @Override
        public SnapshotRequest request() {
            return SnapshotRequest.of(scopes()).withCategories();
        }

        @Override
        public View answer(Snapshot snapshot) {
            requireKnown(category, snapshot.categories());
            MonthFacts facts = snapshot.facts(month).only(types, category);
            return new View.Subcategories(snapshot.household(), month, facts.categories());
        }
    }

    /** One category of a month: what it comes to, its subcategories, and its latest transactions. */
    record CategoryPage(YearMonth month, ExpenseType type, CategoryChoice category) implements ViewQuery {
        @Override
        public ViewScopes scopes() {
            return ViewScopes.ofLedgers(Set.of(month));
        }

        @Override
        public String canonical() {
            return "category?" + list();
        }

        private String list() {
            return Paged.list(month, type, category);
        }

        @Override
        public SnapshotRequest request() {
            return SnapshotRequest.of(scopes())
                    .withCategories()
                    .withPage(new PageRequest(month, type, category, Optional.empty(), 0, Page.USUAL + 1));
        }

        @Override
        public View answer(Snapshot snapshot) {
            requireKnown(category, snapshot.categories());
            MonthFacts facts = snapshot.facts(month);
            MonthFacts chosen = facts.only(EnumSet.of(type), category);
            return new View.CategoryPage(
                    snapshot.household(),
                    this,
                    chosen,
                    facts.only(EnumSet.complementOf(EnumSet.of(type)), category).tree(),
                    Paged.page(snapshot, list(), Page.USUAL, OptionalLong.of(0), chosen.count()));
        }
    }

    /**
     * One level below a month's category.
     *
     * @param after the place after which transactions begin; then there is no offset
     */
    record DrillDown(
            YearMonth month,
            ExpenseType type,
            CategoryChoice category,
            Level level,
            int limit,
            long offset,
            Optional<TransactionOrder.Place> after)
            implements ViewQuery {

        /** How deep. */
        public enum Level {
            /** The categories chosen, a row each. */
            SUMMARY,
            /** Their subcategories. */
            DETAILS,
            /** Their transactions. */
            TRANSACTIONS
        }

        @Override
        public ViewScopes scopes() {
            return ViewScopes.ofLedgers(Set.of(month));
        }

        @Override
        public String canonical() {
            return "drill-down?" + list(month, type, category) + "&level=" + level + "&limit=" + limit + "&offset="
                    + offset
                    + after.map(place -> "&after=" + place.id() + "," + encoded(place.key()))
                            .orElse("");
        }

        /** Returns the name of the list of transactions that is paged through, to which a cursor belongs. */
        public static String list(YearMonth month, ExpenseType type, CategoryChoice category) {
            return Paged.list(month, type, category);
        }

        @Override
        public SnapshotRequest request() {
            SnapshotRequest wanted = SnapshotRequest.of(scopes()).withCategories();
            return level == Level.TRANSACTIONS
                    ? wanted.withPage(new PageRequest(month, type, category, after, offset, limit + 1))
                    : wanted;
        }

        @Override
        public View answer(Snapshot snapshot) {
            requireKnown(category, snapshot.categories());
            MonthFacts chosen = snapshot.facts(month).only(EnumSet.of(type), category);
            return new View.DrillDown(snapshot.household(), this, chosen.all(), rows(snapshot, chosen));
        }

        private View.Rows rows(Snapshot snapshot, MonthFacts chosen) {
            return switch (level) {
                case SUMMARY -> new View.Rows.OfCategories(Page.of(chosen.categories(), limit, offset));
                case DETAILS ->
                    new View.Rows.OfSubcategories(Page.of(
                            chosen.categories().stream()
                                    .flatMap(category -> category.subcategories().stream()
                                            .map(total -> new View.Rows.InCategory(category.category(), total)))
                                    .toList(),
                            limit,
                            offset));
                case TRANSACTIONS -> {
                    OptionalLong before = after.isPresent() ? OptionalLong.empty() : OptionalLong.of(offset);
                    yield new View.Rows.OfTransactions(
                            Paged.page(snapshot, list(month, type, category), limit, before, chosen.count()));
                }
            };
        }
    }

    /** Categories over months, and how they changed. */
    record Analytics(Period period, Set<ExpenseType> types) implements ViewQuery {
        public Analytics {
            types = inOrder(types);
        }

        @Override
        public YearMonth month() {
            return period.to();
        }

        @Override
        public ViewScopes scopes() {
            return ViewScopes.ofLedgers(period.withCompared());
        }

        @Override
        public String canonical() {
            return "analytics?from=" + period.from() + "&to=" + period.to() + text(types);
        }

        @Override
        public View answer(Snapshot snapshot) {
            return new View.Analytics(snapshot.household(), CategoryAnalysis.of(period, types, snapshot.facts()));
        }
    }

    /**
     * Who owes whom over months.
     *
     * @param withBefore whether the transfers settle what is left of earlier months too
     */
    record Settlement(Period period, Basis basis, boolean withBefore) implements ViewQuery {
        @Override
        public YearMonth month() {
            return period.to();
        }

        @Override
        public ViewScopes scopes() {
            return ViewScopes.ofAllUpTo(period.to());
        }

        @Override
        public String canonical() {
            return "settlement?from=" + period.from() + "&to=" + period.to() + "&basis=" + basis + "&with_before="
                    + withBefore;
        }

        @Override
        public SnapshotRequest request() {
            return SnapshotRequest.of(scopes()).withoutExtremes().withSettlementsFrom(period.from());
        }

        @Override
        public View answer(Snapshot snapshot) {
            return new View.Settlement(
                    snapshot.household(),
                    this,
                    report(snapshot, basis),
                    report(snapshot, basis == Basis.PLAN ? Basis.ACTUAL : Basis.PLAN),
                    period.months().stream()
                            .anyMatch(month -> snapshot.plan(month).fixed().stream()
                                    .anyMatch(line -> line.terms().frequency().months() > 1)));
        }

        private SettlementReport report(Snapshot snapshot, Basis by) {
            return SettlementReport.of(
                    snapshot.book(),
                    snapshot.household().members().stream().map(Member::key).toList(),
                    by,
                    period.from(),
                    period.to(),
                    new SettlementReport.Known(
                            snapshot.facts(),
                            snapshot.settled().settlements(),
                            snapshot.settled().rows()));
        }
    }

    /** Lists of transactions, which two views page through. */
    final class Paged {

        private Paged() {}

        private static String list(YearMonth month, ExpenseType type, CategoryChoice category) {
            return "month=" + month + "&expense_type=" + type + text(category);
        }

        /** One more row than the page has was asked for: it tells whether there is another page. */
        private static Page<Transaction> page(
                Snapshot snapshot, String list, int limit, OptionalLong offset, long total) {
            boolean more = snapshot.rows().size() > limit;
            List<Transaction> items = more ? snapshot.rows().subList(0, limit) : snapshot.rows();
            Optional<String> next = more
                    ? Optional.of(
                            PageCursor.of(snapshot.id(), list, TransactionOrder.LATEST_FIRST.placeOf(items.getLast())))
                    : Optional.empty();
            return new Page<>(items, limit, offset, total, more, next);
        }
    }

    private static void requireKnown(CategoryChoice choice, Collection<String> known) {
        if (choice instanceof CategoryChoice.Named(String name) && !known.contains(name)) {
            throw new RefusedException(new Refusal.UnknownCategory(name, NearNames.to(name, known)));
        }
    }

    private static String text(CategoryChoice choice) {
        return switch (choice) {
            case CategoryChoice.Every() -> "";
            case CategoryChoice.Uncategorised() -> "&uncategorised";
            case CategoryChoice.Named(String name) -> "&category=" + encoded(name);
        };
    }

    private static String text(Set<ExpenseType> types) {
        return "&expense_types=" + types.stream().map(Enum::name).collect(Collectors.joining(","));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** In the order of their declaration, so that equal queries are written alike. */
    private static Set<ExpenseType> inOrder(Set<ExpenseType> types) {
        return types.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(types));
    }
}
