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
        boolean inPlace) {

    /**
     * A bar.
     *
     * @param value of {@code most}, as plain decimals
     * @param text the same in words
     */
    public record Meter(String value, String most, String text) {}
}
