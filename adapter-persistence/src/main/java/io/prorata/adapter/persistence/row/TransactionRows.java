package io.prorata.adapter.persistence.row;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

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
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** Transactions, a row each. */
public final class TransactionRows {

    /** Between tags, which hold no control characters. */
    public static final String TAG_END = "\n";

    private static final List<Field<?>> COLUMNS = List.of(
            BANK_TRANSACTION.TRANSACTION_ID,
            BANK_TRANSACTION.DATE,
            BANK_TRANSACTION.LABEL,
            BANK_TRANSACTION.AMOUNT_MINOR,
            BANK_TRANSACTION.ACCOUNT,
            BANK_TRANSACTION.BANK_ID,
            BANK_TRANSACTION.TAGS,
            BANK_TRANSACTION.TYPED_BY,
            BANK_TRANSACTION.EXCLUDED,
            BANK_TRANSACTION.NOTE,
            BANK_TRANSACTION.CHOSEN,
            BANK_TRANSACTION.BANK_CATEGORY,
            CLASSIFICATION.EXPENSE_TYPE,
            CLASSIFICATION.CATEGORY,
            CLASSIFICATION.SUBCATEGORY,
            CLASSIFICATION.COMMON,
            CLASSIFICATION.SPLIT,
            CLASSIFICATION.PAYER,
            CLASSIFICATION.BILL_ID,
            CLASSIFICATION.PROVISION_ID,
            CLASSIFICATION.SOURCE);

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
                .and(ClassificationRows.isOneWhere(
                        BANK_TRANSACTION.CLASSIFICATION_ID,
                        household,
                        CLASSIFICATION
                                .EXPENSE_TYPE
                                .eq(page.type().name())
                                .and(counted(page.type()))
                                .and(chosen(page.category()))));
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
                .select(COLUMNS)
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

    /**
     * Reads rows that meet {@code condition}; a cross join, because SQLite keeps its order: the rows lead to their names.
     *
     * @param more columns of {@code BANK_TRANSACTION} that are read beside those of a transaction
     */
    public static SelectConditionStep<Record> rows(
            DSLContext sql, HouseholdId household, Condition condition, Field<?>... more) {
        return sql.select(COLUMNS)
                .select(more)
                .from(BANK_TRANSACTION)
                .crossJoin(CLASSIFICATION)
                .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                .and(condition)
                .and(CLASSIFIED);
    }

    /** The columns that {@link #transaction} reads: those of the row and those of its names. */
    public static List<Field<?>> columns() {
        return COLUMNS;
    }

    /** Returns the transaction of a row that was read with its names. */
    public static Transaction transaction(Record named) {
        return transaction(named, named);
    }

    /** Returns the transaction of a row, whose names were read beside it. */
    public static Transaction transaction(Record row, Record names) {
        return new Transaction(
                row.get(BANK_TRANSACTION.TRANSACTION_ID),
                new BankLine(
                        row.get(BANK_TRANSACTION.ACCOUNT),
                        row.get(BANK_TRANSACTION.DATE),
                        new Money(row.get(BANK_TRANSACTION.AMOUNT_MINOR)),
                        row.get(BANK_TRANSACTION.LABEL),
                        row.get(BANK_TRANSACTION.BANK_ID)),
                classification(row, names),
                ClassificationRows.attribution(names),
                Transaction.TypedBy.valueOf(row.get(BANK_TRANSACTION.TYPED_BY)),
                tags(row.get(BANK_TRANSACTION.TAGS)),
                row.get(BANK_TRANSACTION.NOTE),
                RowChoices.parse(row.get(BANK_TRANSACTION.CHOSEN), row.get(BANK_TRANSACTION.BANK_CATEGORY)));
    }

    /** Returns the classification of a row that was read with its names. */
    public static Classification classification(Record named) {
        return classification(named, named);
    }

    private static Classification classification(Record row, Record names) {
        return new Classification(
                ExpenseType.valueOf(names.get(CLASSIFICATION.EXPENSE_TYPE)),
                names.get(CLASSIFICATION.CATEGORY),
                names.get(CLASSIFICATION.SUBCATEGORY),
                Flags.of(row.get(BANK_TRANSACTION.EXCLUDED)));
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
