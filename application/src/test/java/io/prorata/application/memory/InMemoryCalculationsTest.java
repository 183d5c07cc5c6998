package io.prorata.application.memory;

import io.prorata.application.port.KeptCalculations;
import io.prorata.application.port.KeptCalculationsContract;

class InMemoryCalculationsTest implements KeptCalculationsContract {

    @Override
    public KeptCalculations empty() {
        return new InMemoryCalculations();
    }
}
