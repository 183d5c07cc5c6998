package io.prorata.adapter.persistence.plan;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static io.prorata.adapter.persistence.generated.Tables.CLASSIFICATION;
import static io.prorata.adapter.persistence.generated.Tables.PROVISION_MOVEMENT;
import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.castNull;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.SavingFacts;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Record7;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * What moved provisions, by their ids.
 *
 * @param byHand contributions and withdrawals, by the ids under which they were noted
 * @param byRows what the rows that name a provision come to, by month
 */
record ProvisionMoves(
        Map<Long, SortedMap<Long, Movement>> byHand, Map<Long, SortedMap<YearMonth, SavingFacts>> byRows) {

    List<Movement> movements(long provision) {
        return List.copyOf(byHand.getOrDefault(provision, new TreeMap<>()).values());
    }

    /** One statement: a row for each movement, and one for each month, classification and provision that rows name. */
    static ProvisionMoves of(DSLContext sql, HouseholdId household) {
        var moves = new ProvisionMoves(new HashMap<>(), new HashMap<>());
        sql.select(
                        PROVISION_MOVEMENT.PROVISION_ID,
                        PROVISION_MOVEMENT.MOVEMENT_ID,
                        PROVISION_MOVEMENT.DATE.coerce(String.class),
                        PROVISION_MOVEMENT.AMOUNT_MINOR,
                        castNull(SQLDataType.CLOB),
                        PROVISION_MOVEMENT.MEMBER_KEY,
                        PROVISION_MOVEMENT.NOTE)
                .from(PROVISION_MOVEMENT)
                .where(PROVISION_MOVEMENT.HOUSEHOLD_ID.eq(household.value()))
                .unionAll(rows(household))
                .forEach(row -> {
                    var amount = new Money(row.value4());
                    String type = row.value5();
                    if (type == null) {
                        moves.byHand()
                                .computeIfAbsent(row.value1(), provision -> new TreeMap<>())
                                .put(
                                        row.value2(),
                                        new Movement(
                                                LocalDate.parse(row.value3()),
                                                amount,
                                                Optional.ofNullable(row.value6())
                                                        .map(MemberKey::new),
                                                row.value7()));
                    } else {
                        moves.byRows()
                                .computeIfAbsent(row.value1(), provision -> new TreeMap<>())
                                .merge(YearMonth.parse(row.value3()), facts(type, amount), SavingFacts::plus);
                    }
                });
        return moves;
    }

    /** In the order of {@code transaction_by_provision} and answered from it alone; all rows of a classification are of one sign. */
    private static Select<Record7<Long, Long, String, Long, String, String, String>> rows(HouseholdId household) {
        Table<?> sums = select(
                        BANK_TRANSACTION.PROVISION_ID,
                        BANK_TRANSACTION.MONTH,
                        BANK_TRANSACTION.CLASSIFICATION_ID,
                        sum(BANK_TRANSACTION.AMOUNT_MINOR).cast(Long.class).as("total"))
                .from(BANK_TRANSACTION)
                .where(BANK_TRANSACTION.HOUSEHOLD_ID.eq(household.value()))
                .and(BANK_TRANSACTION.PROVISION_ID.isNotNull())
                .and(BANK_TRANSACTION.EXCLUDED.eq(inline(0L)))
                .groupBy(BANK_TRANSACTION.PROVISION_ID, BANK_TRANSACTION.MONTH, BANK_TRANSACTION.CLASSIFICATION_ID)
                .asTable("sums");
        return select(
                        requireNonNull(sums.field(BANK_TRANSACTION.PROVISION_ID)),
                        inline(0L),
                        requireNonNull(sums.field(BANK_TRANSACTION.MONTH)).coerce(String.class),
                        requireNonNull(sums.field("total", Long.class)),
                        CLASSIFICATION.EXPENSE_TYPE,
                        castNull(SQLDataType.CLOB),
                        castNull(SQLDataType.CLOB))
                .from(sums)
                .crossJoin(CLASSIFICATION)
                .where(CLASSIFICATION.HOUSEHOLD_ID.eq(household.value()))
                .and(CLASSIFICATION.CLASSIFICATION_ID.eq(sums.field(BANK_TRANSACTION.CLASSIFICATION_ID)));
    }

    private static SavingFacts facts(String type, Money signed) {
        return ExpenseType.valueOf(type) == ExpenseType.PROVISION
                ? SavingFacts.ofProvisionRow(signed)
                : SavingFacts.ofPaidRow(signed);
    }
}
