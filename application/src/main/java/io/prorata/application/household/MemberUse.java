package io.prorata.application.household;

import io.prorata.application.port.Books;
import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.Plans.Version;
import io.prorata.application.port.Rules;
import io.prorata.application.port.Settlements;
import io.prorata.domain.Refusal.NamingThing;
import io.prorata.domain.account.Account;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.renaming.MemberRenaming;
import io.prorata.domain.settlement.Settlement;
import io.prorata.domain.sorting.SortingRule;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * All that names a member, as it is. A renaming changes these things, and a member whom one of them names is not removed.
 *
 * @param configs versions of the config, also such that hold no more
 * @param provisions whose terms name the member
 */
public record MemberUse(
        MemberKey member,
        List<Config> configs,
        List<FixedExpense> bills,
        List<Provision> provisions,
        List<NamingMovement> movements,
        List<Budget> budgets,
        List<Account> accounts,
        List<Settlement> settlements,
        List<SortingRule> rules,
        List<Transaction> rows) {

    /** A movement of a provision that names the member. */
    public record NamingMovement(long provision, Movement movement) {}

    private static final YearMonth FIRST = YearMonth.of(1900, 1);
    private static final YearMonth LAST = YearMonth.of(9999, 12);

    /**
     * Finds what names {@code member}: what would be another thing under another key.
     *
     * @param mostRows so many rows at most
     */
    public static MemberUse of(HouseholdId household, Books books, MemberKey member, int mostRows) {
        var renaming = new MemberRenaming(member, nobody(books.households().get(household)));
        PlanBook plan = books.plans().book(household);
        return new MemberUse(
                member,
                books.plans().versions(household).stream()
                        .map(Version::config)
                        .filter(config -> config.present().contains(member))
                        .toList(),
                naming(plan.fixed(), renaming::of),
                naming(plan.provisions(), one -> one.withTerms(renaming.of(one).terms())),
                plan.provisions().stream()
                        .flatMap(one -> one.movements().stream().map(move -> new NamingMovement(one.id(), move)))
                        .filter(one ->
                                one.movement().member().filter(member::equals).isPresent())
                        .toList(),
                naming(plan.budgets(), renaming::of),
                naming(things(books.accounts().all(household), Planned::thing), renaming::of),
                naming(
                        things(books.settlements().list(household, FIRST, LAST), Settlements.Entry::settlement),
                        renaming::of),
                naming(things(books.rules().all(household), Rules.Entry::rule), renaming::of),
                books.ledger().naming(household, member, mostRows));
    }

    /** Returns a key that no member has. */
    private static MemberKey nobody(Household settings) {
        return Stream.iterate(1, number -> number + 1)
                .map(number -> new MemberKey("nobody-" + number))
                .filter(key -> !settings.has(key))
                .findFirst()
                .orElseThrow();
    }

    private static <T> List<T> naming(List<T> things, UnaryOperator<T> renamed) {
        return things.stream()
                .filter(thing -> !renamed.apply(thing).equals(thing))
                .toList();
    }

    private static <E, T> List<T> things(List<E> entries, Function<E, T> thing) {
        return entries.stream().map(thing).toList();
    }

    /** Returns the ids of what names the member, by kind; empty if nothing does. */
    public SortedMap<NamingThing, List<Long>> ids() {
        SortedMap<NamingThing, List<Long>> all = new TreeMap<>();
        for (NamingThing kind : NamingThing.values()) {
            List<Long> ids = ids(kind);
            if (!ids.isEmpty()) {
                all.put(kind, ids);
            }
        }
        return all;
    }

    private List<Long> ids(NamingThing kind) {
        return switch (kind) {
            case CONFIG -> ids(configs, Config::id);
            case BILL -> ids(bills, FixedExpense::id);
            case PROVISION -> ids(provisions, Provision::id);
            case MOVEMENT -> ids(movements, NamingMovement::provision);
            case BUDGET -> ids(budgets, Budget::id);
            case ACCOUNT -> ids(accounts, Account::id);
            case SETTLEMENT -> ids(settlements, Settlement::id);
            case RULE -> ids(rules, SortingRule::id);
            case ROW -> ids(rows, Transaction::id);
        };
    }

    private static <T> List<Long> ids(List<T> things, ToLongFunction<T> id) {
        return things.stream().mapToLong(id).distinct().boxed().toList();
    }
}
