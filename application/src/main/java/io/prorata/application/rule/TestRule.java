package io.prorata.application.rule;

import io.prorata.application.port.Books;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.request.BrokenRules;
import io.prorata.application.request.InCurrency;
import io.prorata.application.sorting.HouseholdRules;
import io.prorata.application.sorting.RowSorting;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.RefusedException;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.sorting.SortingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries a rule on rows that are there, by itself, in a snapshot of the books. Nothing is kept. */
public final class TestRule {

    /** So many rows are looked through, the latest. */
    public static final int MOST_ROWS = 10_000;

    /** So many matches are shown, the latest. */
    public static final int MOST_SHOWN = 50;

    private final UnitOfWork work;

    public TestRule(UnitOfWork work) {
        this.work = work;
    }

    /**
     * What to try.
     *
     * @param filter which rows are looked through
     */
    public record Command(RuleTerms rule, TransactionFilter filter) {}

    /**
     * A row that matches.
     *
     * @param after as the rule alone would leave it; equal to {@code before} if a person chose what the rule chooses
     */
    public record RuleMatch(Transaction before, Transaction after) {}

    /**
     * What the rule does.
     *
     * @param looked how many rows were looked through
     * @param complete whether these are all that the filter means
     * @param matched how many of them match
     * @param changed how many of those would change
     * @param shown the latest that match
     */
    public record Tried(
            KeptRule rule, long looked, boolean complete, long matched, long changed, List<RuleMatch> shown) {}

    /** @throws RefusedException if it is no rule, or names what is not there */
    public Committed<Tried> test(HouseholdId household, InCurrency<Command> stated) {
        return work.read(household, books -> {
            Household settings = stated.within(books.households().get(household));
            Command command = stated.thing();
            var check = new RuleCheck(household, settings, books);
            RuleCheck.Checked checked =
                    BrokenRules.at("/rule", () -> check.checked(command.rule().as(0)));
            return new Committed<>(
                    tried(household, books, settings, checked, command.filter()),
                    books.revisions().current(household),
                    Stamp.NEVER);
        });
    }

    private static Tried tried(
            HouseholdId household,
            Books books,
            Household settings,
            RuleCheck.Checked checked,
            TransactionFilter filter) {
        Accounts accounts = books.plans().accounts(household);
        SortingRules alone = HouseholdRules.alone(checked.rule(), accounts);
        List<Ledger.Entry> rows = books.ledger()
                .list(household, filter, TransactionOrder.LATEST_FIRST, Optional.empty(), MOST_ROWS + 1, 0);
        boolean complete = rows.size() <= MOST_ROWS;
        List<RuleMatch> shown = new ArrayList<>();
        long matched = 0;
        long changed = 0;
        List<Transaction> before = rows.subList(0, Math.min(rows.size(), MOST_ROWS)).stream()
                .map(Ledger.Entry::transaction)
                .toList();
        List<Transaction> sorted =
                RowSorting.over(household, books, accounts, alone).again(before);
        for (int i = 0; i < before.size(); i++) {
            Transaction row = before.get(i);
            Transaction after = sorted.get(i);
            // A row that changes matches; of another it is not known yet.
            if (!after.equals(row) || alone.match(row)) {
                matched++;
                changed += after.equals(row) ? 0 : 1;
                if (shown.size() < MOST_SHOWN) {
                    shown.add(new RuleMatch(row, after));
                }
            }
        }
        return new Tried(
                new KeptRule(checked.rule(), checked.unknownCategories(), settings.currency()),
                Math.min(rows.size(), MOST_ROWS),
                complete,
                matched,
                changed,
                shown);
    }
}
