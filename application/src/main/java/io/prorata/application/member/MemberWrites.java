package io.prorata.application.member;

import io.prorata.application.ledger.ChangeTransactions;
import io.prorata.application.ledger.LinkedRows;
import io.prorata.application.port.Books;
import io.prorata.application.port.Changes.NameChange;
import io.prorata.application.port.Changes.NamedThing;
import io.prorata.application.port.Plans.Planned;
import io.prorata.application.port.Rules;
import io.prorata.application.port.Settlements;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.account.Account;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.renaming.MemberRenaming;
import io.prorata.domain.settlement.Settlement;
import io.prorata.domain.sorting.SortingRule;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Another key of a member, in everything that names one: found first, then written. The history keeps the key that there was.
 *
 * @param bills and the other things as they become, of those that name the member
 * @param rowsBefore rows that name the member, as they are
 * @param rows the same, as they become
 * @param movements how many movements of provisions name the member
 * @param versions how many versions of the config do, also such that hold no more
 */
public record MemberWrites(
        HouseholdId household,
        Books books,
        MemberRenaming renaming,
        List<FixedExpense> bills,
        List<Provision> provisions,
        List<Budget> budgets,
        List<Account> accounts,
        List<Settlement> settlements,
        List<SortingRule> rules,
        List<Transaction> rowsBefore,
        List<Transaction> rows,
        long movements,
        long versions) {

    private static final YearMonth FIRST = YearMonth.of(1900, 1);
    private static final YearMonth LAST = YearMonth.of(9999, 12);

    /**
     * How many things name the member, and get the new key.
     *
     * @param configs versions of the config, with their incomes
     * @param months those of rows and settlements
     */
    public record Touched(
            long configs,
            long bills,
            long provisions,
            long movements,
            long budgets,
            long accounts,
            long settlements,
            long rules,
            long rows,
            SortedSet<YearMonth> months) {}

    /**
     * Finds what names the member; nothing is written.
     *
     * @param at where the keys are in the request, as JSON pointers
     * @throws RefusedException if nobody has the former key, another member has the new one, or more than
     *     {@link ChangeTransactions#MOST} rows name the member
     */
    public static MemberWrites of(HouseholdId household, Books books, MemberRenaming renaming, String at) {
        Household settings = books.households().get(household);
        if (renaming.from().equals(renaming.to())) {
            throw new RefusedException(new Refusal.BrokenRule("/to", "another key than from"));
        }
        if (!settings.has(renaming.from())) {
            throw new RefusedException(new Refusal.UnknownMember(renaming.from(), at));
        }
        if (settings.has(renaming.to())) {
            throw new RefusedException(new Refusal.MemberKeyTaken(renaming.to()));
        }
        PlanBook plan = books.plans().book(household);
        List<Transaction> named = books.ledger().naming(household, renaming.from(), ChangeTransactions.MOST + 1);
        if (named.size() > ChangeTransactions.MOST) {
            throw new RefusedException(new Refusal.TooManyRows(named.size(), ChangeTransactions.MOST));
        }
        return new MemberWrites(
                household,
                books,
                renaming,
                changed(plan.fixed(), renaming::of),
                changed(plan.provisions(), renaming::of),
                changed(plan.budgets(), renaming::of),
                changed(
                        books.accounts().all(household).stream()
                                .map(Planned::thing)
                                .toList(),
                        renaming::of),
                changed(
                        books.settlements().list(household, FIRST, LAST).stream()
                                .map(Settlements.Entry::settlement)
                                .toList(),
                        renaming::of),
                changed(
                        books.rules().all(household).stream()
                                .map(Rules.Entry::rule)
                                .toList(),
                        renaming::of),
                named,
                named.stream().map(renaming::of).toList(),
                movements(plan, renaming.from()),
                books.plans().versions(household).stream()
                        .filter(version -> version.config().present().contains(renaming.from()))
                        .count());
    }

    private static <T> List<T> changed(List<T> things, UnaryOperator<T> renamed) {
        List<T> changed = new ArrayList<>();
        for (T thing : things) {
            T after = renamed.apply(thing);
            if (!Objects.equals(after, thing)) {
                changed.add(after);
            }
        }
        return List.copyOf(changed);
    }

    private static long movements(PlanBook plan, MemberKey member) {
        return plan.provisions().stream()
                .flatMap(provision -> provision.movements().stream())
                .filter(movement -> movement.member().filter(member::equals).isPresent())
                .count();
    }

    /** Returns what is touched. */
    public Touched touched() {
        return new Touched(
                versions,
                bills.size(),
                provisions.size(),
                movements,
                budgets.size(),
                accounts.size(),
                settlements.size(),
                rules.size(),
                rows.size(),
                Change.months(Stream.concat(
                                rows.stream().map(Transaction::month),
                                settlements.stream().map(Settlement::month))
                        .toList()));
    }

    /** Writes the new key everywhere, and notes it for an undo. Returns what that makes stale: every month has the member's key. */
    public Change make() {
        var change = new Change.MemberRenamed(
                touched().months(), LinkedRows.of(household, books, rowsBefore, rows), firstMonth());
        books.households().rename(household, renaming);
        bills.forEach(bill -> books.plans().replace(household, bill));
        provisions.forEach(provision -> books.plans().replace(household, provision));
        budgets.forEach(budget -> books.plans().replace(household, budget));
        accounts.forEach(account -> books.accounts().replace(household, account));
        settlements.forEach(settlement -> books.settlements().replace(household, settlement));
        rules.forEach(rule -> books.rules().replace(household, rule));
        books.ledger().replace(household, rows);
        String name = books.households().get(household).members().stream()
                .filter(member -> member.key().equals(renaming.to()))
                .findFirst()
                .orElseThrow()
                .name();
        books.changes()
                .note(
                        household,
                        List.of(new NameChange(
                                NamedThing.MEMBER,
                                name,
                                renaming.from().text(),
                                renaming.to().text())));
        return change;
    }

    /** Returns the first month of anything that is planned: from there on the plan has the new key. */
    private Optional<YearMonth> firstMonth() {
        PlanBook plan = books.plans().book(household);
        Stream<YearMonth> configs = books.plans().versions(household).stream()
                .map(version -> version.config().from());
        Stream<Timeline<?>> timelines = Stream.of(
                        plan.fixed().stream().<Timeline<?>>map(FixedExpense::terms),
                        plan.provisions().stream().<Timeline<?>>map(Provision::terms),
                        plan.budgets().stream().<Timeline<?>>map(Budget::terms),
                        accounts.stream().<Timeline<?>>map(Account::owner))
                .flatMap(things -> things);
        Stream<YearMonth> firsts = timelines.flatMap(
                timeline -> timeline.entries().stream().limit(1).map(Timeline.Entry::from));
        return Stream.concat(configs, firsts).min(YearMonth::compareTo);
    }

    /** Returns the renaming that {@code names} of a change have, if there is one. */
    public static Optional<MemberRenaming> in(List<NameChange> names) {
        return names.stream()
                .filter(name -> name.thing() == NamedThing.MEMBER)
                .findFirst()
                .map(name -> new MemberRenaming(
                        new MemberKey(Objects.requireNonNull(name.before())),
                        new MemberKey(Objects.requireNonNull(name.after()))));
    }
}
