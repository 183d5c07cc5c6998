package io.prorata.adapter.persistence.sqlite;

import static io.prorata.adapter.persistence.generated.Tables.BANK_TRANSACTION;
import static org.jooq.impl.DSL.param;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.domain.household.HouseholdId;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class QuestionTest {

    private static final Param<LocalDate> DAY = param("day", BANK_TRANSACTION.DATE);
    private static final Param<Long> LEAST = param("least", BANK_TRANSACTION.AMOUNT_MINOR);

    private static final Question QUESTION = Question.of(
            List.of(LEAST, DAY),
            BANK_TRANSACTION,
            BANK_TRANSACTION
                    .DATE
                    .eq(DAY)
                    .and(BANK_TRANSACTION.HOUSEHOLD_ID.eq(Question.HOUSEHOLD))
                    .and(BANK_TRANSACTION.AMOUNT_MINOR.ge(LEAST))
                    .and(BANK_TRANSACTION.BANK_DATE.ne(DAY)));

    private final DSLContext sql = DSL.using(SQLDialect.SQLITE);

    @Test
    void valuesAreBoundWhereTheirParametersStandAndAsTheDatabaseKeepsThem() {
        assertEquals(
                List.of("2024-03-01", 7L, -100L, "2024-03-01"),
                QUESTION.bound(sql, List.of(7L, -100L, LocalDate.of(2024, 3, 1))));
    }

    @Test
    void asManyValuesAreGivenAsThereAreParameters() {
        var together = new Together(sql);
        assertThrows(IllegalArgumentException.class, () -> together.ask(QUESTION, new HouseholdId(7), -100L));
        assertThrows(
                IllegalArgumentException.class,
                () -> together.ask(QUESTION, new HouseholdId(7), -100L, LocalDate.of(2024, 3, 1), "more"));
    }

    @Test
    void aValueIsOfItsParametersType() {
        var together = new Together(sql);
        assertThrows(
                ClassCastException.class,
                () -> together.ask(QUESTION, new HouseholdId(7), "-100", LocalDate.of(2024, 3, 1)));
    }
}
