package io.prorata.adapter.persistence.row;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import io.prorata.adapter.persistence.generated.tables.records.BankTransactionRecord;
import io.prorata.adapter.persistence.generated.tables.records.ClassificationRecord;
import io.prorata.application.view.PageRequest;
import io.prorata.application.view.TransactionOrder;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.RowChoices;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** Transactions, a row each. */
public final class TransactionRows {

    /** Between tags, which hold no control characters. */
    public static final String TAG_END = "\n";

    /** How a row is joined to its names. */
    public static final Condition CLASSIFIED = CLASSIFICATION
            .HOUSEHOLD_ID
            .eq(BANK_TRANSACTION.HOUSEHOLD_ID)
            .and(CLASSIFICATION.CLASSIFICATION_ID.eq(BANK_TRANSACTION.CLASSIFICATION_ID));

    private TransactionRows() {}

    /** Reads the rows of {@code page}: chosen in the order of {@code transaction_by_date}, from it alone, and then looked up. */
    public static List<Transaction> find(DSLContext sql, HouseholdId household, PageRequest page) {
        Condition chosen = BANK_TRANSACTION
                .HOUSEHOLD_ID
                .eq(household.value())
                // Up to the place and not to the end of the month: what lies before the place is not even looked at.
                .and(BANK_TRANSACTION.DATE.between(
                        page.month().atDay(1),
                        page.after()
                                .map(place -> LocalDate.parse(place.key()))
                                .orElse(page.month().atEndOfMonth())))
                .and(BANK_TRANSACTION.EXCLUDED.eq(inline(0L)))
                .and(BANK_TRANSACTION.CLASSIFICATION_ID.in(ClassificationRows.numbersWhere(
                        household,
                        CLASSIFICATION
                                .EXPENSE_TYPE
                                .eq(page.type().name())
                                .and(counted(page.type()))
                                .and(chosen(page.category())))));
        Condition after = page.after()
                .map(place -> row(BANK_TRANSACTION.DATE, BANK_TRANSACTION.TRANSACTION_ID)
                        .lt(LocalDate.parse(place.key()), place.id()))
                .<Condition>map(condition -> condition)
                .orElse(noCondition());
        var ids = select(BANK_TRANSACTION.TRANSACTION_ID)
                .from(BANK_TRANSACTION)
                .where(chosen)
                .and(after)
                .orderBy(BANK_TRANSACTION.DATE.desc(), BANK_TRANSACTION.TRANSACTION_ID.desc())
                .limit(page.limit())
                .offset(page.offset())
                .asTable("slice");
        Field<Long> id = Objects.requireNonNull(ids.field(BANK_TRANSACTION.TRANSACTION_ID));
        return sql
                .select(BANK_TRANSACTION, CLASSIFICATION)
                .from(ids)
                .crossJoin(BANK_TRANSACTION)
                .crossJoin(CLASSIFICATION)
                .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                .and(BANK_TRANSACTION.TRANSACTION_ID.eq(id))
                .and(CLASSIFIED)
                .fetch()
                .stream()
                .map(TransactionRows::transaction)
                .sorted(TransactionOrder.LATEST_FIRST.comparator())
                .toList();
    }

    /** Reads rows that meet {@code condition}; a cross join, because SQLite keeps its order: the rows lead to their names. */
    public static SelectConditionStep<Record2<BankTransactionRecord, ClassificationRecord>> rows(
            DSLContext sql, HouseholdId household, Condition condition) {
        return sql.select(BANK_TRANSACTION, CLASSIFICATION)
                .from(BANK_TRANSACTION)
                .crossJoin(CLASSIFICATION)
                .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                .and(condition)
                .and(CLASSIFIED);
    }

    public static Transaction transaction(Record2<BankTransactionRecord, ClassificationRecord> named) {
        return transaction(named.value1(), named.value2());
    }

    /** Returns the transaction of a row with its names. */
    public static Transaction transaction(BankTransactionRecord row, ClassificationRecord names) {
        return new Transaction(
                row.getTransactionId(),
                new BankLine(
                        row.getAccount(),
                        row.getDate(),
                        new Money(row.getAmountMinor()),
                        row.getLabel(),
                        row.getBankId()),
                classification(row, names),
                ClassificationRows.attribution(names),
                Transaction.TypedBy.valueOf(row.getTypedBy()),
                tags(row.getTags()),
                row.getNote(),
                RowChoices.parse(row.getChosen(), row.getBankCategory()));
    }

    public static Classification classification(Record2<BankTransactionRecord, ClassificationRecord> named) {
        return classification(named.value1(), named.value2());
    }

    private static Classification classification(BankTransactionRecord row, ClassificationRecord names) {
        return new Classification(
                ExpenseType.valueOf(names.getExpenseType()),
                names.getCategory(),
                names.getSubcategory(),
                Flags.of(row.getExcluded()));
    }

    /** Returns who chose the fields of {@code row} as it is stored: nothing if nobody did. */
    public static @Nullable String chosen(Transaction row) {
        String text = row.choices().text();
        return text.isEmpty() ? null : text;
    }

    public static SortedSet<String> tags(String kept) {
        return Arrays.stream(kept.split(TAG_END))
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Rows of the household that were not paid out of a provision. */
    private static Condition counted(ExpenseType type) {
        Condition common = CLASSIFICATION.COMMON.eq(inline(1L));
        return type == ExpenseType.PROVISION ? common : common.and(CLASSIFICATION.PROVISION_ID.isNull());
    }

    private static Condition chosen(CategoryChoice choice) {
        return switch (choice) {
            case CategoryChoice.Every() -> noCondition();
            case CategoryChoice.Uncategorised() -> CLASSIFICATION.CATEGORY.isNull();
            case CategoryChoice.Named(String name) -> CLASSIFICATION.CATEGORY.eq(name);
        };
    }
}
