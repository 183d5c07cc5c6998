package io.prorata.application.memory;

import io.prorata.application.bankfile.ImportProfile;
import io.prorata.application.port.Changes.NameChange;
import io.prorata.application.port.IdempotencyStore.StoredResponse;
import io.prorata.application.port.Imports.Import;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.Plans.Moved;
import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.Rules;
import io.prorata.application.port.Settlements;
import io.prorata.application.port.Tokens.Token;
import io.prorata.domain.account.Account;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.mapping.CategoryAliases;
import io.prorata.domain.mapping.CategoryMapping;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.Config;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All that is kept of one household. Once published it is never changed: a write makes a copy. */
final class HouseholdRecords {

    /**
     * A transaction with what is kept beside it.
     *
     * @param bankDate of the line as the bank wrote it, and {@code fingerprint} of the whole of it; they outlive edits
     * @param revision at which the row last changed
     */
    record Row(Transaction transaction, OptionalLong importId, LocalDate bankDate, String fingerprint, long revision) {

        Row typed(ExpenseType type, TypedBy typedBy, long changedAt) {
            Classification classification = transaction.classification();
            var typed = new Classification(
                    type, classification.category(), classification.subcategory(), classification.excluded());
            return new Row(transaction.with(typed, typedBy), importId, bankDate, fingerprint, changedAt);
        }
    }

    @Nullable
    Household settings;

    /** A row as it was before a change. */
    record Earlier(Row row, Ledger.RowChange change) {}

    /** By the revision of the change, and their ids. */
    final SortedMap<Long, SortedMap<Long, Earlier>> earlier = new TreeMap<>();

    final Map<Long, List<NameChange>> names = new HashMap<>();
    CategoryAliases aliases = CategoryAliases.NONE;

    long revision;
    CategoryMapping mapping = new CategoryMapping(List.of());
    final Map<String, Long> counters = new HashMap<>();
    final Map<Scope, Stamp> scopes = new HashMap<>();
    final SortedMap<Long, Config> configs = new TreeMap<>();
    final SortedMap<Long, Long> supersededBy = new TreeMap<>();
    final SortedMap<Long, FixedExpense> fixed = new TreeMap<>();
    final SortedMap<Long, Provision> provisions = new TreeMap<>();

    /** The movements of each provision, as it has them itself too. */
    final Map<Long, List<Moved>> movements = new HashMap<>();

    final SortedMap<Long, Row> rows = new TreeMap<>();

    final SortedMap<Long, Planned<Account>> accounts = new TreeMap<>();
    final List<InMemoryAccountRegister.StatedBalance> balances = new ArrayList<>();
    final SortedMap<Long, Planned<Budget>> budgets = new TreeMap<>();
    final SortedMap<Long, Settlements.Entry> settlements = new TreeMap<>();
    final Set<String> rejected = new TreeSet<>();
    Timeline<Boolean> pot = Timeline.empty();
    Optional<YearMonth> settleSince = Optional.empty();

    /** Rows of imports that were removed one by one. */
    final SortedMap<Long, Row> removed = new TreeMap<>();

    /** Of rows that are there and of rows that were. */
    final Set<String> categories = new TreeSet<>();

    final SortedMap<Long, Import> imports = new TreeMap<>();
    final SortedMap<Long, ImportProfile> importProfiles = new TreeMap<>();
    final List<Rules.Entry> rules = new ArrayList<>();
    final SortedMap<Long, Token> tokens = new TreeMap<>();
    final List<Audited> audit = new ArrayList<>();
    final Map<Long, Long> fixedChangedAt = new HashMap<>();
    final Map<Long, Long> provisionsChangedAt = new HashMap<>();
    final Map<Long, Stamp> stamps = new HashMap<>();
    final Map<CarriedKey, StoredResponse> stored = new HashMap<>();

    /** Under what a request that was carried out is noted. */
    record CarriedKey(String sender, String key) {}

    HouseholdRecords copy() {
        var copy = new HouseholdRecords();
        copy.settings = settings;
        copy.revision = revision;
        earlier.forEach((at, rows) -> copy.earlier.put(at, new TreeMap<>(rows)));
        copy.names.putAll(names);
        copy.aliases = aliases;
        copy.mapping = mapping;
        copy.counters.putAll(counters);
        copy.scopes.putAll(scopes);
        copy.configs.putAll(configs);
        copy.supersededBy.putAll(supersededBy);
        copy.fixed.putAll(fixed);
        copy.provisions.putAll(provisions);
        copy.movements.putAll(movements);
        copy.rows.putAll(rows);
        copy.accounts.putAll(accounts);
        copy.balances.addAll(balances);
        copy.budgets.putAll(budgets);
        copy.settlements.putAll(settlements);
        copy.rejected.addAll(rejected);
        copy.pot = pot;
        copy.settleSince = settleSince;
        copy.removed.putAll(removed);
        copy.categories.addAll(categories);
        copy.imports.putAll(imports);
        copy.importProfiles.putAll(importProfiles);
        copy.rules.addAll(rules);
        copy.tokens.putAll(tokens);
        copy.audit.addAll(audit);
        copy.fixedChangedAt.putAll(fixedChangedAt);
        copy.provisionsChangedAt.putAll(provisionsChangedAt);
        copy.stamps.putAll(stamps);
        copy.stored.putAll(stored);
        return copy;
    }

    /** Reserves {@code count} ids in a row and returns the first. */
    long next(String thing, int count) {
        long last = counters.merge(thing, (long) count, Long::sum);
        return last - count + 1;
    }

    /** Keeps a row as it is, before a change does {@code change} to it; as it was before the first time, if it does so twice. */
    void keep(Row row, Ledger.RowChange change, long revision) {
        earlier.computeIfAbsent(revision, same -> new TreeMap<>())
                .putIfAbsent(row.transaction().id(), new Earlier(row, change));
    }

    Household settings() {
        if (settings == null) {
            throw new IllegalStateException("the household has no settings yet");
        }
        return settings;
    }

    /** Keeps {@code thing} in the place of the one that has its id. */
    static <T> void replace(Map<Long, T> things, long id, T thing) {
        if (things.replace(id, thing) == null) {
            throw new IllegalStateException("nothing has the id " + id);
        }
    }

    static <T> void remove(Map<Long, T> things, long id) {
        if (things.remove(id) == null) {
            throw new IllegalStateException("nothing has the id " + id);
        }
    }

    /** Keeps {@code thing} under an id that nothing has yet. */
    static <T> void addNew(Map<Long, T> things, long id, T thing) {
        if (things.putIfAbsent(id, thing) != null) {
            throw new IllegalStateException("the id " + id + " is taken");
        }
    }
}
