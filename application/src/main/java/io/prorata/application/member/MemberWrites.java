package io.prorata.application.member;

import io.prorata.application.household.MemberUse;
import io.prorata.application.ledger.ChangeTransactions;
import io.prorata.application.ledger.LinkedRows;
import io.prorata.application.port.Books;
import io.prorata.application.port.Changes.NameChange;
import io.prorata.application.port.Changes.NamedThing;
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
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * Another key of a member, in everything that names one: found first, then written. The history keeps the key that there was.
 *
 * @param use what names the member, as it is
 */
public record MemberWrites(HouseholdId household, Books books, MemberRenaming renaming, MemberUse use) {

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
        MemberUse use = MemberUse.of(household, books, renaming.from(), ChangeTransactions.MOST + 1);
        if (use.rows().size() > ChangeTransactions.MOST) {
            throw new RefusedException(new Refusal.TooManyRows(use.rows().size(), ChangeTransactions.MOST));
        }
        return new MemberWrites(household, books, renaming, use);
    }

    /** Returns what is touched. */
    public Touched touched() {
        return new Touched(
                use.configs().size(),
                use.bills().size(),
                use.provisions().size(),
                use.movements().size(),
                use.budgets().size(),
                use.accounts().size(),
                use.settlements().size(),
                use.rules().size(),
                use.rows().size(),
                Change.months(Stream.concat(
                                use.rows().stream().map(Transaction::month),
                                use.settlements().stream().map(Settlement::month))
                        .toList()));
    }

    /** Writes the new key everywhere, and notes it for an undo. Returns what that makes stale: every month has the member's key. */
    public Change make() {
        List<Transaction> rows = use.rows().stream().map(renaming::of).toList();
        var change = new Change.MemberRenamed(
                touched().months(), LinkedRows.of(household, books, use.rows(), rows), firstMonth());
        books.households().rename(household, renaming);
        use.bills().forEach(bill -> books.plans().replace(household, renaming.of(bill)));
        use.provisions().forEach(provision -> books.plans().replace(household, renaming.of(provision)));
        use.budgets().forEach(budget -> books.plans().replace(household, renaming.of(budget)));
        use.accounts().forEach(account -> books.accounts().replace(household, renaming.of(account)));
        use.settlements().forEach(settlement -> books.settlements().replace(household, renaming.of(settlement)));
        use.rules().forEach(rule -> books.rules().replace(household, renaming.of(rule)));
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
                        use.accounts().stream().<Timeline<?>>map(Account::owner))
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
