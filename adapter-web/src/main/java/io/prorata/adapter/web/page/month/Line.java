package io.prorata.adapter.web.page.month;

import org.jspecify.annotations.Nullable;

/**
 * A thing with an amount, as every list has them.
 *
 * @param href what is under its name; absent where nothing is
 * @param meter absent where there is nothing to compare with
 * @param tag a word beside the name; empty for none
 * @param tone of the tag: good, warn, or empty
 * @param left and {@code right} what is said below
 * @param inPlace whether what is under the name can be opened below the line
 * @param why the screen that explains the amount; absent where there is none
 */
public record Line(
        String name,
        @Nullable String href,
        String amount,
        @Nullable Meter meter,
        String tag,
        String tone,
        String left,
        String right,
        boolean inPlace,
        @Nullable String why) {

    /** A line whose amount is not explained on a screen of its own. */
    public Line(
            String name,
            @Nullable String href,
            String amount,
            @Nullable Meter meter,
            String tag,
            String tone,
            String left,
            String right,
            boolean inPlace) {
        this(name, href, amount, meter, tag, tone, left, right, inPlace, null);
    }

    /**
     * A bar.
     *
     * @param value of {@code most}, as plain decimals
     * @param text the same in words
     */
    public record Meter(String value, String most, String text) {}
}
