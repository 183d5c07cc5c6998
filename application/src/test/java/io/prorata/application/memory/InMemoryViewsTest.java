package io.prorata.application.memory;

import io.prorata.application.port.Views;
import io.prorata.application.port.ViewsContract;
import io.prorata.application.view.Tier;

class InMemoryViewsTest implements ViewsContract {

    @Override
    public Views empty() {
        return new InMemoryViews(Tier.NEAR);
    }
}
