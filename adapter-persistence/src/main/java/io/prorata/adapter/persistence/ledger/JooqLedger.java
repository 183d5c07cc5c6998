package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static io.prorata.adapter.persistence.generated.Tables.REMOVED_LINE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import io.prorata.adapter.persistence.engine.TextIndex;
import io.prorata.adapter.persistence.generated.tables.records.BankTransactionRecord;
import io.prorata.adapter.persistence.generated.tables.records.ClassificationRecord;
import io.prorata.adapter.persistence.row.ClassificationRows;
import io.prorata.adapter.persistence.row.Counters;
import io.prorata.adapter.persistence.row.TransactionRows;
import io.prorata.adapter.persistence.search.TagRows;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.Revisions;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.CategoryUse;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/** Transactions in their table. */
public final class JooqLedger implements Ledger {

    /** In the choices of a row whose type a sorting rule chose. */
    private static final String TYPED_BY_SORTING = "type:";

    /** Begins the choices of a row whose category a person chose. */
    private static final String BY_PERSONS = "category";

    private final DSLContext sql;
    private final TextIndex textIndex;
    private final Revisions revisions;
    private final long code;

    /** @param code version of the code that writes */
    public JooqLedger(DSLContext sql, TextIndex textIndex, Revisions revisions, long code) {
        this.sql = sql;
        this.textIndex = textIndex;
        this.revisions = revisions;
        this.code = code;
    }

    @Override
    public long nextIds(HouseholdId household, int count) {
        return Counters.next(sql, household, "transaction", count);
    }

    @Override
    public void add(HouseholdId household, OptionalLong importId, List<Transaction> transactions) {
        if (transactions.isEmpty()) {
            return;
        }
        NewTransactions.insert(
                sql, household, importId, revisions.current(household).number(), transactions, code);
    }

    @Override
    public void addStaged(HouseholdId household, Staged staged) {
        JooqStagedRows.enter(sql, household, staged, code);
    }

    @Override
    public Optional<Transaction> find(HouseholdId household, long id) {
        return row(household, id).map(TransactionRows::transaction);
    }

    @Override
    public Optional<Entry> entry(HouseholdId household, long id) {
        return row(household, id).map(JooqLedger::entry);
    }

    private Optional<Record2<BankTransactionRecord, ClassificationRecord>> row(HouseholdId household, long id) {
        return TransactionRows.rows(sql, household, BANK_TRANSACTION.TRANSACTION_ID.eq(id))
                .fetchOptional();
    }

