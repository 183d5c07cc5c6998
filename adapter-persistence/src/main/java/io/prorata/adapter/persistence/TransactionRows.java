package io.prorata.adapter.persistence;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import io.prorata.adapter.persistence.sqlite.Together;
import io.prorata.application.view.PageRequest;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.CategoryChoice;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.TransactionOrder;
import io.prorata.domain.money.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;

/** Transactions, a row each. */
final class TransactionRows {

    /** Between tags, which hold no control characters. */
    static final String TAG_END = "\n";

    private TransactionRows() {}

    /** Asks for the rows of {@code page}: chosen in the order of {@code transaction_by_date}, from it alone, and then looked up. */
    static Supplier<List<Transaction>> ask(Together together, HouseholdId household, PageRequest page) {
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
                .and(BANK_TRANSACTION.EXPENSE_TYPE.eq(page.type().name()))
                .and(chosen(page.category()));
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
        var rows = together.ask(
                List.of(BANK_TRANSACTION.fields()),
                select -> select.from(ids)
                        .join(BANK_TRANSACTION)
                        .on(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                        .and(BANK_TRANSACTION.TRANSACTION_ID.eq(id)));
        return () -> rows.rows().stream()
                .map(TransactionRows::transaction)
                .sorted(TransactionOrder.LATEST_FIRST.comparator())
                .toList();
    }

    static Transaction transaction(Together.Row row) {
        return new Transaction(
                row.get(BANK_TRANSACTION.TRANSACTION_ID),
                new BankLine(
                        row.find(BANK_TRANSACTION.ACCOUNT),
                        row.get(BANK_TRANSACTION.DATE),
                        new Money(row.get(BANK_TRANSACTION.AMOUNT_MINOR)),
                        row.get(BANK_TRANSACTION.LABEL),
                        row.find(BANK_TRANSACTION.BANK_ID)),
                new Classification(
                        ExpenseType.valueOf(row.get(BANK_TRANSACTION.EXPENSE_TYPE)),
                        row.find(BANK_TRANSACTION.CATEGORY),
                        row.find(BANK_TRANSACTION.SUBCATEGORY),
                        row.get(BANK_TRANSACTION.EXCLUDED) == 1),
                Transaction.TypedBy.valueOf(row.get(BANK_TRANSACTION.TYPED_BY)),
                tags(row.get(BANK_TRANSACTION.TAGS)));
    }

    static SortedSet<String> tags(String kept) {
        return Arrays.stream(kept.split(TAG_END))
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Condition chosen(CategoryChoice choice) {
        return switch (choice) {
            case CategoryChoice.Every() -> noCondition();
            case CategoryChoice.Uncategorised() -> BANK_TRANSACTION.CATEGORY.isNull();
            case CategoryChoice.Named(String name) -> BANK_TRANSACTION.CATEGORY.eq(name);
        };
    }
}
