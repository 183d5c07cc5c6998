package io.prorata.application.category;

import io.prorata.application.ledger.ChangeTransactions;
import io.prorata.application.ledger.ChangeTransactions.Effect;
import io.prorata.application.ledger.EffectOfRows;
import io.prorata.application.ledger.LinkedRows;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.Changes.NameChange;
import io.prorata.application.port.Changes.NamedThing;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.Rules;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.InCurrency;
import io.prorata.application.view.NearNames;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.LinkedMonths;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.CategoryAliases;
import io.prorata.domain.mapping.CategoryName;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.plan.PlanBook;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Gives a category another name in everything that names it: rows, bills, provisions, budgets and the category mapping. If rows have the
 * new name already, both categories become one. Later rows of the former name take the new one (formula 13). Types of rows stay.
 */
public final class RenameCategory {

    private final UnitOfWork work;
    private final Clock clock;

    public RenameCategory(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * @param from a category, or a subcategory of one
     * @param to the name instead; without a subcategory, rows keep theirs
     * @param dryRun whether to say only what would become of it
     */
    public record Command(CategoryName from, CategoryName to, boolean dryRun) {}

    /**
     * What became of it, or would.
     *
     * @param to the new name: that of its own alias, if the one stated is a former name itself
     * @param names that are replaced in other things than rows
     */
    public record Renamed(CategoryName from, CategoryName to, Effect effect, List<NameChange> names) {}

    /** What the audit keeps of it. */
    private record Renaming(CategoryName name, long rows, List<NameChange> names) {}

    /**
     * @param stated the command, read in the currency that the household has to have still
     * @throws RefusedException if nothing has ever had the name, the new name leads back to it, more than {@link ChangeTransactions#MOST}
     *     rows have it, or the category would have two budgets in one month
     */
    public Committed<Renamed> rename(HouseholdId household, Actor actor, InCurrency<Command> stated) {
        return work.write(household, actor, books -> {
            Household settings = stated.within(books.households().get(household));
            Command command = stated.thing();
            CategoryAliases aliases = books.mappings().aliases(household);
            CategoryName from = command.from();
            CategoryName to = target(from, command.to(), aliases);
            PlanBook plan = books.plans().book(household);
            List<NameChange> names = NameChanges.of(
                    from,
                    to,
                    plan,
                    books.mappings().get(household),
                    books.rules().all(household).stream().map(Rules.Entry::rule).toList(),
                    aliases);
            List<Transaction> before = rows(household, books, from, to);
            requireKnown(household, books, from, names, before);
            List<Transaction> after =
                    before.stream().map(row -> renamed(row, to)).toList();
            var writes = new NameWrites(household, books, plan);
            PlanBook planAfter = writes.after(names);
            NameWrites.requireOneBudget(planAfter);
            Effect effect = new EffectOfRows(clock)
                    .of(
                            household,
                            settings,
                            books,
                            before.size(),
                            before,
                            after,
                            new EffectOfRows.Plan(plan, planAfter),
                            command.dryRun());
            boolean nothing = before.isEmpty() && (names.isEmpty() || (from.isSame(to) && onlyAliases(names)));
            var renamed = new Renamed(from, to, effect, nothing ? List.of() : names);
            if (command.dryRun() || nothing) {
                return Decision.unchanged(renamed, Stamp.NEVER);
            }
            LinkedMonths linked = LinkedRows.of(household, books, before, after);
            books.ledger().replace(household, after);
            writes.make(names);
            return new Decision<>(
                    renamed,
                    new Change.CategoryRenamed(effect.months(), linked, writes.firstMonth(names)),
                    AuditEntry.changed(
                            "category renamed",
                            new Renaming(from, before.size(), List.of()),
                            new Renaming(to, before.size(), names)));
        });
    }

    private static boolean onlyAliases(List<NameChange> names) {
        return names.stream().allMatch(change -> change.thing() == NamedThing.ALIAS);
    }

    /** Returns the name that rows get. */
    private static CategoryName target(CategoryName from, CategoryName to, CategoryAliases aliases) {
        if (aliases.leadsBack(from, to)) {
            throw new RefusedException(new Refusal.CircularRename(words(from), words(to)));
        }
        return from.isSame(to) ? to : aliases.resolved(to);
    }

    private static String words(CategoryName name) {
        return name.text().replace('\n', '/');
    }

    /** Returns the rows whose names change. */
    private static List<Transaction> rows(HouseholdId household, Books books, CategoryName from, CategoryName to) {
        var filter = new TransactionFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new TransactionFilter.Named(from.category())),
                Optional.ofNullable(from.subcategory()).map(TransactionFilter.Named::new),
                Optional.empty(),
                TransactionFilter.ALL.types(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        List<Transaction> rows = books
                .ledger()
                .list(
                        household,
                        filter,
                        TransactionOrder.LATEST_FIRST,
                        Optional.empty(),
                        ChangeTransactions.MOST + 1,
                        0)
                .stream()
                .map(Ledger.Entry::transaction)
                .toList();
        if (rows.size() > ChangeTransactions.MOST) {
            throw new RefusedException(
                    new Refusal.TooManyRows(books.ledger().count(household, filter), ChangeTransactions.MOST));
        }
        return rows.stream().filter(row -> !renamed(row, to).equals(row)).toList();
    }

    private static Transaction renamed(Transaction row, CategoryName to) {
        Classification is = row.classification();
        String subcategory = to.subcategory() == null ? is.subcategory() : to.subcategory();
        return row.with(new Classification(is.type(), to.category(), subcategory, is.excluded()), row.typedBy());
    }

    /** A name that nothing has is probably a mistake. */
    private static void requireKnown(
            HouseholdId household, Books books, CategoryName from, List<NameChange> names, List<Transaction> rows) {
        if (!onlyAliases(names) || !rows.isEmpty()) {
            return;
        }
        var known = new TreeSet<>(books.ledger().categoryNames(household).spellings());
        String name = from.subcategory() == null ? from.category() : from.subcategory();
        if (known.stream().noneMatch(spelling -> Naming.isSame(spelling, name))) {
            throw new RefusedException(new Refusal.UnknownCategory(name, NearNames.to(name, known)));
        }
    }
}
