package io.prorata.application.view;

import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.settlement.SettlementReport;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a view needs of the books.
 *
 * @param scopes name what it is shown: the facts of their months, the plan if they reach into it. So its stamp covers all it shows
 * @param config a version of the config wanted beside the plan; the view's scopes have to name the whole plan: it may be removed
 * @param page transactions wanted, of a month that the scopes name
 * @param categories whether it needs the names of all categories the household has ever used; names are only ever added to them
 * @param settlingFrom the first month of those it settles up, if it does: it is given the settlements and the facts of all months from the first
 *     that counts to the last that its scopes reach
 * @param rowsAround the month of which rows are wanted that can be in a match, with those of some days around it; the scopes have to name its
 *     neighbours too, of which no facts are wanted unless {@code beside} names them
 * @param beside months beside {@code rowsAround} of which facts are wanted
 * @param extremes whether it shows the smallest and the largest amount of anything; they may be missing from the facts otherwise
 * @param monthTotals whether kept totals of months may be used
 * @param fromRows whether nothing may be used that is kept beside the rows, such as totals or a plan in memory
 */
public record SnapshotRequest(
        ViewScopes scopes,
        OptionalLong config,
        Optional<PageRequest> page,
        boolean categories,
        Optional<YearMonth> settlingFrom,
        Optional<YearMonth> rowsAround,
        Set<YearMonth> beside,
        boolean extremes,
        boolean monthTotals,
        boolean fromRows) {

    public SnapshotRequest {
        if (page.isPresent() && !scopes.ledgers().contains(page.get().month())) {
            throw new IllegalArgumentException("the scopes do not cover " + page.get());
        }
        if (settlingFrom.isPresent() && scopes.ledgersUpTo().isEmpty()) {
            throw new IllegalArgumentException("the scopes do not cover the months before " + settlingFrom.get());
        }
        if (rowsAround
                .filter(month ->
                        !scopes.ledgers().containsAll(Set.of(month.minusMonths(1), month, month.plusMonths(1))))
                .isPresent()) {
            throw new IllegalArgumentException("the scopes do not cover the days around " + rowsAround.get());
        }
        beside = Set.copyOf(beside);
    }

    public static SnapshotRequest of(ViewScopes scopes) {
        return new SnapshotRequest(
                scopes,
                OptionalLong.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                true,
                true,
                false);
    }

    public SnapshotRequest withConfig(OptionalLong id) {
        return new SnapshotRequest(
                scopes, id, page, categories, settlingFrom, rowsAround, beside, extremes, monthTotals, fromRows);
    }

    public SnapshotRequest withPage(PageRequest wanted) {
        return new SnapshotRequest(
                scopes,
                config,
                Optional.of(wanted),
                categories,
                settlingFrom,
                rowsAround,
                beside,
                extremes,
                monthTotals,
                fromRows);
    }

    public SnapshotRequest withCategories() {
        return new SnapshotRequest(
                scopes, config, page, true, settlingFrom, rowsAround, beside, extremes, monthTotals, fromRows);
    }

    public SnapshotRequest withSettlementsFrom(YearMonth first) {
        return new SnapshotRequest(
                scopes,
                config,
                page,
                categories,
                Optional.of(first),
                rowsAround,
                beside,
                extremes,
                monthTotals,
                fromRows);
    }

    /** Wants the rows of {@code month} and around it, and facts of that month and of those {@code beside} it alone. */
    public SnapshotRequest withRowsAround(YearMonth month, Set<YearMonth> beside) {
        return new SnapshotRequest(
                scopes,
                config,
                page,
                categories,
                settlingFrom,
                Optional.of(month),
                beside,
                extremes,
                monthTotals,
                fromRows);
    }

    public SnapshotRequest withoutExtremes() {
        return new SnapshotRequest(
                scopes, config, page, categories, settlingFrom, rowsAround, beside, false, monthTotals, fromRows);
    }

    /** Wants the same, with each month added up from its rows. */
    public SnapshotRequest withoutMonthTotals() {
        return new SnapshotRequest(
                scopes, config, page, categories, settlingFrom, rowsAround, beside, extremes, false, fromRows);
    }

    /** Wants the same, from the rows alone. */
    public SnapshotRequest onlyFromRows() {
        return new SnapshotRequest(
                scopes, config, page, categories, settlingFrom, rowsAround, beside, extremes, false, true);
    }

    /** Returns the months of which facts are wanted, by a household that has planned {@code book}. */
    public Set<YearMonth> months(PlanBook book) {
        Set<YearMonth> months = new TreeSet<>(rowsAround.isPresent() ? beside : scopes.ledgers());
        rowsAround.ifPresent(months::add);
        settlingFrom.ifPresent(from -> {
            YearMonth last = scopes.ledgersUpTo().orElseThrow();
            for (YearMonth month = SettlementReport.since(book, from);
                    !month.isAfter(last);
                    month = month.plusMonths(1)) {
                months.add(month);
            }
        });
        return months;
    }
}
