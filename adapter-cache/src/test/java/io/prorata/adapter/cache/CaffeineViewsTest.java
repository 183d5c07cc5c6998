package io.prorata.adapter.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.application.port.Document;
import io.prorata.application.port.Views;
import io.prorata.application.port.ViewsContract;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaffeineViewsTest implements ViewsContract {

    @Override
    public Views empty() {
        return new CaffeineViews(64 * 1024);
    }

    @Test
    void keepsNothingThatIsLargerThanAllItMayKeep() {
        var views = new CaffeineViews(1024);
        views.keep(US, MARCH, EPOCH, FIRST, new Document(new byte[2048]));
        assertEquals(Optional.empty(), views.find(US, MARCH, EPOCH, FIRST));
    }
}
