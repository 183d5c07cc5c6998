package io.prorata.adapter.web.page.frame;

import io.prorata.application.request.Precondition;
import io.prorata.domain.freshness.Stamp;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The state of a thing, in a hidden field of the form that changes it: two who edit at once do not overwrite each other. */
public final class Stamps {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-([0-9a-f]{16})");

    private Stamps() {}

    /** Returns what the field holds. */
    public static String text(Stamp stamp) {
        return stamp.revision() + "-" + HexFormat.of().toHexDigits(stamp.nonce());
    }

    /** Returns the state that the field {@code stamp} says. */
    public static Precondition of(Form form) {
        Matcher stamp = FORM.matcher(form.text("stamp"));
        return stamp.matches()
                ? Precondition.oneOf(List.of(
                        new Stamp(Long.parseLong(stamp.group(1)), HexFormat.fromHexDigitsToLong(stamp.group(2)))))
                : Precondition.oneOf(List.of());
    }
}
