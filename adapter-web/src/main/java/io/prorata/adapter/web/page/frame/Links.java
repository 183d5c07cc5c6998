package io.prorata.adapter.web.page.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Addresses of screens. */
public final class Links {

    private Links() {}

    /** Returns {@code text} as a part of an address. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Returns the screen of one category of a month; absent for what has none. */
    public static String category(String month, String type, @Nullable String category) {
        return "/months/" + month + "/categories?type=" + type + "&category="
                + encoded(category == null ? "" : category);
    }

    /** Returns the list of a month's rows of one category. */
    public static String rows(String month, String type, @Nullable String category) {
        return "/rows?month=" + month + "&type=" + type + "&category=" + encoded(category == null ? "-" : category);
    }

    /** Returns the screen that explains a figure of a month. */
    public static String why(String month, String figure) {
        return "/explained?month=" + month + "&figure=" + encoded(figure);
    }

    /** Returns the screen that explains the figure of a thing. */
    public static String why(String month, String kind, String name) {
        return "/explained?month=" + month + "&of=" + kind + ":" + encoded(name);
    }
}
