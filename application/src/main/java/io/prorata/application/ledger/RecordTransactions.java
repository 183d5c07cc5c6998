package io.prorata.application.ledger;

import io.prorata.application.port.Actor;
import io.prorata.application.port.AuditEntry;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.CategoryMapping.Typing;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Enters many transactions by hand: all of them or none. */
public final class RecordTransactions {

    /** As many as are entered at once; more come as a bank file. */
    public static final int MOST = 10_000;

    private final UnitOfWork work;

    public RecordTransactions(UnitOfWork work) {
        this.work = work;
    }

    /** What the audit keeps of it. */
    private record Batch(long firstId, int rows, SortedSet<YearMonth> months) {}

    /**
     * @param stated what to enter, in order, read in the currency that the household has inside the write
     * @throws RefusedException if it is nothing, or more than {@link #MOST}
     */
    public Committed<InCurrency<List<Transaction>>> record(
            HouseholdId household, Actor actor, Function<Currency, List<RecordTransaction.Command>> stated) {
        return work.write(household, actor, books -> {
            Currency currency = books.households().get(household).currency();
            List<RecordTransaction.Command> commands = stated.apply(currency);
            if (commands.isEmpty()) {
                throw new RefusedException(new Refusal.BrokenRule("/transactions", "at least one transaction"));
            }
            if (commands.size() > MOST) {
                throw new RefusedException(new Refusal.TooManyRows(commands.size(), MOST));
            }
            Typing typing = books.mappings().get(household).typing();
            long first = books.ledger().nextIds(household, commands.size());
            List<Transaction> transactions = IntStream.range(0, commands.size())
                    .mapToObj(i -> commands.get(i).as(first + i, typing))
                    .toList();
            books.ledger().add(household, OptionalLong.empty(), transactions);
            SortedSet<YearMonth> months =
                    Change.months(transactions.stream().map(Transaction::month).toList());
            return new Decision<>(
                    new InCurrency<>(transactions, currency),
                    new Change.TransactionsRecorded(months),
                    AuditEntry.added("transactions recorded", new Batch(first, transactions.size(), months)));
        });
    }
}
