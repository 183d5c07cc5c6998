package io.prorata.domain.freshness;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kind of a write, which decides what becomes stale. These are the cache-invalidation rules: a new kind of change does not compile
 * without them.
 */
public sealed interface Change {

    /** Returns the scopes whose revision this change advances; never empty. */
    Set<Scope> stale();

    /** Returns whether this change may change a view with the scopes {@code view}: a stored copy has to be computed again. */
    default boolean affects(ViewScopes view) {
        return stale().stream().anyMatch(view::include);
    }

    /** A household was created. */
    record HouseholdFounded() implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Catalogue(), new Scope.Mapping());
        }
    }

    /**
     * The household's name, currency, zone or members, the same for every month.
     *
     * @param since the first month of settling up, before or after the change, if it has changed
     */
    record HouseholdRevised(Optional<YearMonth> since) implements Change {
        /** A change without a change of {@code since}. */
        public HouseholdRevised() {
            this(Optional.empty());
        }

        @Override
        public Set<Scope> stale() {
            return planAndCatalogue(since, true);
        }
    }

    /** A version of the config from a month on. */
    record ConfigAdopted(YearMonth from) implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Plan(from));
        }
    }

    /** A version of the config that never held was removed; {@code from} is its month. */
    record ConfigRemoved(YearMonth from) implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Plan(from));
        }
    }

    /** A new bill from a month on. */
    record FixedExpensePlanned(YearMonth from) implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Plan(from));
        }
    }

    /** A new provision from a month on. */
    record ProvisionPlanned(YearMonth from) implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Plan(from));
        }
    }

    /**
     * A bill was changed.
     *
     * @param terms the month from which its terms differ; empty if they are unchanged
     * @param catalogue whether its label or categories differ, which every month shows
     */
    record FixedExpenseRevised(Optional<YearMonth> terms, boolean catalogue) implements Change {
        /** Refuses a change of nothing with an {@link IllegalArgumentException}. */
        public FixedExpenseRevised {
            requireSomething(terms, catalogue);
        }

        @Override
        public Set<Scope> stale() {
            return planAndCatalogue(terms, catalogue);
        }
    }

    /** A bill ended, from a month on. */
    record FixedExpenseEnded(YearMonth from) implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Plan(from));
        }
    }

    /** A bill was removed as a mistake; {@code from} is the first month in which it held. */
    record FixedExpenseRemoved(YearMonth from) implements Change {
        @Override
        public Set<Scope> stale() {
            return planAndCatalogue(Optional.of(from), true);
        }
    }

    /** A provision was removed as a mistake; {@code from} is the first month in which it held. */
    record ProvisionRemoved(YearMonth from) implements Change {
        @Override
        public Set<Scope> stale() {
            return planAndCatalogue(Optional.of(from), true);
        }
    }

    /**
     * A provision was changed.
     *
     * @param terms the month from which its terms or its balance differ; empty if they are unchanged
     * @param catalogue whether its card differs, which every month shows
     */
    record ProvisionRevised(Optional<YearMonth> terms, boolean catalogue) implements Change {
        /** Refuses a change of nothing with an {@link IllegalArgumentException}. */
        public ProvisionRevised {
            requireSomething(terms, catalogue);
        }

        @Override
        public Set<Scope> stale() {
            return planAndCatalogue(terms, catalogue);
        }
    }

    /** A provision ended, from a month on. */
    record ProvisionEnded(YearMonth from) implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Plan(from));
        }
    }

    /** A contribution or a withdrawal of a provision; {@code month} is that of its date. */
    record ProvisionMoved(YearMonth month) implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Plan(month));
        }
    }

    /** A transaction was entered by hand. */
    record TransactionRecorded(YearMonth month, LinkedMonths linked) implements Change {
        /** For rows that name no provision and that no settlement names. */
        public TransactionRecorded(YearMonth month) {
            this(month, LinkedMonths.NONE);
        }

        @Override
        public Set<Scope> stale() {
            return linked.with(Set.of(new Scope.Ledger(month)));
        }
    }

    /** Several transactions were entered; {@code months} are their months. */
    record TransactionsRecorded(SortedSet<YearMonth> months, LinkedMonths linked) implements Change {
        /** For rows that name no provision and that no settlement names. */
        public TransactionsRecorded(SortedSet<YearMonth> months) {
            this(months, LinkedMonths.NONE);
        }

        /** Refuses no months at all with an {@link IllegalArgumentException}. */
        public TransactionsRecorded {
            months = Change.months(months);
            requireMonths(months);
        }

        @Override
        public Set<Scope> stale() {
            return linked.with(ledgers(months));
        }
    }

    /** A transaction was edited, or moved from one month to another. */
    record TransactionChanged(YearMonth before, YearMonth after, LinkedMonths linked) implements Change {
        /** For rows that name no provision and that no settlement names. */
        public TransactionChanged(YearMonth before, YearMonth after) {
            this(before, after, LinkedMonths.NONE);
        }

        @Override
        public Set<Scope> stale() {
            return linked.with(ledgers(months(List.of(before, after))));
        }
    }

    /** Several transactions were edited; {@code months} are their months before and after. */
    record TransactionsChanged(SortedSet<YearMonth> months, LinkedMonths linked) implements Change {
        /** For rows that name no provision and that no settlement names. */
        public TransactionsChanged(SortedSet<YearMonth> months) {
            this(months, LinkedMonths.NONE);
        }

        /** Refuses no months at all with an {@link IllegalArgumentException}. */
        public TransactionsChanged {
            months = Change.months(months);
            requireMonths(months);
        }

        @Override
        public Set<Scope> stale() {
            return linked.with(ledgers(months));
        }
    }

    /** A transaction was removed. */
    record TransactionRemoved(YearMonth month, LinkedMonths linked) implements Change {
        /** For rows that name no provision and that no settlement names. */
        public TransactionRemoved(YearMonth month) {
            this(month, LinkedMonths.NONE);
        }

        @Override
        public Set<Scope> stale() {
            return linked.with(Set.of(new Scope.Ledger(month)));
        }
    }

    /** A bank file was imported; {@code months} are those with new rows, none if no row was new. */
    record BankFileImported(SortedSet<YearMonth> months, LinkedMonths linked) implements Change {
        /** For rows that name no provision and that no settlement names. */
        public BankFileImported(SortedSet<YearMonth> months) {
            this(months, LinkedMonths.NONE);
        }

        /** Takes a copy of the months. */
        public BankFileImported {
            months = Change.months(months);
        }

        @Override
        public Set<Scope> stale() {
            return linked.with(ledgersAnd(months, new Scope.Imports()));
        }
    }

    /** An import was undone; {@code months} are those its rows were in. */
    record ImportUndone(SortedSet<YearMonth> months, LinkedMonths linked) implements Change {
        /** For rows that name no provision and that no settlement names. */
        public ImportUndone(SortedSet<YearMonth> months) {
            this(months, LinkedMonths.NONE);
        }

        /** Takes a copy of the months. */
        public ImportUndone {
            months = Change.months(months);
        }

        @Override
        public Set<Scope> stale() {
            return linked.with(ledgersAnd(months, new Scope.Imports()));
        }
    }

    /** An import profile was changed or removed. */
    record ImportProfileChanged() implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Imports());
        }
    }

    /** Rows of an import were marked as paying planned bills; {@code months} are theirs. */
    record BillsMarked(SortedSet<YearMonth> months, LinkedMonths linked) implements Change {
        /** For rows that name no provision and that no settlement names. */
        public BillsMarked(SortedSet<YearMonth> months) {
            this(months, LinkedMonths.NONE);
        }

        /** Takes a copy of the months. */
        public BillsMarked {
            months = Change.months(months);
        }

        @Override
        public Set<Scope> stale() {
            return linked.with(ledgersAnd(months, new Scope.Imports()));
        }
    }

    /** The mapping of categories was replaced. */
    record CategoriesMapped() implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Mapping());
        }
    }

    /** A sorting rule was added, changed or removed, or the rules were put in another order; rows stay as they are. */
    record RulesRevised() implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Mapping());
        }
    }

    /** The mapping of categories was applied to existing rows; {@code months} are those of the changed rows. */
    record MappingApplied(SortedSet<YearMonth> months, LinkedMonths linked) implements Change {
        /** For rows that name no provision and that no settlement names. */
        public MappingApplied(SortedSet<YearMonth> months) {
            this(months, LinkedMonths.NONE);
        }

        /** Takes a copy of the months. */
        public MappingApplied {
            months = Change.months(months);
        }

        @Override
        public Set<Scope> stale() {
            return linked.with(ledgersAnd(months, new Scope.Mapping()));
        }
    }

    /**
     * The description of an account was added, changed or removed.
     *
     * @param owner the first month with another owner than before; empty if the owner is unchanged
     * @param since the first month of settling up, before or after, if the write has set it
     */
    record AccountRevised(Optional<YearMonth> owner, Optional<YearMonth> since) implements Change {
        @Override
        public Set<Scope> stale() {
            return planAndCatalogue(earlier(owner, since), true);
        }
    }

    /** The household stated whether there is a pot, from a month on. */
    record PotStated(YearMonth from) implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Plan(from));
        }
    }

    /** A new budget from a month on. */
    record BudgetPlanned(YearMonth from) implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Plan(from));
        }
    }

    /** A budget was changed, from a month on; a change of its category concerns all its months. */
    record BudgetRevised(YearMonth from) implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Plan(from));
        }
    }

    /** A budget ended or was removed; {@code from} is the first month in which it is no longer in force. */
    record BudgetEnded(YearMonth from) implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Plan(from));
        }
    }

    /**
     * A settlement was entered, changed or removed.
     *
     * @param months in which it counted and counts
     * @param since the first month of settling up, if the write has set it
     */
    record SettlementRevised(SortedSet<YearMonth> months, Optional<YearMonth> since) implements Change {
        /** Refuses no months at all with an {@link IllegalArgumentException}. */
        public SettlementRevised {
            months = Change.months(months);
            requireMonths(months);
        }

        @Override
        public Set<Scope> stale() {
            return new LinkedMonths(since, months).with(Set.of());
        }
    }

    /**
     * A category got another name in all that names it, or such a change was undone.
     *
     * @param months those of its rows
     * @param plan the first month of a bill or a budget of the category, if there is one
     */
    record CategoryRenamed(SortedSet<YearMonth> months, LinkedMonths linked, Optional<YearMonth> plan)
            implements Change {
        /** Takes a copy of the months. */
        public CategoryRenamed {
            months = Change.months(months);
        }

        @Override
        public Set<Scope> stale() {
            return renamed(months, linked, plan);
        }
    }

    /**
     * A member got another key in all that names them, or such a change was undone: all views have the key.
     *
     * @param months those of rows and settlements that name the member
     * @param plan the first month of the plan
     */
    record MemberRenamed(SortedSet<YearMonth> months, LinkedMonths linked, Optional<YearMonth> plan) implements Change {
        /** Takes a copy of the months. */
        public MemberRenamed {
            months = Change.months(months);
        }

        @Override
        public Set<Scope> stale() {
            return renamed(months, linked, plan);
        }
    }

    /** A token was issued or revoked. */
    record AccessChanged() implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Access());
        }
    }

    /** Returns the months as an unmodifiable set. */
    static SortedSet<YearMonth> months(Collection<YearMonth> months) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(months));
    }

    private static Optional<YearMonth> earlier(Optional<YearMonth> one, Optional<YearMonth> other) {
        return Stream.concat(one.stream(), other.stream()).min(YearMonth::compareTo);
    }

    private static Set<Scope> renamed(SortedSet<YearMonth> months, LinkedMonths linked, Optional<YearMonth> plan) {
        Set<Scope> names = Stream.concat(
                        Stream.of(new Scope.Mapping()), planAndCatalogue(earlier(plan, linked.plan()), true).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new LinkedMonths(Optional.empty(), linked.settled())
                .with(Stream.concat(ledgers(months).stream(), names.stream()).collect(Collectors.toUnmodifiableSet()));
    }

    private static void requireSomething(Optional<YearMonth> terms, boolean catalogue) {
        if (terms.isEmpty() && !catalogue) {
            throw new IllegalArgumentException("a change must not be empty");
        }
    }

    private static void requireMonths(Set<YearMonth> months) {
        if (months.isEmpty()) {
            throw new IllegalArgumentException("a change of transactions has at least one month");
        }
    }

    private static Set<Scope> planAndCatalogue(Optional<YearMonth> plan, boolean catalogue) {
        return Stream.concat(
                        plan.map(Scope.Plan::new).stream(), catalogue ? Stream.of(new Scope.Catalogue()) : Stream.of())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Scope> ledgers(Set<YearMonth> months) {
        return months.stream().map(Scope.Ledger::new).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<Scope> ledgersAnd(Set<YearMonth> months, Scope other) {
        return Stream.concat(months.stream().map(Scope.Ledger::new), Stream.of(other))
                .collect(Collectors.toUnmodifiableSet());
    }
}
