package io.prorata.domain.freshness;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a write did, and so what it makes stale. These are the cache-invalidation rules: a new kind of change does not compile until
 * it answers.
 */
public sealed interface Change {

    /** Returns the scopes whose revision this change advances; never empty. */
    Set<Scope> stale();

    /** A household came into being. */
    record HouseholdFounded() implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Catalogue(), new Scope.Mapping());
        }
    }

    /** The household's name, currency, zone or members, the same for every month. */
    record HouseholdRevised() implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Catalogue());
        }
    }

    /** A version of the config from a month on. */
    record ConfigAdopted(YearMonth from) implements Change {
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

    /** A transaction was entered by hand. */
    record TransactionRecorded(YearMonth month) implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Ledger(month));
        }
    }

    /** A bank file was imported; {@code months} are those that got rows, none if nothing was new. */
    record BankFileImported(SortedSet<YearMonth> months) implements Change {
        /** Takes a copy of the months. */
        public BankFileImported {
            months = Change.months(months);
        }

        @Override
        public Set<Scope> stale() {
            return ledgersAnd(months, new Scope.Imports());
        }
    }

    /** An import was undone; {@code months} are those its rows were in. */
    record ImportUndone(SortedSet<YearMonth> months) implements Change {
        /** Takes a copy of the months. */
        public ImportUndone {
            months = Change.months(months);
        }

        @Override
        public Set<Scope> stale() {
            return ledgersAnd(months, new Scope.Imports());
        }
    }

    /** Rows of an import were marked as paying planned bills; {@code months} are theirs. */
    record BillsMarked(SortedSet<YearMonth> months) implements Change {
        /** Takes a copy of the months. */
        public BillsMarked {
            months = Change.months(months);
        }

        @Override
        public Set<Scope> stale() {
            return ledgersAnd(months, new Scope.Imports());
        }
    }

    /** The mapping of categories was replaced. */
    record CategoriesMapped() implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Mapping());
        }
    }

    /** The mapping of categories was applied to rows already there; {@code months} are those of the rows it changed. */
    record MappingApplied(SortedSet<YearMonth> months) implements Change {
        /** Takes a copy of the months. */
        public MappingApplied {
            months = Change.months(months);
        }

        @Override
        public Set<Scope> stale() {
            return ledgersAnd(months, new Scope.Mapping());
        }
    }

    /** A token was issued or revoked. */
    record AccessChanged() implements Change {
        @Override
        public Set<Scope> stale() {
            return Set.of(new Scope.Access());
        }
    }

    /** Returns the months of something, each once; nobody changes them. */
    static SortedSet<YearMonth> months(Collection<YearMonth> months) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(months));
    }

    private static Set<Scope> ledgersAnd(Set<YearMonth> months, Scope other) {
        return Stream.concat(months.stream().map(Scope.Ledger::new), Stream.of(other))
                .collect(Collectors.toUnmodifiableSet());
    }
}
