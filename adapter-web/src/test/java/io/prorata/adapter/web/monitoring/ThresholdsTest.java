package io.prorata.adapter.web.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
    void eachEndpointHasItsOwn() {
        var thresholds = new Thresholds(1, 2, 3, 4);
        assertEquals(1000, micros(thresholds, "/dashboard/summary"));
        assertEquals(1000, micros(thresholds, "/dashboard/summary/slim"));
        assertEquals(1000, micros(thresholds, "/summary/enhanced"));
        assertEquals(2000, micros(thresholds, "/dashboard/drill-down/{segment}"));
        assertEquals(2000, micros(thresholds, "/dashboard/categories/{segment}"));
        assertEquals(2000, micros(thresholds, "/transactions/hierarchy"));
        assertEquals(3000, micros(thresholds, "/provisions/calculate/optimized"));
        assertEquals(3000, micros(thresholds, "/dashboard/provisions/details"));
        assertEquals(3000, micros(thresholds, "/custom-provisions/summary"));
        assertEquals(4000, micros(thresholds, "/transactions"));
        assertEquals(4000, micros(thresholds, "/provisions"));
        assertEquals(4000, micros(thresholds, "(no route)"));
    }

    private static long micros(Thresholds thresholds, String route) {
        return thresholds.microsOf(new Endpoint("GET", route));
    }
}
