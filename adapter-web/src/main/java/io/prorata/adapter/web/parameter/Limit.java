package io.prorata.adapter.web.parameter;

import io.prorata.application.query.Page;

/** How many items a page has at most, from 1 to 500. */
public record Limit(int items) {

    /** Unless asked otherwise. */
    public static final String USUAL = "" + Page.USUAL;

    static Limit read(String text) {
        int items = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
        if (items < 1 || items > Page.MOST) {
            throw new IllegalArgumentException("a whole number from 1 to " + Page.MOST);
        }
        return new Limit(items);
    }
}
