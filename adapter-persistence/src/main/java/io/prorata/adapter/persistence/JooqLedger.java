package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.REMOVED_LINE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;

import io.prorata.adapter.persistence.PlacingRows.Kind;
import io.prorata.adapter.persistence.generated.tables.records.BankTransactionRecord;
import io.prorata.adapter.persistence.sqlite.Question;
import io.prorata.adapter.persistence.sqlite.Together;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.Revisions;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.TransactionFilter;
import io.prorata.domain.ledger.TransactionOrder;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
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
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/** Transactions in their table. */
final class JooqLedger implements Ledger {

    private static final Param<Long> ID = DSL.param("id", BANK_TRANSACTION.TRANSACTION_ID);

    private static final Question ONE = Question.of(
            List.of(ID),
            BANK_TRANSACTION,
            BANK_TRANSACTION.HOUSEHOLD_ID.eq(Question.HOUSEHOLD).and(BANK_TRANSACTION.TRANSACTION_ID.eq(ID)));

    private final DSLContext sql;
    private final Revisions revisions;

    JooqLedger(DSLContext sql, Revisions revisions) {
        this.sql = sql;
        this.revisions = revisions;
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
                sql, household, importId, revisions.current(household).number(), transactions);
    }

    @Override
    public Optional<Transaction> find(HouseholdId household, long id) {
        var together = new Together(sql);
        var rows = together.ask(ONE, household, id);
        together.fetch();
        return rows.rows().stream().map(TransactionRows::transaction).findFirst();
    }

    @Override
    public Optional<Entry> entry(HouseholdId household, long id) {
        var together = new Together(sql);
        var rows = together.ask(ONE, household, id);
        together.fetch();
        return rows.rows().stream().map(JooqLedger::entry).findFirst();
    }

    @Override
    public List<Entry> list(
            HouseholdId household,
            TransactionFilter filter,
            TransactionOrder order,
            Optional<TransactionOrder.Place> after,
            int limit,
            long offset) {
        var together = new Together(sql);
        var rows = ListedRows.ask(together, household, filter, order, after, limit, offset);
        together.fetch();
        return rows.rows().stream()
                .map(JooqLedger::entry)
                .sorted(Comparator.comparing(Entry::transaction, order.comparator()))
                .toList();
    }

    @Override
    public long count(HouseholdId household, TransactionFilter filter) {
        var together = new Together(sql);
        var counted = ListedRows.askCount(together, household, filter);
        together.fetch();
        return ListedRows.total(counted);
    }

    @Override
    public void replace(HouseholdId household, List<Transaction> transactions) {
        if (transactions.isEmpty()) {
            return;
        }
        long revision = revisions.current(household).number();
        Map<Kind, Long> numbers = NewTransactions.numbers(sql, household, transactions);
        var batch = sql.batch(sql.update(BANK_TRANSACTION)
                .set(BANK_TRANSACTION.MONTH, (YearMonth) null)
                .set(BANK_TRANSACTION.DATE, (LocalDate) null)
                .set(BANK_TRANSACTION.LABEL, (String) null)
                .set(BANK_TRANSACTION.SEARCHABLE, (String) null)
                .set(BANK_TRANSACTION.AMOUNT_MINOR, (Long) null)
                .set(BANK_TRANSACTION.CATEGORY, (String) null)
                .set(BANK_TRANSACTION.CATEGORY_KEY, (String) null)
                .set(BANK_TRANSACTION.SUBCATEGORY, (String) null)
                .set(BANK_TRANSACTION.ACCOUNT, (String) null)
                .set(BANK_TRANSACTION.TAGS, (String) null)
                .set(BANK_TRANSACTION.EXPENSE_TYPE, (String) null)
                .set(BANK_TRANSACTION.TYPED_BY, (String) null)
                .set(BANK_TRANSACTION.PLACING_ID, (Long) null)
                .set(BANK_TRANSACTION.EXCLUDED, (Long) null)
                .set(BANK_TRANSACTION.REVISION, (Long) null)
                .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq((Long) null))
                .and(BANK_TRANSACTION.TRANSACTION_ID.eq((Long) null)));
        for (Transaction transaction : transactions) {
            BankLine line = transaction.line();
            Classification classification = transaction.classification();
            batch = batch.bind(
                    transaction.month(),
                    line.date(),
                    line.label(),
                    Naming.searchable(line.label()),
                    line.amount().minor(),
                    classification.category(),
                    Objects.requireNonNullElse(classification.category(), ""),
                    classification.subcategory(),
                    line.account(),
                    String.join(TransactionRows.TAG_END, transaction.tags()),
                    classification.type().name(),
                    transaction.typedBy().name(),
                    numbers.get(Kind.of(classification)),
                    classification.excluded() ? 1L : 0L,
                    revision,
                    household.value(),
                    transaction.id());
        }
        batch.execute();
    }

    @Override
    public void remove(HouseholdId household, long id) {
        noteRemoved(household, id);
        sql.deleteFrom(BANK_TRANSACTION)
                .where(of(household))
                .and(BANK_TRANSACTION.TRANSACTION_ID.eq(id))
                .execute();
    }

    @Override
    public MonthFacts facts(HouseholdId household, YearMonth month) {
        var together = new Together(sql);
        Supplier<Map<YearMonth, MonthFacts>> facts = FactRows.ask(together, household, Set.of(month), true);
        together.fetch();
        return Objects.requireNonNull(facts.get().get(month));
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

    /** A row that came with a file is to stay out when the file comes again. */
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
        // The ids first, from their index alone: asked for whole rows, SQLite would walk through all of the
        // household's.
        var ids = DSL.select(BANK_TRANSACTION.TRANSACTION_ID)
                .from(BANK_TRANSACTION)
                .where(of(household))
                .and(BANK_TRANSACTION.IMPORT_ID.eq(importId));
        return sql.selectFrom(BANK_TRANSACTION)
                .where(of(household))
                .and(BANK_TRANSACTION.TRANSACTION_ID.in(ids))
                .orderBy(BANK_TRANSACTION.TRANSACTION_ID)
                .fetch(row -> new ImportedRow(
                        row.getTransactionId(), row.getMonth(), classification(row), row.getRevision()));
    }

    @Override
    public void removeImport(HouseholdId household, long importId) {
        sql.deleteFrom(REMOVED_LINE)
                .where(REMOVED_LINE.HOUSEHOLD_ID.eq(household.value()))
                .and(REMOVED_LINE.IMPORT_ID.eq(importId))
                .execute();
        sql.deleteFrom(BANK_TRANSACTION)
                .where(of(household))
                .and(BANK_TRANSACTION.IMPORT_ID.eq(importId))
                .execute();
    }

    @Override
    public void retype(HouseholdId household, Collection<Long> ids, ExpenseType type) {
        Condition chosen = of(household).and(BANK_TRANSACTION.TRANSACTION_ID.in(ids));
        sql.selectDistinct(BANK_TRANSACTION.CATEGORY, BANK_TRANSACTION.SUBCATEGORY)
                .from(BANK_TRANSACTION)
                .where(chosen)
                .fetch(row -> new Kind(type, row.value1(), row.value2()))
                .forEach(kind -> sql.update(BANK_TRANSACTION)
                        .set(BANK_TRANSACTION.EXPENSE_TYPE, type.name())
                        .set(BANK_TRANSACTION.TYPED_BY, Transaction.TypedBy.PERSON.name())
                        .set(BANK_TRANSACTION.PLACING_ID, PlacingRows.number(sql, household, kind))
                        .set(
                                BANK_TRANSACTION.REVISION,
                                revisions.current(household).number())
                        .where(chosen)
                        .and(in(kind))
                        .execute());
    }

    @Override
    public List<RuledGroup> ruledGroups(HouseholdId household) {
        Field<Boolean> received =
                field(BANK_TRANSACTION.AMOUNT_MINOR.gt(inline(0L))).as("received");
        return sql.select(
                        BANK_TRANSACTION.CATEGORY,
                        BANK_TRANSACTION.SUBCATEGORY,
                        received,
                        BANK_TRANSACTION.EXPENSE_TYPE,
                        DSL.count())
                .from(BANK_TRANSACTION)
                .where(of(household))
                .and(byRule())
                .groupBy(
                        BANK_TRANSACTION.CATEGORY,
                        BANK_TRANSACTION.SUBCATEGORY,
                        received,
                        BANK_TRANSACTION.EXPENSE_TYPE)
                .fetch(row -> new RuledGroup(
                        row.value1(), row.value2(), row.value3(), ExpenseType.valueOf(row.value4()), row.value5()));
    }

    @Override
    public SortedSet<YearMonth> retype(HouseholdId household, RuledGroup group, ExpenseType type) {
        var kind = new Kind(type, group.category(), group.subcategory());
        Condition inGroup = of(household)
                .and(byRule())
                .and(BANK_TRANSACTION.EXPENSE_TYPE.eq(group.type().name()))
                .and(in(kind))
                .and(
                        group.received()
                                ? BANK_TRANSACTION.AMOUNT_MINOR.gt(inline(0L))
                                : BANK_TRANSACTION.AMOUNT_MINOR.le(inline(0L)));
        var months = new TreeSet<>(sql.selectDistinct(BANK_TRANSACTION.MONTH)
                .from(BANK_TRANSACTION)
                .where(inGroup)
                .fetch(BANK_TRANSACTION.MONTH));
        sql.update(BANK_TRANSACTION)
                .set(BANK_TRANSACTION.EXPENSE_TYPE, type.name())
                .set(BANK_TRANSACTION.PLACING_ID, PlacingRows.number(sql, household, kind))
                .set(BANK_TRANSACTION.REVISION, revisions.current(household).number())
                .where(inGroup)
                .execute();
        return months;
    }

    private static Condition of(HouseholdId household) {
        return BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value());
    }

    private static Condition in(Kind kind) {
        return BANK_TRANSACTION
                .CATEGORY
                .isNotDistinctFrom(kind.category())
                .and(BANK_TRANSACTION.SUBCATEGORY.isNotDistinctFrom(kind.subcategory()));
    }

    private static Condition byRule() {
        return BANK_TRANSACTION.TYPED_BY.eq(Transaction.TypedBy.RULE.name());
    }

    private static Entry entry(Together.Row row) {
        Long importId = row.find(BANK_TRANSACTION.IMPORT_ID);
        return new Entry(
                TransactionRows.transaction(row),
                importId == null ? OptionalLong.empty() : OptionalLong.of(importId),
                row.get(BANK_TRANSACTION.REVISION));
    }

    private static Classification classification(BankTransactionRecord row) {
        return new Classification(
                ExpenseType.valueOf(row.getExpenseType()),
                row.getCategory(),
                row.getSubcategory(),
                Flags.of(row.getExcluded()));
    }
}
