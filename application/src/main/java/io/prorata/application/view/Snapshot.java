package io.prorata.application.view;

import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.recognition.KnownRows;
import io.prorata.domain.recognition.MonthMatches;
import io.prorata.domain.recognition.ToConfirm;
import io.prorata.domain.settlement.NamedRow;
import io.prorata.domain.settlement.Settlement;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was {@link SnapshotRequest} of the books, as it was at one moment.
 *
 * @param stampAtRevision the stamp of the scopes wanted, of the same moment
 * @param book empty if the scopes reach into no plan
 * @param facts of each month wanted
 * @param config the version wanted, if there is one of that id
 * @param categories the names wanted, at least all in use; empty if none were wanted
 * @param rows the slice wanted, the latest first; empty if none was wanted
 * @param settled the settlements of the months wanted, and the rows that they name; empty if none were wanted
 * @param around the rows wanted of a month and around it; unknown if none were wanted, or if they are too many for a view
 * @param calculations by whom plans are reckoned
 */
public record Snapshot(
        HouseholdId id,
        StampAtRevision stampAtRevision,
        Household household,
        PlanBook book,
        Map<YearMonth, MonthFacts> facts,
        Optional<Config> config,
        Set<String> categories,
        List<Transaction> rows,
        SettledMonths settled,
        KnownRows around,
        Calculations calculations) {

    /** One whose plans are reckoned when they are asked for. */
    public Snapshot(
            HouseholdId id,
            StampAtRevision stampAtRevision,
            Household household,
            PlanBook book,
            Map<YearMonth, MonthFacts> facts,
            Optional<Config> config,
            Set<String> categories,
            List<Transaction> rows,
            SettledMonths settled,
            KnownRows around) {
        this(
                id,
                stampAtRevision,
                household,
                book,
                facts,
                config,
                categories,
                rows,
                settled,
                around,
                Calculations.NONE_KEPT);
    }

    public Snapshot {
        facts = Map.copyOf(facts);
        categories = Set.copyOf(categories);
        rows = List.copyOf(rows);
    }

    /** Returns the same snapshot with {@code other} facts. */
    public Snapshot with(Map<YearMonth, MonthFacts> other) {
        return new Snapshot(
                id, stampAtRevision, household, book, other, config, categories, rows, settled, around, calculations);
    }

    /** Returns the same snapshot, whose plans {@code other} reckons. */
    public Snapshot calculatedBy(Calculations other) {
        return new Snapshot(
                id, stampAtRevision, household, book, facts, config, categories, rows, settled, around, other);
    }

    /**
     * Settlements, and the rows that they name.
     *
     * @param rows each once
     */
    public record SettledMonths(List<Settlement> settlements, List<NamedRow> rows) {

        /** Nothing was settled, or nobody asked. */
        public static final SettledMonths NONE = new SettledMonths(List.of(), List.of());

        public SettledMonths {
            settlements = List.copyOf(settlements);
            rows = List.copyOf(rows);
        }
    }

    public MonthPlan plan(YearMonth month) {
        return plan(book, month);
    }

    /** Returns what {@code other} plans for {@code month}. */
    public MonthPlan plan(PlanBook other, YearMonth month) {
        return calculations.plan(id, other, month);
    }

    /** @throws IllegalStateException if the month was not asked for: a view is shown nothing that its stamp does not cover */
    public MonthFacts facts(YearMonth month) {
        MonthFacts known = facts.get(month);
        if (known == null) {
            throw new IllegalStateException("the facts of " + month + " were not asked for");
        }
        return known;
    }

    public MonthSummary summary(YearMonth month) {
        return MonthSummary.of(plan(month), facts(month));
    }

    /** Returns what is to confirm in the month of which the rows around were asked for; empty if those are too many for a view. */
    public Optional<ToConfirm> toConfirm(YearMonth month) {
        return around.complete()
                ? Optional.of(MonthMatches.of(month, around, book, household.members())
                        .toConfirm(plan(month), facts(month)))
                : Optional.empty();
    }

    /** Returns the same as it is at a later revision, at which nothing that it depends on has changed. */
    public Snapshot at(StampAtRevision later) {
        return new Snapshot(id, later, household, book, facts, config, categories, rows, settled, around, calculations);
    }
}
