package io.prorata.domain.time;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The dated terms of one thing: each entry holds from its month until the month of the next entry.
 *
 * @param entries by month, no month twice
 */
public record Timeline<T>(List<Entry<T>> entries) {

    /**
     * What holds from a month on.
     *
     * @param from the first month, between 1900-01 and 9999-12
     * @param terms empty if the thing has ended
     * @param <T> the terms of the thing
     */
    public record Entry<T>(YearMonth from, Optional<T> terms) {
        /** Refuses a month out of bounds with an {@link IllegalArgumentException}. */
        public Entry {
            Dates.withinBounds(from);
        }
    }

    /** Refuses two entries of one month with an {@link IllegalArgumentException}. */
    public Timeline {
        entries = entries.stream().sorted(Comparator.comparing(Entry::from)).toList();
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i).from().equals(entries.get(i - 1).from())) {
                throw new IllegalArgumentException(
                        "two terms from " + entries.get(i).from());
            }
        }
    }

    /** An empty timeline. */
    public static <T> Timeline<T> empty() {
        return new Timeline<>(List.of());
    }

    /** A timeline whose first terms hold from {@code from} on. */
    public static <T> Timeline<T> from(YearMonth from, T terms) {
        return Timeline.<T>empty().with(from, terms);
    }

    /** Returns this timeline with {@code terms} from {@code from} on, until the next existing entry. */
    public Timeline<T> with(YearMonth from, T terms) {
        return with(new Entry<>(from, Optional.of(terms)));
    }

    /**
     * Returns this timeline with an end: no terms hold from {@code from} on. Earlier entries stay, later entries are removed. An end after
     * the last allowed month is no end.
     */
    public Timeline<T> endedFrom(YearMonth from) {
        if (from.isAfter(Dates.LAST_MONTH)) {
            return this;
        }
        Timeline<T> before = new Timeline<>(
                entries.stream().filter(entry -> entry.from().isBefore(from)).toList());
        return before.with(new Entry<>(from, Optional.empty()));
    }

    /** Returns the terms in force in {@code month}, if there are any. */
    public Optional<T> at(YearMonth month) {
        Optional<T> terms = Optional.empty();
        for (Entry<T> entry : entries) {
            if (entry.from().isAfter(month)) {
                break;
            }
            terms = entry.terms();
        }
        return terms;
    }

    /** Returns the terms in force in {@code month}, else the last ones before it, else the first ones after it. */
    public Optional<T> nearest(YearMonth month) {
        Optional<T> nearest = Optional.empty();
        for (Entry<T> entry : entries) {
            if (nearest.isPresent() && entry.from().isAfter(month)) {
                break;
            }
            if (entry.terms().isPresent()) {
                nearest = entry.terms();
            }
        }
        return nearest;
    }

    /**
     * Returns the month since which {@code feature} of the terms has its value of {@code month}, regardless of changes of other features
     * and of pauses; empty if no terms are in force in {@code month}.
     */
    public Optional<YearMonth> since(YearMonth month, Function<T, ?> feature) {
        if (at(month).isEmpty()) {
            return Optional.empty();
        }
        YearMonth since = null;
        Object current = null;
        for (Entry<T> entry : entries) {
            if (entry.from().isAfter(month)) {
                break;
            }
            if (entry.terms().isPresent()) {
                Object next = feature.apply(entry.terms().get());
                if (!Objects.equals(next, current)) {
                    since = entry.from();
                    current = next;
                }
            }
        }
        return Optional.ofNullable(since);
    }

    /** Returns the first month in which both this and {@code other} are in force, if there is one. */
    public Optional<YearMonth> firstShared(Timeline<?> other) {
        return Stream.concat(entries.stream(), other.entries.stream())
                .map(Entry::from)
                .sorted()
                .filter(month -> at(month).isPresent() && other.at(month).isPresent())
                .findFirst();
    }

    /** Returns the same months with {@code form} applied to their terms. */
    public <R> Timeline<R> map(Function<T, R> form) {
        return new Timeline<>(entries.stream()
                .map(entry -> new Entry<>(entry.from(), entry.terms().map(form)))
                .toList());
    }

    private Timeline<T> with(Entry<T> entry) {
        List<Entry<T>> others = new ArrayList<>(entries);
        others.removeIf(other -> other.from().equals(entry.from()));
        return new Timeline<>(Stream.concat(others.stream(), Stream.of(entry)).toList());
    }
}
