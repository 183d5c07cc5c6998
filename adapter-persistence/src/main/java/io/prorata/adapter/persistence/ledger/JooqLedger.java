package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;

import io.prorata.adapter.persistence.engine.TextIndex;
import io.prorata.adapter.persistence.row.ClassificationRows;
import io.prorata.adapter.persistence.row.Counters;
import io.prorata.adapter.persistence.row.EntryRows;
import io.prorata.adapter.persistence.row.TransactionRows;
import io.prorata.adapter.persistence.search.TagRows;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.Revisions;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.CategoryUse;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Transactions in their table: reads, and writes by {@link LedgerWrites}. */
public final class JooqLedger implements Ledger {

    /** Begins the choices of a row whose category a person chose. */
    private static final String BY_PERSONS = "category";

    private final DSLContext sql;
    private final TextIndex textIndex;
    private final long code;
    private final LedgerWrites writes;

    /** @param code version of the code that writes */
    public JooqLedger(DSLContext sql, TextIndex textIndex, Revisions revisions, long code) {
        this.sql = sql;
        this.textIndex = textIndex;
        this.code = code;
        this.writes = new LedgerWrites(sql, textIndex, revisions, code);
    }

    @Override
    public long nextIds(HouseholdId household, int count) {
        return Counters.next(sql, household, "transaction", count);
    }

    @Override
    public void add(HouseholdId household, OptionalLong importId, List<Transaction> transactions) {
        writes.add(household, importId, transactions);
    }

    @Override
    public void addStaged(HouseholdId household, Staged staged) {
        JooqStagedRows.enter(sql, household, staged, code);
    }

    @Override
    public Optional<Transaction> find(HouseholdId household, long id) {
        return TransactionRows.rows(sql, household, BANK_TRANSACTION.TRANSACTION_ID.eq(id))
                .fetchOptional(TransactionRows::transaction);
    }

    @Override
    public Optional<Entry> entry(HouseholdId household, long id) {
        return EntryRows.rows(sql, household, BANK_TRANSACTION.TRANSACTION_ID.eq(id))
                .fetchOptional(EntryRows::entry);
    }

    @Override
    public List<Entry> list(
            HouseholdId household,
            TransactionFilter filter,
            TransactionOrder order,
            Optional<TransactionOrder.Place> after,
            int limit,
            long offset) {
        return ListedRows.page(sql, textIndex, household, filter, order, after, limit, offset);
    }

    @Override
    public long count(HouseholdId household, TransactionFilter filter) {
        return ListedRows.count(sql, textIndex, household, filter);
    }

    @Override
    public Statistics sum(HouseholdId household, TransactionFilter filter) {
        return ListedRows.sum(sql, textIndex, household, filter);
    }

    @Override
    public boolean isNamed(HouseholdId household, PlanLink link) {
        Condition names = switch (link) {
            case PlanLink.Bill(long id) -> CLASSIFICATION.BILL_ID.eq(id);
            case PlanLink.Provision(long id) -> CLASSIFICATION.PROVISION_ID.eq(id);
        };
        return sql
                .fetch(ClassificationRows.numbersWhere(household, names))
                .getValues(CLASSIFICATION.CLASSIFICATION_ID)
                .stream()
                .anyMatch(number -> sql.fetchExists(
                        BANK_TRANSACTION, of(household).and(BANK_TRANSACTION.CLASSIFICATION_ID.eq(number))));
    }

    @Override
    public void replace(HouseholdId household, List<Transaction> transactions) {
        writes.replace(household, transactions);
    }

    @Override
    public CategoryNames categoryNames(HouseholdId household) {
        return KnownCategoryRows.all(sql, household);
    }

    @Override
    public CategoryUse categoryUse(HouseholdId household) {
        return KnownCategoryRows.use(sql, household);
    }

    @Override
    public List<EarlierRow> earlierRows(HouseholdId household, long revision, int limit) {
        return EarlierRows.of(sql, household, revision, limit);
    }

    @Override
    public void restore(HouseholdId household, List<Entry> rows) {
        writes.restore(household, rows);
    }

    @Override
    public SortedSet<String> tagNames(HouseholdId household) {
        return TagRows.names(sql, household);
    }

