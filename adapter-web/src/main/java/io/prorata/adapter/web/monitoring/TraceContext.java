package io.prorata.adapter.web.monitoring;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place of a request in the client's trace (<a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a>). Prorata starts no
 * traces.
 *
 * @param parent the client's part of the trace
 * @param span of this server
 * @param flags set by the client
 */
record TraceContext(String trace, String parent, String span, String flags) {

    static final String PARENT = "traceparent";

    /** In Level 2 of the recommendation. */
    static final String RESPONSE = "traceresponse";

    /** A later version may have more parts after the known ones. */
    private static final Pattern WELL_FORMED = Pattern.compile("(?:00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2}))|"
            + "(?:(?!00|ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.{0,200})?)");

    /** Parses {@code traceparent}; empty if it is absent or malformed. */
    static Optional<TraceContext> of(@Nullable String traceparent) {
        if (traceparent == null) {
            return Optional.empty();
        }
        Matcher matcher = WELL_FORMED.matcher(traceparent);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int known = matcher.group(1) != null ? 1 : 4;
        String trace = matcher.group(known);
        String parent = matcher.group(known + 1);
        return isZero(trace) || isZero(parent)
                ? Optional.empty()
                : Optional.of(new TraceContext(trace, parent, drawn(), matcher.group(known + 2)));
    }

    private static boolean isZero(String id) {
        return id.chars().allMatch(digit -> digit == '0');
    }

    private static String drawn() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong() | 1);
    }

    /** Returns {@code traceresponse}. */
    String response() {
        return "00-" + trace + "-" + span + "-" + flags;
    }
}