    @Override
    public List<Entry> list(
            HouseholdId household,
            TransactionFilter filter,
            TransactionOrder order,
            Optional<TransactionOrder.Place> after,
            int limit,
            long offset) {
        return ListedRows.page(sql, textIndex, household, filter, order, after, limit, offset).stream()
                .map(JooqLedger::entry)
                .toList();
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
        if (transactions.isEmpty()) {
            return;
        }
        long revision = revisions.current(household).number();
        Map<GroupKey, Long> numbers = NewTransactions.numbers(sql, household, transactions);
        MonthTotals change = NewTransactions.totals(transactions, numbers);
        change.subtract(totals(
                household,
                BANK_TRANSACTION.TRANSACTION_ID.in(
                        transactions.stream().map(Transaction::id).toList())));
        var batch = sql.batch(sql.update(BANK_TRANSACTION)
                .set(BANK_TRANSACTION.MONTH, (YearMonth) null)
                .set(BANK_TRANSACTION.DATE, (LocalDate) null)
                .set(BANK_TRANSACTION.LABEL, (String) null)
                .set(BANK_TRANSACTION.SEARCHABLE, (String) null)
                .set(BANK_TRANSACTION.AMOUNT_MINOR, (Long) null)
                .set(BANK_TRANSACTION.CATEGORY_KEY, (String) null)
                .set(BANK_TRANSACTION.ACCOUNT, (String) null)
                .set(BANK_TRANSACTION.TAGS, (String) null)
                .set(BANK_TRANSACTION.TYPED_BY, (String) null)
                .set(BANK_TRANSACTION.NOTE, (String) null)
                .set(BANK_TRANSACTION.CHOSEN, (String) null)
                .set(BANK_TRANSACTION.BANK_CATEGORY, (String) null)
                .set(BANK_TRANSACTION.PROVISION_ID, (Long) null)
                .set(BANK_TRANSACTION.CLASSIFICATION_ID, (Long) null)
                .set(BANK_TRANSACTION.EXCLUDED, (Long) null)
                .set(BANK_TRANSACTION.REVISION, (Long) null)
                .set(BANK_TRANSACTION.DIGEST, inline(null, BANK_TRANSACTION.DIGEST))
                .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq((Long) null))
                .and(BANK_TRANSACTION.TRANSACTION_ID.eq((Long) null)));
        for (Transaction transaction : transactions) {
            BankLine line = transaction.line();
            GroupKey key = GroupKey.of(transaction);
            batch = batch.bind(
                    transaction.month(),
                    line.date(),
                    line.label(),
                    Naming.searchable(line.label()),
                    line.amount().minor(),
                    ClassificationRows.categoryKey(key),
                    line.account(),
                    String.join(TransactionRows.TAG_END, transaction.tags()),
                    transaction.typedBy().name(),
                    transaction.note(),
                    TransactionRows.chosen(transaction),
                    transaction.choices().bankCategory(),
                    transaction.attribution().provision().orElse(null),
                    numbers.get(key),
                    transaction.classification().excluded() ? 1L : 0L,
                    revision,
                    household.value(),
                    transaction.id());
        }
        List<Long> renamed = renamed(household, transactions);
        keep(
                household,
                BANK_TRANSACTION.TRANSACTION_ID.in(
                        transactions.stream().map(Transaction::id).toList()),
                RowChange.REPLACED);
        batch.execute();
        if (!renamed.isEmpty()) {
            textIndex.put(sql, household, BANK_TRANSACTION.TRANSACTION_ID.in(renamed));
        }
        TagRows.replace(sql, household, transactions);
        MonthTotalRows.advance(sql, household, change, code);
    }

    /** Returns the ids of rows whose text changes. */
    private List<Long> renamed(HouseholdId household, List<Transaction> transactions) {
        Map<Long, String> texts = sql.select(BANK_TRANSACTION.TRANSACTION_ID, BANK_TRANSACTION.SEARCHABLE)
                .from(BANK_TRANSACTION)
                .where(of(household))
                .and(BANK_TRANSACTION.TRANSACTION_ID.in(
                        transactions.stream().map(Transaction::id).toList()))
                .fetchMap(Record2::value1, Record2::value2);
        return transactions.stream()
                .filter(transaction ->
                        !Naming.searchable(transaction.line().label()).equals(texts.get(transaction.id())))
                .map(Transaction::id)
                .toList();
    }

    private MonthTotals totals(HouseholdId household, Condition condition) {
        return RowSums.totals(sql, household, condition);
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
        EarlierRows.restore(sql, household, rows, revisions.current(household).number(), code);
        textIndex.put(
                sql,
                household,
                BANK_TRANSACTION.TRANSACTION_ID.in(
                        rows.stream().map(row -> row.transaction().id()).toList()));
    }

    /** Keeps the rows as they are, before the current change does {@code change} to them. */
    private void keep(HouseholdId household, Condition rows, RowChange change) {
        EarlierRows.keep(
                sql, household, rows, change, revisions.current(household).number());
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
        noteRemoved(household, id);
        keep(household, BANK_TRANSACTION.TRANSACTION_ID.eq(id), RowChange.REMOVED);
        remove(household, BANK_TRANSACTION.TRANSACTION_ID.eq(id));
    }

    private void remove(HouseholdId household, Condition rows) {
        var change = new MonthTotals();
        change.subtract(totals(household, rows));
        textIndex.take(sql, household, rows);
        TagRows.remove(
                sql,
                household,
                DSL.select(BANK_TRANSACTION.TRANSACTION_ID)
                        .from(BANK_TRANSACTION)
                        .where(of(household))
                        .and(rows));
        sql.deleteFrom(BANK_TRANSACTION).where(of(household)).and(rows).execute();
        MonthTotalRows.advance(sql, household, change, code);
    }

    @Override
    public MonthFacts facts(HouseholdId household, YearMonth month) {
        return Objects.requireNonNull(
                RowSums.facts(sql, household, Set.of(month), true).get(month));
    }

    /** One query, in the order of {@code transaction_by_bank_date} and answered from it alone. */
    @Override
    public Map<String, Integer> fingerprints(HouseholdId household, LocalDate first, LocalDate last) {
        Map<String, Integer> counts = new HashMap<>();
        try (var rows = sql.select(BANK_TRANSACTION.FINGERPRINT, DSL.count())
                .from(BANK_TRANSACTION)
                .where(of(household))
                .and(BANK_TRANSACTION.BANK_DATE.between(first, last))
                .groupBy(BANK_TRANSACTION.BANK_DATE, BANK_TRANSACTION.FINGERPRINT)
                .fetchLazy()) {
            rows.forEach(row -> counts.put(row.value1(), row.value2()));
        }
        return counts;
    }

    /** A removed row of an import must not be added again by the same file. */
    private void noteRemoved(HouseholdId household, long id) {
        sql.insertInto(
                        REMOVED_LINE,
                        REMOVED_LINE.HOUSEHOLD_ID,
                        REMOVED_LINE.TRANSACTION_ID,
                        REMOVED_LINE.IMPORT_ID,
                        REMOVED_LINE.BANK_DATE,
                        REMOVED_LINE.FINGERPRINT)
                .select(DSL.select(
                                BANK_TRANSACTION.HOUSEHOLD_ID,
                                BANK_TRANSACTION.TRANSACTION_ID,
                                BANK_TRANSACTION.IMPORT_ID,
                                BANK_TRANSACTION.BANK_DATE,
                                BANK_TRANSACTION.FINGERPRINT)
                        .from(BANK_TRANSACTION)
                        .where(of(household))
                        .and(BANK_TRANSACTION.TRANSACTION_ID.eq(id))
                        .and(BANK_TRANSACTION.IMPORT_ID.isNotNull()))
                .execute();
    }

    @Override
    public Map<String, Integer> removedLines(HouseholdId household, LocalDate first, LocalDate last) {
        return sql.select(REMOVED_LINE.FINGERPRINT, DSL.count())
                .from(REMOVED_LINE)
                .where(REMOVED_LINE.HOUSEHOLD_ID.eq(household.value()))
                .and(REMOVED_LINE.BANK_DATE.between(first, last))
                .groupBy(REMOVED_LINE.FINGERPRINT)
                .fetchMap(Record2::value1, Record2::value2);
    }

    @Override
    public void knownLines(HouseholdId household, LocalDate first, LocalDate last, Consumer<KnownLine> sink) {
        try (var rows = sql.select(
                        BANK_TRANSACTION.TRANSACTION_ID,
                        BANK_TRANSACTION.ACCOUNT,
                        BANK_TRANSACTION.DATE,
                        BANK_TRANSACTION.AMOUNT_MINOR,
                        BANK_TRANSACTION.LABEL,
                        BANK_TRANSACTION.BANK_ID,
                        BANK_TRANSACTION.FINGERPRINT)
                .from(BANK_TRANSACTION)
                .where(of(household))
                .and(BANK_TRANSACTION.BANK_DATE.between(first, last))
                .fetchLazy()) {
            rows.forEach(row -> sink.accept(new KnownLine(
                    row.value1(),
                    new BankLine(row.value2(), row.value3(), new Money(row.value4()), row.value5(), row.value6()),
                    row.value7())));
        }
    }

    @Override
    public void correct(HouseholdId household, List<Transaction> transactions) {
        replace(household, transactions);
        for (Transaction transaction : transactions) {
            BankLine line = transaction.line();
            sql.update(BANK_TRANSACTION)
                    .set(BANK_TRANSACTION.BANK_DATE, line.date())
                    .set(BANK_TRANSACTION.BANK_ID, line.bankId())
                    .set(BANK_TRANSACTION.FINGERPRINT, line.fingerprint())
                    .setNull(BANK_TRANSACTION.DIGEST)
                    .where(of(household))
                    .and(BANK_TRANSACTION.TRANSACTION_ID.eq(transaction.id()))
                    .execute();
        }
    }

    @Override
    public SortedSet<String> accounts(HouseholdId household, LocalDate first, LocalDate last) {
        return new TreeSet<>(sql.selectDistinct(BANK_TRANSACTION.ACCOUNT)
                .from(BANK_TRANSACTION)
                .where(of(household))
                .and(BANK_TRANSACTION.BANK_DATE.between(first, last))
                .and(BANK_TRANSACTION.ACCOUNT.isNotNull())
                .fetch(BANK_TRANSACTION.ACCOUNT));
    }

    @Override
    public List<ImportedRow> ofImport(HouseholdId household, long importId) {
        // The ids come first, from their index alone: for whole rows, SQLite would scan all rows of the household.
        var ids = DSL.select(BANK_TRANSACTION.TRANSACTION_ID)
                .from(BANK_TRANSACTION)
                .where(of(household))
                .and(BANK_TRANSACTION.IMPORT_ID.eq(importId));
        return TransactionRows.rows(sql, household, BANK_TRANSACTION.TRANSACTION_ID.in(ids))
                .orderBy(BANK_TRANSACTION.TRANSACTION_ID)
                .fetch(row -> new ImportedRow(
                        row.value1().getTransactionId(),
                        row.value1().getMonth(),
                        TransactionRows.classification(row),
                        ClassificationRows.attribution(row.value2()),
                        row.value1().getRevision()));
    }

    @Override
    public void removeImport(HouseholdId household, long importId) {
        sql.deleteFrom(REMOVED_LINE)
                .where(REMOVED_LINE.HOUSEHOLD_ID.eq(household.value()))
                .and(REMOVED_LINE.IMPORT_ID.eq(importId))
                .execute();
        remove(household, BANK_TRANSACTION.IMPORT_ID.eq(importId));
    }

    @Override
    public void retype(HouseholdId household, Collection<Long> ids, ExpenseType type) {
        replace(
                household,
                TransactionRows.rows(sql, household, BANK_TRANSACTION.TRANSACTION_ID.in(ids))
                        .fetch(TransactionRows::transaction)
                        .stream()
                        .map(row -> row.with(row.classification().withType(type), Transaction.TypedBy.PERSON))
                        .toList());
    }

    /** Changes the type of the {@code rows} with the classification {@code before}, and returns their months. */
    private SortedSet<YearMonth> retype(
            HouseholdId household, Condition rows, ClassificationRecord before, ExpenseType type) {
        GroupKey retyped = ClassificationRows.key(before).withType(type);
        long after = ClassificationRows.number(sql, household, retyped);
        Condition chosen = rows.and(BANK_TRANSACTION.CLASSIFICATION_ID.eq(before.getClassificationId()));
        var months = new TreeSet<>(sql.selectDistinct(BANK_TRANSACTION.MONTH)
                .from(BANK_TRANSACTION)
                .where(of(household))
                .and(chosen)
                .fetch(BANK_TRANSACTION.MONTH));
        var change = new MonthTotals();
        totals(household, chosen)
                .months()
                .forEach((month, groups) -> groups.forEach((number, total) -> {
                    change.add(month, number, total.negated());
                    change.add(month, after, total);
                }));
        keep(household, chosen, RowChange.REPLACED);
        sql.update(BANK_TRANSACTION)
                .set(BANK_TRANSACTION.CLASSIFICATION_ID, after)
                .set(
                        BANK_TRANSACTION.PROVISION_ID,
                        retyped.attribution().provision().orElse(null))
                .set(BANK_TRANSACTION.REVISION, revisions.current(household).number())
                .setNull(BANK_TRANSACTION.DIGEST)
                .where(of(household))
                .and(chosen)
                .execute();
        MonthTotalRows.advance(sql, household, change, code);
        return months;
    }

    @Override
    public List<RuledGroup> ruledGroups(HouseholdId household) {
        Field<Boolean> received =
                field(BANK_TRANSACTION.AMOUNT_MINOR.gt(inline(0L))).as("came_in");
        return sql.select(
                        CLASSIFICATION.CATEGORY,
                        CLASSIFICATION.SUBCATEGORY,
                        received,
                        CLASSIFICATION.EXPENSE_TYPE,
                        DSL.count())
                .from(BANK_TRANSACTION)
                .join(CLASSIFICATION)
                .on(TransactionRows.CLASSIFIED)
                .where(of(household))
                .and(byRule())
                .groupBy(CLASSIFICATION.CATEGORY, CLASSIFICATION.SUBCATEGORY, received, CLASSIFICATION.EXPENSE_TYPE)
                .fetch(row -> new RuledGroup(
                        row.value1(), row.value2(), row.value3(), ExpenseType.valueOf(row.value4()), row.value5()));
    }

    @Override
    public SortedSet<YearMonth> retype(HouseholdId household, RuledGroup group, ExpenseType type) {
        Condition rows = byRule().and(
                        group.received()
                                ? BANK_TRANSACTION.AMOUNT_MINOR.gt(inline(0L))
                                : BANK_TRANSACTION.AMOUNT_MINOR.le(inline(0L)));
        var months = new TreeSet<YearMonth>();
        ClassificationRows.find(sql, household, group.type(), group.category(), group.subcategory())
                .forEach(before -> months.addAll(retype(household, rows, before, type)));
        return months;
    }

    private static Condition of(HouseholdId household) {
        return BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value());
    }

    /** Rows that the mapping types: no person and no sorting rule does. */
    private static Condition byRule() {
        return BANK_TRANSACTION
                .TYPED_BY
                .eq(Transaction.TypedBy.RULE.name())
                .and(BANK_TRANSACTION
                        .CHOSEN
                        .isNull()
                        .or(DSL.position(BANK_TRANSACTION.CHOSEN, TYPED_BY_SORTING)
                                .eq(inline(0))));
    }

    private static Entry entry(Record2<BankTransactionRecord, ClassificationRecord> row) {
        return EarlierRows.entry(row.value1(), row.value2());
    }
}
