package io.prorata.domain.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SettlementTest {

    private static final MemberKey ANNE = new MemberKey("anne");
    private static final MemberKey BO = new MemberKey("bo");

    private static Settlement of(Party from, Party to, LocalDate date, int rows) {
        return new Settlement(
                1,
                date,
                Optional.empty(),
                from,
                to,
                new Money(1),
                null,
                LongStream.range(0, rows).boxed().collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void itsMembersAreThoseOfItsPartiesThatAreNotThePot() {
        LocalDate day = LocalDate.of(2026, 3, 5);
        assertEquals(Set.of(ANNE, BO), of(Party.of(ANNE), Party.of(BO), day, 0).members());
        assertEquals(Set.of(BO), of(Party.POT, Party.of(BO), day, 0).members());
        assertEquals(Set.of(ANNE), of(Party.of(ANNE), Party.POT, day, 0).members());
        assertEquals(YearMonth.of(2026, 3), of(Party.POT, Party.of(BO), day, 0).month());
    }

    @Test
    void itsBoundsAreThoseThatAreStated() {
        LocalDate day = LocalDate.of(2026, 3, 5);
        assertEquals(
                Settlement.MOST_ROWS,
                of(Party.POT, Party.of(BO), day, Settlement.MOST_ROWS).rows().size());
        assertThrows(IllegalArgumentException.class, () -> of(Party.POT, Party.of(BO), day, Settlement.MOST_ROWS + 1));
        assertThrows(IllegalArgumentException.class, () -> of(Party.POT, Party.of(BO), LocalDate.of(1899, 12, 31), 0));
    }
}
