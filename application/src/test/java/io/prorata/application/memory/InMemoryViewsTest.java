package io.prorata.application.memory;

import io.prorata.application.port.Tier;
import io.prorata.application.port.Views;
import io.prorata.application.port.ViewsContract;

class InMemoryViewsTest implements ViewsContract {

    @Override
    public Views empty() {
        return new InMemoryViews(Tier.NEAR);
    }
}
