package io.prorata.adapter.web.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceContextTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String PARENT = "b7ad6b7169203331";

    @Test
    void goesOnWithTheAskersTrace() {
        TraceContext context =
                TraceContext.of("00-" + TRACE + "-" + PARENT + "-01").orElseThrow();

        assertEquals(TRACE, context.trace());
        assertEquals(PARENT, context.parent());
        assertTrue(context.span().matches("[0-9a-f]{16}"), context.span());
        assertNotEquals(PARENT, context.span());
        assertEquals("00-" + TRACE + "-" + context.span() + "-01", context.response());
    }

    @Test
    void readsWhatItKnowsOfVersionsToCome() {
        assertTrue(TraceContext.of("cc-" + TRACE + "-" + PARENT + "-00-what-the-future-brings")
                .isPresent());
        assertTrue(TraceContext.of("cc-" + TRACE + "-" + PARENT + "-00").isPresent());
    }

    @Test
    void whatIsNotWellFormedIsAsIfItWereNotThere() {
        for (String broken : List.of(
                "",
                "00",
                "00-" + TRACE + "-" + PARENT,
                "00-" + TRACE + "-" + PARENT + "-01-more",
                "ff-" + TRACE + "-" + PARENT + "-01",
                "00-" + "0".repeat(32) + "-" + PARENT + "-01",
                "00-" + TRACE + "-" + "0".repeat(16) + "-01",
                "00-" + TRACE.toUpperCase(java.util.Locale.ROOT) + "-" + PARENT + "-01",
                "00-" + TRACE + "-" + PARENT + "-0",
                "cc-" + TRACE + "-" + PARENT + "-00.what")) {
            assertEquals(Optional.empty(), TraceContext.of(broken), broken);
        }
        assertEquals(Optional.empty(), TraceContext.of(null));
    }
}