    @Override
    public SortedSet<String> rejectedMatches(HouseholdId household) {
        return RejectedMatchRows.all(sql, household);
    }

    @Override
    public void rejectMatches(HouseholdId household, Collection<String> keys) {
        RejectedMatchRows.add(sql, household, keys);
    }

    @Override
    public List<Transaction> linked(HouseholdId household, int most) {
        Condition linked = CLASSIFICATION
                .BILL_ID
                .isNotNull()
                .or(CLASSIFICATION.PROVISION_ID.isNotNull())
                .or(CLASSIFICATION.SOURCE.isNotNull());
        return TransactionRows.rows(
                        sql,
                        household,
                        BANK_TRANSACTION.CLASSIFICATION_ID.in(ClassificationRows.numbersWhere(household, linked)))
                .orderBy(BANK_TRANSACTION.DATE.desc(), BANK_TRANSACTION.TRANSACTION_ID.desc())
                .limit(most)
                .fetch(TransactionRows::transaction);
    }

    @Override
    public List<Transaction> naming(HouseholdId household, MemberKey member, int most) {
        List<Long> naming = ClassificationRows.naming(sql, household, member);
        return naming.isEmpty()
                ? List.of()
                : TransactionRows.rows(sql, household, BANK_TRANSACTION.CLASSIFICATION_ID.in(naming))
                        .limit(most)
                        .fetch(TransactionRows::transaction);
    }

    @Override
    public List<Transaction> categorisedByPersons(HouseholdId household, int most) {
        // The category comes first among what was chosen, and ends or goes on with a comma if a person chose it.
        Condition byPersons = BANK_TRANSACTION
                .CHOSEN
                .ge(BY_PERSONS)
                .and(BANK_TRANSACTION.CHOSEN.lt(BY_PERSONS + "-"))
                .and(BANK_TRANSACTION.CHOSEN.isNotNull());
        return TransactionRows.rows(sql, household, byPersons)
                .orderBy(BANK_TRANSACTION.DATE.desc(), BANK_TRANSACTION.TRANSACTION_ID.desc())
                .limit(most)
                .fetch(TransactionRows::transaction);
    }

    @Override
    public void remove(HouseholdId household, long id) {
        writes.remove(household, id);
    }

    @Override
    public MonthFacts facts(HouseholdId household, YearMonth month) {
        return Objects.requireNonNull(
                RowSums.facts(sql, household, Set.of(month), true).get(month));
    }

    @Override
    public Map<String, Integer> fingerprints(HouseholdId household, LocalDate first, LocalDate last) {
        return BankLineRows.fingerprints(sql, household, first, last);
    }

    @Override
    public Map<String, Integer> removedLines(HouseholdId household, LocalDate first, LocalDate last) {
        return BankLineRows.removedLines(sql, household, first, last);
    }

    @Override
    public void knownLines(HouseholdId household, LocalDate first, LocalDate last, Consumer<KnownLine> sink) {
        BankLineRows.knownLines(sql, household, first, last, sink);
    }

    @Override
    public void correct(HouseholdId household, List<Transaction> transactions) {
        writes.correct(household, transactions);
    }

    @Override
    public SortedSet<String> accounts(HouseholdId household, LocalDate first, LocalDate last) {
        return BankLineRows.accounts(sql, household, first, last);
    }

    @Override
    public List<ImportedRow> ofImport(HouseholdId household, long importId) {
        return BankLineRows.ofImport(sql, household, importId);
    }

    @Override
    public void removeImport(HouseholdId household, long importId) {
        writes.removeImport(household, importId);
    }

    @Override
    public void retype(HouseholdId household, Collection<Long> ids, ExpenseType type) {
        writes.retype(household, ids, type);
    }

    @Override
    public List<RuledGroup> ruledGroups(HouseholdId household) {
        return MappedRows.groups(sql, household);
    }

    @Override
    public SortedSet<YearMonth> retype(HouseholdId household, RuledGroup group, ExpenseType type) {
        return writes.retype(household, group, type);
    }

    private static Condition of(HouseholdId household) {
        return BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value());
    }
}
