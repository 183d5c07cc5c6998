package io.prorata.adapter.web.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.adapter.web.properties.Thresholds;
import io.prorata.application.query.KeyPattern;
import org.junit.jupiter.api.Test;

class ThresholdsTest {

    @Test
    void whatIsNotNamedStaysAsUsual() {
        assertEquals(new Thresholds(250, 300, 200, 60), Thresholds.parse("summary=250, others = 60"));
        assertEquals(Thresholds.USUAL, Thresholds.parse(Thresholds.USUAL.toString()));
    }

    @Test
    void whatCannotBeReadIsNamed() {
        refused("summary", "'summary' is not of the form NAME=MILLISECONDS");
        refused("summary=fast", "'summary=fast' is not of the form NAME=MILLISECONDS");
        refused("", "'' is not of the form NAME=MILLISECONDS");
        refused("sumary=1", "there is no 'sumary'; there are summary, drill-down, provisions, others");
        refused("others=1,others=2", "'others' is there twice");
        refused("others=0", "0 ms: a threshold is 1 to 600000 ms");
        refused("others=600001", "600001 ms: a threshold is 1 to 600000 ms");
    }

    private static void refused(String text, String reason) {
        assertEquals(
                reason,
                assertThrows(IllegalArgumentException.class, () -> Thresholds.parse(text))
                        .getMessage());
    }

    @Test
    void eachViewHasItsOwnAndWhateverIsNoViewTheLast() {
        var thresholds = new Thresholds(1, 2, 3, 4);
        var endpoint = new EndpointMetrics(Endpoint.NONE, thresholds, 0);
        assertEquals(4000, endpoint.thresholdMicros());
        endpoint.shows(KeyPattern.SUMMARY);
        assertEquals(1000, endpoint.thresholdMicros());
        endpoint.shows(KeyPattern.TRANSACTIONS);
        assertEquals(2000, endpoint.thresholdMicros());
        endpoint.shows(KeyPattern.PROVISIONS);
        assertEquals(3000, endpoint.thresholdMicros());
    }
}
