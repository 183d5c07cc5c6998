package io.prorata.adapter.web.page.history;

import io.prorata.adapter.web.page.frame.Words;
import io.prorata.application.port.Changes.LoggedChange;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** What a change was, and when, in words. */
record ChangeNames(Words words, ZoneId zone) {

    private static final String WHAT = "what.";

    /** Returns what the change was; as the history keeps it if it is of a kind that is made no more. */
    String what(LoggedChange change) {
        String key = key(change.what());
        String said = words.has(key) ? words.of(key) : change.what();
        return change.id().isPresent() ? said + " (" + change.id().getAsLong() + ")" : said;
    }

    /** Returns the key of the words of {@code what}. */
    static String key(String what) {
        return WHAT + what.replace(' ', '_');
    }

    String when(LoggedChange change) {
        return words.moment(LocalDateTime.ofInstant(change.at(), zone));
    }
}
