package org.example;

import io.prorata.application.port.Views;
import io.prorata.application.port.ViewsContract;

class OurViewsTest implements ViewsContract {
    @Override
    public Views empty() {
        return new OurViews();
    }
}
