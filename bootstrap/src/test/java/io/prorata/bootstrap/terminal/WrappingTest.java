package io.prorata.bootstrap.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappingTest {

    @Test
    void linesAreNoLongerThanTheTerminalIsWide() {
        assertEquals(
                List.of("  Rent: 1", "    of 2,", "    equally."), Wrapping.lines("Rent: 1 of 2, equally.", 1, 10));
        assertEquals(List.of("Rent: 1 of 2, equally."), Wrapping.lines("Rent: 1 of 2, equally.", 0, 22));
        assertEquals(List.of("a", "  longword", "  b"), Wrapping.lines("a longword b", 0, 5));
        assertEquals(List.of(""), Wrapping.lines("", 0, 5));
        // An amount and its currency are one word.
        assertEquals(List.of("x", "  1\u00a0EUR"), Wrapping.lines("x 1\u00a0EUR", 0, 5));
    }
}
