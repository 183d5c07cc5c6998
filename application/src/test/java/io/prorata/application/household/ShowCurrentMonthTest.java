package io.prorata.application.household;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.application.memory.InMemoryBooks;
import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShowCurrentMonthTest {

    @ParameterizedTest
    @CsvSource({
        "2024-01-15T12:00:00Z, Europe/Paris, 2024-01",
        "2024-01-31T22:59:59Z, Europe/Paris, 2024-01",
        "2024-01-31T23:00:00Z, Europe/Paris, 2024-02",
        "2024-01-31T10:00:00Z, Pacific/Kiritimati, 2024-02",
        "2024-01-31T09:59:59Z, Pacific/Kiritimati, 2024-01",
        "2024-02-01T11:59:59Z, Etc/GMT+12, 2024-01",
        "2024-02-01T12:00:00Z, Etc/GMT+12, 2024-02",
    })
    void aMonthBeginsWhereTheHouseholdLives(Instant now, ZoneId zone, YearMonth month) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        UnitOfWork work = new InMemoryBooks(clock, new SplittableRandom(1));
        HouseholdId household = new CreateHousehold(work)
                .create(Actor.COMMAND_LINE, new Household("Home", Currency.getInstance("EUR"), zone, List.of()));

        assertEquals(month, new ShowCurrentMonth(work, clock).show(household));
    }
}
