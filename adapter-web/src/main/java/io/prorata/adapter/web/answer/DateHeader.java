package io.prorata.adapter.web.answer;

import io.netty.util.AsciiString;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The {@code Date} header (RFC 9110, section 5.6.7), formatted once a second. */
@Singleton
final class DateHeader {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Clock clock;
    private volatile Written last = new Written(Long.MIN_VALUE, AsciiString.EMPTY_STRING);

    DateHeader(Clock clock) {
        this.clock = clock;
    }

    /** @param second since the epoch */
    private record Written(long second, CharSequence date) {}

    /** Returns the time to the second. */
    CharSequence now() {
        long second = Math.floorDiv(clock.millis(), 1000);
        Written written = last;
        if (written.second() != second) {
            written = new Written(second, new AsciiString(FORM.format(Instant.ofEpochSecond(second))));
            last = written;
        }
        return written.date();
    }
}
