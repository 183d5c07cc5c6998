package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static io.prorata.adapter.persistence.generated.Tables.REJECTED_MATCH;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.prorata.adapter.persistence.generated.tables.BankTransaction;
import io.prorata.adapter.persistence.row.ClassificationRows;
import io.prorata.adapter.persistence.row.TransactionRows;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.recognition.KnownRow;
import io.prorata.domain.recognition.KnownRows;
import io.prorata.domain.recognition.MatchCandidates;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a month and of some days around it in which something may be recognised. */
public final class RowsAround {

    private static final String KEY_END = "\n";

    private static final BankTransaction ALIKE = BANK_TRANSACTION.as("alike");
    private static final BankTransaction BY_HAND = BANK_TRANSACTION.as("by_hand");
    private static final Name AROUND = name("around");
    private static final Field<Integer> COUNT = field(AROUND.append("counted"), SQLDataType.INTEGER);

    private RowsAround() {}

    /**
     * Reads the rows that {@link MatchCandidates} describes. They are chosen in the order of {@code transaction_by_date} and from it alone,
     * and then looked up; a row without a transaction says how many were looked through if none was chosen.
     */
    public static KnownRows candidates(
            DSLContext sql, HouseholdId household, MatchCandidates wanted, Set<String> rejected) {
        YearMonth month = wanted.month();
        Table<?> looked = select(count().as(COUNT.getUnqualifiedName()))
                .from(select(inline(1))
                        .from(BANK_TRANSACTION)
                        .where(isAround(BANK_TRANSACTION, household, month))
                        .limit(inline(KnownRows.MOST_OF_A_VIEW + 1)))
                .asTable(AROUND);
        var chosen = select(BANK_TRANSACTION.TRANSACTION_ID)
                .from(BANK_TRANSACTION)
                .where(isAround(BANK_TRANSACTION, household, month))
                .and(isCandidate(household, wanted))
                .asTable("chosen");
        Result<Record> found = sql.select(TransactionRows.columns())
                .select(BANK_TRANSACTION.IMPORT_ID, COUNT)
                .from(looked)
                .leftJoin(chosen)
                .on(COUNT.le(inline(KnownRows.MOST_OF_A_VIEW)))
                .leftJoin(BANK_TRANSACTION)
                .on(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                .and(BANK_TRANSACTION.TRANSACTION_ID.eq(chosen.field(BANK_TRANSACTION.TRANSACTION_ID)))
                .leftJoin(CLASSIFICATION)
                .on(TransactionRows.CLASSIFIED)
                .fetch();
        if (found.getFirst().get(COUNT) > KnownRows.MOST_OF_A_VIEW) {
            return KnownRows.UNKNOWN;
        }
        return new KnownRows(
                found.stream()
                        .filter(row -> row.get(BANK_TRANSACTION.TRANSACTION_ID) != null)
                        .map(RowsAround::known)
                        .toList(),
                rejected,
                true);
    }

    private static Condition isAround(BankTransaction rows, HouseholdId household, YearMonth month) {
        return rows.HOUSEHOLD_ID
                .eq(household.value())
                .and(rows.DATE.between(KnownRows.first(month), KnownRows.last(month)))
                .and(rows.EXCLUDED.eq(inline(0L)));
    }

    private static Condition isCandidate(HouseholdId household, MatchCandidates wanted) {
        YearMonth month = wanted.month();
        Field<Long> amount = BANK_TRANSACTION.AMOUNT_MINOR;
        var brought = select(ALIKE.AMOUNT_MINOR)
                .from(ALIKE)
                .where(isAround(ALIKE, household, month))
                .and(ALIKE.AMOUNT_MINOR.gt(inline(0L)));
        var enteredByHand = select(BY_HAND.AMOUNT_MINOR)
                .from(BY_HAND)
                .where(isAround(BY_HAND, household, month))
                .and(BY_HAND.IMPORT_ID.isNull());
        var ofBankAndByHand = select(ALIKE.AMOUNT_MINOR)
                .from(ALIKE)
                .where(isAround(ALIKE, household, month))
                .and(ALIKE.IMPORT_ID.isNotNull())
                .and(ALIKE.AMOUNT_MINOR.in(enteredByHand));
        Condition asIfItPaid = wanted.bills().stream()
                .map(costs -> amount.between(-costs.most(), -costs.least()))
                .reduce(falseCondition(), Condition::or)
                .and(BANK_TRANSACTION.DATE.between(month.atDay(1), month.atEndOfMonth()))
                .and(classified(household, ExpenseType.VARIABLE));
        return amount.gt(inline(0L))
                .or(amount.neg().in(brought))
                .or(amount.in(ofBankAndByHand))
                .or(asIfItPaid)
                .or(classified(household, ExpenseType.FIXED));
    }

    private static Condition classified(HouseholdId household, ExpenseType type) {
        return BANK_TRANSACTION.CLASSIFICATION_ID.in(
                ClassificationRows.numbersWhere(household, CLASSIFICATION.EXPENSE_TYPE.eq(type.name())));
    }

    private static KnownRow known(Record found) {
        return new KnownRow(TransactionRows.transaction(found), found.get(BANK_TRANSACTION.IMPORT_ID) == null);
    }

    /** Selects the keys of rejected matches as one text, which {@link #keys} reads. */
    public static Field<String> rejected(HouseholdId household) {
        return DSL.field(select(DSL.groupConcat(REJECTED_MATCH.MATCH_KEY).separator(KEY_END))
                .from(REJECTED_MATCH)
                .where(REJECTED_MATCH.HOUSEHOLD_ID.eq(household.value())));
    }

    public static Set<String> keys(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(keys -> Set.of(keys.split(KEY_END)))
                .orElse(Set.of());
    }
}
