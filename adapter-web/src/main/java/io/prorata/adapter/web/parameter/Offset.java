package io.prorata.adapter.web.parameter;

/** How many items to leave out before a page. */
public record Offset(long items) {

    static Offset read(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("a whole number from 0 to 999999999");
        }
        return new Offset(Long.parseLong(text));
    }
}
