package io.prorata.adapter.web.page.month;

import java.util.List;

/** Months as bars, with the same figures in a table. Units are those of the drawing. */
public record Chart(String title, List<Bar> bars) {

    public static final int HEIGHT = 138;

    /**
     * A month.
     *
     * @param x where it begins
     * @param now whether it is the one that is shown
     */
    public record Bar(
            String name,
            String fullName,
            String href,
            int x,
            boolean now,
            Piece bills,
            Piece provisions,
            Piece spending,
            String total) {}

    /** @param y and {@code height} of the rectangle */
    public record Piece(int y, int height, String amount) {}
}
