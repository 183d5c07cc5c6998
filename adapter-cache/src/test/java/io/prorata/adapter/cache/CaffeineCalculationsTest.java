package io.prorata.adapter.cache;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.port.KeptCalculations;
import io.prorata.application.port.KeptCalculationsContract;
import org.junit.jupiter.api.Test;

class CaffeineCalculationsTest implements KeptCalculationsContract {

    @Override
    public KeptCalculations empty() {
        return new CaffeineCalculations(1024 * 1024);
    }

    @Test
    void itNeverHoldsMuchMoreThanItMay() {
        KeptCalculations calculations = new CaffeineCalculations(64 * 1024);
        for (int cents = 0; cents < 1_000; cents++) {
            calculations.plan(HOUSEHOLD, KeptCalculationsContract.rent(cents), MARCH);
        }
        assertTrue(calculations.count().entries() <= 32, calculations.count().toString());
    }
}
