package io.prorata.adapter.persistence.ledger;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static io.prorata.adapter.persistence.generated.Tables.REJECTED_MATCH;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import io.prorata.adapter.persistence.row.ClassificationRows;
import io.prorata.adapter.persistence.row.TransactionRows;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.recognition.KnownRow;
import io.prorata.domain.recognition.KnownRows;
import io.prorata.domain.recognition.MatchCandidates;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a month and of some days around it in which something may be recognised. */
public final class RowsAround {

    private static final String KEY_END = "\n";

    private static final Name AROUND = name("around");
    private static final Field<Long> ID = field(AROUND.append("id"), SQLDataType.BIGINT);
    private static final Field<LocalDate> DATE = field(AROUND.append("date"), BANK_TRANSACTION.DATE.getDataType());
    private static final Field<Long> CLASSIFICATION_ID = field(AROUND.append("classification_id"), SQLDataType.BIGINT);
    private static final Field<Long> AMOUNT = field(AROUND.append("amount"), SQLDataType.BIGINT);
    private static final Field<Integer> BY_HAND = field(AROUND.append("by_hand"), SQLDataType.INTEGER);
    private static final Name[] FIELDS = Stream.of(ID, DATE, CLASSIFICATION_ID, AMOUNT, BY_HAND)
            .map(Field::getUnqualifiedName)
            .toArray(Name[]::new);
    private static final Field<String> TYPE = CLASSIFICATION.EXPENSE_TYPE;

    private RowsAround() {}

    /** Reads the rows that {@link MatchCandidates} describes, and perhaps another one. */
    public static KnownRows candidates(
            DSLContext sql, HouseholdId household, MatchCandidates wanted, Set<String> rejected) {
        Condition paid = classified(household, TYPE.eq(ExpenseType.FIXED.name()));
        Condition asIfPaid = wanted.bills().stream()
                .map(costs -> AMOUNT.between(-costs.most(), -costs.least()))
                .reduce(falseCondition(), Condition::or)
                .and(DATE.between(wanted.month().atDay(1), wanted.month().atEndOfMonth()))
                .and(classified(household, TYPE.eq(ExpenseType.VARIABLE.name())));
        Condition brings = AMOUNT.gt(inline(0L));
        Condition ofBank = BY_HAND.eq(inline(0));
        Condition byHand = BY_HAND.eq(inline(1));
        // SQLite makes a set of amounts when the first row asks for it: none of those by hand, where nothing is entered
        // by hand.
        return find(
                sql,
                household,
                wanted.month(),
                brings.or(AMOUNT.neg().in(amounts(brings)))
                        .or(byHand.and(AMOUNT.in(amounts(ofBank))))
                        .or(ofBank.and(AMOUNT.in(amounts(byHand))))
                        .or(asIfPaid)
                        .or(paid),
                rejected);
    }

    private static Select<Record1<Long>> amounts(Condition condition) {
        return select(AMOUNT).from(AROUND).where(condition);
    }

    private static Condition classified(HouseholdId household, Condition condition) {
        return CLASSIFICATION_ID.in(ClassificationRows.numbersWhere(household, condition));
    }

    /**
     * Reads what is {@code wanted} of the rows around {@code month}, which are chosen in the order of {@code transaction_by_date}; one of
     * them comes in any case, and says how many there are.
     */
    private static KnownRows find(
            DSLContext sql, HouseholdId household, YearMonth month, Condition wanted, Set<String> rejected) {
        var around = AROUND.fields(FIELDS)
                .as(select(
                                BANK_TRANSACTION.TRANSACTION_ID,
                                BANK_TRANSACTION.DATE,
                                BANK_TRANSACTION.CLASSIFICATION_ID,
                                BANK_TRANSACTION.AMOUNT_MINOR,
                                when(BANK_TRANSACTION.IMPORT_ID.isNull(), inline(1))
                                        .otherwise(inline(0)))
                        .from(BANK_TRANSACTION)
                        .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                        .and(BANK_TRANSACTION.DATE.between(KnownRows.first(month), KnownRows.last(month)))
                        .and(BANK_TRANSACTION.EXCLUDED.eq(inline(0L)))
                        .limit(inline(KnownRows.MOST_OF_A_VIEW + 1)));
        var chosen = select(ID)
                .from(AROUND)
                .where(wanted.or(ID.eq(select(max(ID)).from(AROUND))))
                .asTable("chosen");
        Field<Integer> all = field(select(count()).from(AROUND));
        var found = sql.with(around)
                .select(TransactionRows.columns())
                .select(BANK_TRANSACTION.IMPORT_ID, all)
                .from(chosen)
                .crossJoin(BANK_TRANSACTION)
                .crossJoin(CLASSIFICATION)
                .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                .and(BANK_TRANSACTION.TRANSACTION_ID.eq(Objects.requireNonNull(chosen.field(ID))))
                .and(TransactionRows.CLASSIFIED)
                .fetch();
        return found.stream().anyMatch(row -> row.get(all) > KnownRows.MOST_OF_A_VIEW)
                ? KnownRows.UNKNOWN
                : new KnownRows(found.map(RowsAround::known), rejected, true);
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
