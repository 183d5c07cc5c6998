package io.prorata.adapter.web.parameter;

import io.prorata.application.view.Revision;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A revision as {@code X-Revision} writes it: epoch.number. */
public record Since(Revision revision) {

    private static final Pattern FORM = Pattern.compile("([0-9A-Za-z-]{1,64})\\.([0-9]{1,18})");

    /** @throws IllegalArgumentException if it is written otherwise */
    public static Since read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("a revision is written as X-Revision answers it, epoch.number");
        }
        return new Since(new Revision(form.group(1), Long.parseLong(form.group(2))));
    }
}
