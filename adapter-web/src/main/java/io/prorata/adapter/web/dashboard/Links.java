package io.prorata.adapter.web.dashboard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** Addresses of further views, that work as they are. */
final class Links {

    /** What stands in a path as it is (RFC 3986, unreserved); a name with anything else goes into a parameter. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_~-]+");

    private Links() {}

    static String provisions(YearMonth month) {
        return "/dashboard/provisions/details?month=" + month;
    }

    /** {@code all} and {@code none} mean something else in the path. */
    static String category(String name, YearMonth month) {
        boolean inPath =
                PLAIN.matcher(name).matches() && !name.equals("all") && !name.equals("none") && !name.equals("-");
        return inPath
                ? "/dashboard/categories/" + encoded(name) + "?month=" + month
                : "/dashboard/categories/-?category=" + encoded(name) + "&month=" + month;
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
