package io.prorata.application.port;

import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.CategoryAliases;
import io.prorata.domain.mapping.CategoryUse;
import io.prorata.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A household's transactions.
 *
 * <p>Cost: a transaction is found by its key, a month's facts and an import's rows by an index; {@link #count} and {@link #list} with an
 * offset pass over the rows they count or leave out. Rows are written many to a statement; give all of them at once.
 */
public interface Ledger {

    /**
     * A transaction of an import, as far as undoing or marking needs it.
     *
     * @param changedAt the household's revision at which the row was last changed
     */
    record ImportedRow(
            long id, YearMonth month, Classification classification, Attribution attribution, long changedAt) {}

    /** Rows that a rule of the mapping has typed, and that are typed alike as long as rules do it: they share these three and the sign. */
    record RuledGroup(
            @Nullable String category, @Nullable String subcategory, boolean received, ExpenseType type, long rows) {

        /** Returns an amount of the group's sign. */
        public Money sign() {
            return new Money(received ? 1 : -1);
        }
    }

    /**
     * A transaction that is there.
     *
     * @param importId the import it came with, empty for one entered by hand
     * @param changedAt the household's revision at which it last changed
     * @param origin of the line as the bank wrote it
     */
    record Entry(Transaction transaction, OptionalLong importId, long changedAt, Origin origin) {}

    /** By what a line of a bank file is known again, whatever its row was changed to since. */
    record Origin(LocalDate date, String fingerprint) {

        /** Returns that of a line as it is. */
        public static Origin of(BankLine line) {
            return new Origin(line.date(), line.fingerprint());
        }
    }

    /**
     * A row as an import compares lines with it.
     *
     * @param line as the row is now, which may have been edited
     * @param fingerprint of the line as the bank wrote it
     */
    record KnownLine(long id, BankLine line, String fingerprint) {

        /** Whether nobody has changed what the bank wrote. */
        public boolean isAsWritten() {
            return line.fingerprint().equals(fingerprint);
        }
    }

    /**
     * The new rows of a large import, on their way into the ledger: kept in short writes where nobody sees them, so that the write that enters
     * them all is short too. What is not entered is removed when this is closed; after a crash when the books are opened again, or when
     * the household's next stage is.
     */
    interface Staged extends AutoCloseable {

        /** Returns the id of the import, which is reserved for it. */
        long importId();

        /**
         * Keeps rows that have no tags, in a short write of its own, and returns the id that the first of them gets; the others follow it.
         *
         * @throws StoreUnavailableException if others write for too long, or the store is full or away
         */
        long add(List<Transaction> rows);

        /** Returns how many rows there are. */
        long rows();

        /** Returns what the rows are summed by, under numbers that new ones are assumed to get. */
        Map<GroupKey, Long> groups();

        @Override
        void close();
    }

    /** Rows that are staged do not follow the books as they are: somebody has written since. The import stages them again. */
    final class OutdatedStageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public OutdatedStageException() {
            super("the books have changed since the rows were staged");
        }
    }

    /**
     * Adds the rows that are staged; they become rows of the stage's import.
     *
     * @throws OutdatedStageException if what they assume is so no more; the write has to be given up
     */
    void addStaged(HouseholdId household, Staged staged);

    /** Reserves {@code count} ids in a row and returns the first; an id is never used twice. */
    long nextIds(HouseholdId household, int count);

    /** Adds transactions; {@code importId} is that of the import they came with, empty for one entered by hand. */
    void add(HouseholdId household, OptionalLong importId, List<Transaction> transactions);

    Optional<Transaction> find(HouseholdId household, long id);

    /** Returns a transaction with what is kept beside it. */
    Optional<Entry> entry(HouseholdId household, long id);

    /**
     * Returns the first {@code limit} transactions that match, in order, after {@code after} if it is given and leaving out the first
     * {@code offset}. Without {@code after} and offset, or with {@code after} alone, it costs the same wherever the place is.
     */
    List<Entry> list(
            HouseholdId household,
            TransactionFilter filter,
            TransactionOrder order,
            Optional<TransactionOrder.Place> after,
            int limit,
            long offset);

    /** Counts the transactions that match. */
    long count(HouseholdId household, TransactionFilter filter);

    /** Returns how many transactions match, and what they come to, with the bank's sign: it passes over them. */
    Statistics sum(HouseholdId household, TransactionFilter filter);

    /**
     * The names of categories.
     *
     * @param spellings of all categories and subcategories that rows have or have had, each by itself
     * @param aliases the former names of categories
     */
    record CategoryNames(SortedSet<String> spellings, CategoryAliases aliases) {}

    /** Returns the names of categories; one statement. */
    CategoryNames categoryNames(HouseholdId household);

    /**
     * Returns what the household's rows use categories for; one statement, which looks up a few rows of each category by an index, and
     * counts those of type INCOME. The result is the caller's own.
     */
    CategoryUse categoryUse(HouseholdId household);

    /** Returns all tags that rows have, each spelling by itself; it costs a look-up for each of them. */
    SortedSet<String> tagNames(HouseholdId household);

    /**
     * Returns the latest rows, {@code most} at most, that name a bill or a provision, or whom they come from; found by an index. In no
     * order.
     */
    List<Transaction> linked(HouseholdId household, int most);

    /** Returns rows, {@code most} at most, whose split, payer or source names {@code member}; found by an index. In no order. */
    List<Transaction> naming(HouseholdId household, MemberKey member, int most);

    /** Returns the latest rows, {@code most} at most, whose category a person chose; found by an index. In no order. */
    List<Transaction> categorisedByPersons(HouseholdId household, int most);

    /** Returns the keys of matches between rows that somebody has rejected: they are not offered again. All of them, however old. */
    SortedSet<String> rejectedMatches(HouseholdId household);

    /** Adds keys to those of rejected matches; one that is there stays. */
    void rejectMatches(HouseholdId household, Collection<String> keys);

    /** Returns whether any row names {@code link}; it may look through all rows of the household. */
    boolean isNamed(HouseholdId household, PlanLink link);

    /** Puts transactions in the place of those with their ids; their fingerprints stay those of the lines as the bank wrote them. */
    void replace(HouseholdId household, List<Transaction> transactions);

    /**
     * A row that a change replaced, removed or put back, as it was before; one that was put back as it was put.
     *
     * @param entry {@link Entry#changedAt} is the revision at which it had last changed
     * @param now the row as it is, if it is there
     * @param changedSince whether a later revision changed it, removed it or put it back
     */
    record EarlierRow(Entry entry, RowChange change, Optional<Transaction> now, boolean changedSince) {}

    /** What a change did to a row. */
    enum RowChange {
        /** It has other values. */
        REPLACED,
        /** It is gone. */
        REMOVED,
        /** It was gone, and is there again. */
        RESTORED
    }

    /** Returns the rows that the change of {@code revision} replaced, removed or put back, by id; at most {@code limit}. */
    List<EarlierRow> earlierRows(HouseholdId household, long revision, int limit);

    /**
     * Puts rows that were removed back, with their ids and all that was kept beside them. Their lines no longer stay out.
     *
     * @param rows of {@link #earlierRows}
     */
    void restore(HouseholdId household, List<Entry> rows);

    /** Removes a row; of one that came with an import it is noted that its line is to stay out. */
    void remove(HouseholdId household, long id);

    /**
     * Counts the fingerprints of lines dated by the bank from {@code first} to {@code last} whose rows were removed one by one, unless
     * their import was undone. The map is the caller's own.
     */
    Map<String, Integer> removedLines(HouseholdId household, LocalDate first, LocalDate last);

    /** Returns what happened in {@code month}; one query, answered from an index alone. */
    MonthFacts facts(HouseholdId household, YearMonth month);

    /**
     * Counts the fingerprints of the rows that the bank dated from {@code first} to {@code last}, both included, wherever they were
     * moved since. The map is the caller's own.
     */
    Map<String, Integer> fingerprints(HouseholdId household, LocalDate first, LocalDate last);

    /** Returns the names of the accounts of the rows that the bank dated from {@code first} to {@code last}, both included. */
    SortedSet<String> accounts(HouseholdId household, LocalDate first, LocalDate last);

    /** Hands the rows that the bank dated from {@code first} to {@code last}, both included, to {@code sink}, one at a time and in no order. */
    void knownLines(HouseholdId household, LocalDate first, LocalDate last, Consumer<KnownLine> sink);

    /** Puts transactions in the place of those with their ids, as {@link #replace} does, and takes their lines for what the bank wrote. */
    void correct(HouseholdId household, List<Transaction> transactions);

    /** Returns the rows that are there of an import, by id. */
    List<ImportedRow> ofImport(HouseholdId household, long importId);

    /** Removes the rows that are there of an import. */
    void removeImport(HouseholdId household, long importId);

    /** Gives rows an expense type that a person chose. */
    void retype(HouseholdId household, Collection<Long> ids, ExpenseType type);

    /** Returns all rows that the mapping of categories types, in groups: neither a person nor a sorting rule does. */
    List<RuledGroup> ruledGroups(HouseholdId household);

    /** Gives the rows of a group another type, by rule, and returns the months they are in. */
    SortedSet<YearMonth> retype(HouseholdId household, RuledGroup group, ExpenseType type);
}
