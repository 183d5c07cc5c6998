package io.prorata.application.memory;

import io.prorata.application.port.CalculationCache;
import io.prorata.application.port.CalculationCacheContract;

class InMemoryCalculationsTest implements CalculationCacheContract {

    @Override
    public CalculationCache empty() {
        return new InMemoryCalculations();
    }
}
