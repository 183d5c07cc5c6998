package io.prorata.adapter.web.problem;

import io.netty.util.AsciiString;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time of an answer, as a header has it (RFC 9110, section 5.6.7). Written once a second. */
final class Dates {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static volatile Written last = new Written(Long.MIN_VALUE, AsciiString.EMPTY_STRING);

    private Dates() {}

    private record Written(long second, CharSequence date) {}

    /** Returns the time by this machine's clock, to the second. */
    static CharSequence now() {
        long second = Math.floorDiv(System.currentTimeMillis(), 1000);
        Written written = last;
        if (written.second() != second) {
            written = new Written(second, new AsciiString(FORM.format(Instant.ofEpochSecond(second))));
            last = written;
        }
        return written.date();
    }
}
