package io.prorata.application.ledger;

import io.prorata.application.plan.PlanChange;
import io.prorata.application.plan.PlansMoved;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.BrokenRules;
import io.prorata.application.request.InCurrency;
import io.prorata.application.sorting.HouseholdRules;
import io.prorata.application.sorting.RowSorting;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.freshness.LinkedMonths;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.CategoryMapping.Typing;
import io.prorata.domain.sorting.SortingRules;
import java.time.Clock;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.IntStream;

/** Enters many transactions by hand: all of them or none. */
public final class RecordTransactions {

    /** The maximum number at once; use a bank file for more. */
    public static final int MOST = 10_000;

    /** Where they are in a request. */
    private static final String PLACE = "/transactions";

    private final UnitOfWork work;
    private final Clock clock;

    public RecordTransactions(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** The record in the audit. */
    private record Batch(long firstId, int rows, SortedSet<YearMonth> months) {}

    /**
     * @param batch what to enter, in order, read in the currency that the household has to have still
     * @throws RefusedException if there are none, or more than {@link #MOST}
     */
    public Committed<PlanChange<List<Transaction>>> record(
            HouseholdId household, Actor actor, InCurrency<List<RecordTransaction.Command>> batch) {
        return work.write(household, actor, books -> {
            Household settings = batch.within(books.households().get(household));
            List<RecordTransaction.Command> commands = batch.thing();
            if (commands.isEmpty()) {
                throw new RefusedException(new Refusal.BrokenRule(PLACE, "at least one transaction"));
            }
            if (commands.size() > MOST) {
                throw new RefusedException(new Refusal.TooManyRows(commands.size(), MOST));
            }
            requireKnown(household, settings, books, commands);
            Typing typing = books.mappings().get(household).typing();
            Accounts accounts = books.plans().accounts(household);
            SortingRules rules = HouseholdRules.of(household, books, accounts);
            var categories = KnownNames.ofCategories(household, books.ledger());
            var tagNames = KnownNames.ofTags(household, books.ledger());
            long first = books.ledger().nextIds(household, commands.size());
            List<Transaction> stated = IntStream.range(0, commands.size())
                    .mapToObj(i -> BrokenRules.at(
                            place(i),
                            () -> commands.get(i).spelled(categories, tagNames).as(first + i, typing, accounts)))
                    .toList();
            List<Transaction> transactions =
                    RowSorting.over(household, books, accounts, rules).arrived(stated);
            books.ledger().add(household, OptionalLong.empty(), transactions);
            SortedSet<YearMonth> months =
                    Change.months(transactions.stream().map(Transaction::month).toList());
            return new Decision<>(
                    new PlanChange<>(
                            transactions, settings.currency(), new PlansMoved(settings, clock).by(transactions)),
                    new Change.TransactionsRecorded(
                            months, LinkedMonths.of(List.of(), transactions, Change.months(List.of()))),
                    AuditEntry.added("transactions recorded", new Batch(first, transactions.size(), months)));
        });
    }

    /** What several rows state alike is looked up once. */
    private static void requireKnown(
            HouseholdId household, Household settings, Books books, List<RecordTransaction.Command> commands) {
        Set<AttributionEdit> known = new HashSet<>();
        for (int i = 0; i < commands.size(); i++) {
            AttributionEdit attribution = commands.get(i).attribution();
            if (known.add(attribution)) {
                BrokenRules.check(place(i), () -> attribution.requireKnown(household, settings, books));
            }
        }
    }

    private static String place(int number) {
        return PLACE + "/" + number;
    }
}
