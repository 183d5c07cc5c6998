package io.prorata.adapter.web.properties;

import io.prorata.application.query.KeyPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From how many milliseconds on a request is slow, by what it asks for.
 *
 * @param summaryMillis of the month's summary
 * @param drillDownMillis of categories and what is in them
 * @param provisionsMillis of how provisions come about
 * @param othersMillis of everything else
 */
public record Thresholds(long summaryMillis, long drillDownMillis, long provisionsMillis, long othersMillis) {

    public static final Thresholds USUAL = new Thresholds(500, 300, 200, 1000);

    private static final long LONGEST_MILLIS = 600_000;
    private static final long MICROS_OF_A_MILLI = 1000;

    public Thresholds {
        for (long millis : new long[] {summaryMillis, drillDownMillis, provisionsMillis, othersMillis}) {
            if (millis < 1 || millis > LONGEST_MILLIS) {
                throw new IllegalArgumentException(millis + " ms: a threshold is 1 to " + LONGEST_MILLIS + " ms");
            }
        }
    }

    /**
     * Reads {@code summary=500,drill-down=300,provisions=200,others=1000}; what is not named stays as usual.
     *
     * @throws IllegalArgumentException if it cannot be read; the message says why
     */
    public static Thresholds parse(String text) {
        Thresholds read = USUAL;
        List<String> named = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] sides = part.split("=", -1);
            String name = sides[0].strip().toLowerCase(Locale.ROOT);
            if (sides.length != 2 || !sides[1].strip().matches("[0-9]{1,9}")) {
                throw new IllegalArgumentException("'" + part.strip() + "' is not of the form NAME=MILLISECONDS");
            }
            if (named.contains(name)) {
                throw new IllegalArgumentException("'" + name + "' is there twice");
            }
            named.add(name);
            read = read.with(name, Long.parseLong(sides[1].strip()));
        }
        return read;
    }

    private Thresholds with(String name, long millis) {
        return switch (name) {
            case "summary" -> new Thresholds(millis, drillDownMillis, provisionsMillis, othersMillis);
            case "drill-down" -> new Thresholds(summaryMillis, millis, provisionsMillis, othersMillis);
            case "provisions" -> new Thresholds(summaryMillis, drillDownMillis, millis, othersMillis);
            case "others" -> new Thresholds(summaryMillis, drillDownMillis, provisionsMillis, millis);
            default ->
                throw new IllegalArgumentException(
                        "there is no '" + name + "'; there are summary, drill-down, provisions, others");
        };
    }

    /** Returns the threshold of an endpoint that shows views of {@code pattern}, in microseconds. */
    public long microsOf(KeyPattern pattern) {
        return switch (pattern) {
            case SUMMARY -> summaryMillis * MICROS_OF_A_MILLI;
            case TRANSACTIONS -> drillDownMillis * MICROS_OF_A_MILLI;
            case PROVISIONS -> provisionsMillis * MICROS_OF_A_MILLI;
            case EXPENSES, ANALYTICS, SETTLEMENT, YEAR -> othersMicros();
        };
    }

    /** Returns the threshold of every other endpoint, in microseconds. */
    public long othersMicros() {
        return othersMillis * MICROS_OF_A_MILLI;
    }

    /** Returns the text that {@link #parse} reads. */
    @Override
    public String toString() {
        return "summary=" + summaryMillis + ",drill-down=" + drillDownMillis + ",provisions=" + provisionsMillis
                + ",others=" + othersMillis;
    }
}
