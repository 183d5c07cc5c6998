package io.prorata.browser;

import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a browser itself measures of a page, in whole milliseconds and bytes. */
final class Measured {

    /** Watches from the first moment on. */
    static final String WATCH = """
            window.measured = {shift: 0, shifts: [], interaction: 0};
            new PerformanceObserver(list => list.getEntries().forEach(entry => {
              if (!entry.hadRecentInput) {
                window.measured.shift += entry.value;
                entry.sources.forEach(source => window.measured.shifts.push(source.node ? source.node.nodeName : '?'));
              }
            })).observe({type: 'layout-shift', buffered: true});
            new PerformanceObserver(list => list.getEntries().forEach(entry => {
              if (entry.interactionId) window.measured.interaction = Math.max(window.measured.interaction, entry.duration);
            })).observe({type: 'event', durationThreshold: 16, buffered: true});
            """;

    private Measured() {}

    /** Returns when the first content was there, after the page was asked for. */
    static long firstContent(Page page) {
        return whole(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1"));
    }

    /** Returns how many bytes of script and style came over the wire. */
    static long scriptAndStyle(Page page) {
        return whole(page.evaluate("""
                performance.getEntriesByType('resource').filter(e => /[.](js|css)$/.test(e.name))
                  .reduce((sum, e) => sum + e.encodedBodySize, 0)"""));
    }

    /** Returns how much of the window moved by itself, in thousandths, and what did. */
    static String shift(Page page) {
        return whole(page.evaluate("measured.shift * 1000")) + " " + page.evaluate("measured.shifts.join(' ')");
    }

    /** Returns from an interaction to the next paint, at worst; a browser counts in steps of 8 ms, and none below 16. */
    static long interaction(Page page) {
        return whole(page.evaluate("measured.interaction"));
    }

    private static long whole(Object number) {
        return new BigDecimal(number.toString())
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
