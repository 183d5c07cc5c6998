package io.prorata.adapter.cache;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.CalculationCache;
import io.prorata.application.port.CalculationCacheContract;
import org.junit.jupiter.api.Test;

class CaffeineCalculationsTest implements CalculationCacheContract {

    @Override
    public CalculationCache empty() {
        return new CaffeineCalculations(1024 * 1024);
    }

    @Test
    void itNeverHoldsMuchMoreThanItMay() {
        CalculationCache calculations = new CaffeineCalculations(64 * 1024);
        for (int cents = 0; cents < 1_000; cents++) {
            calculations.plan(HOUSEHOLD, CalculationCacheContract.rent(cents), MARCH);
        }
        assertTrue(calculations.count().entries() <= 32, calculations.count().toString());
    }
}
