package io.prorata.application.simulation;

import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Consumer;

/** A change that nobody has made. */
public interface SimulatedChange {

    /**
     * What a change states anew, from a month on: no two changes of a simulation state the same.
     *
     * @param kind in words
     * @param id of the thing; 0 if there is one of its kind alone
     * @param from the current month if empty
     */
    record Subject(String kind, long id, Optional<YearMonth> from) {}

    /** Returns a change that adds something. */
    static SimulatedChange adding(Consumer<SimulatedBooks> work) {
        return new Made(Optional.empty(), work);
    }

    /** Returns a change that states something anew. */
    static SimulatedChange stating(Subject subject, Consumer<SimulatedBooks> work) {
        return new Made(Optional.of(subject), work);
    }

    /** A change that {@code work} makes. */
    record Made(Optional<Subject> subject, Consumer<SimulatedBooks> work) implements SimulatedChange {

        @Override
        public void make(SimulatedBooks books) {
            work.accept(books);
        }
    }

    /** Returns what it states anew; empty if it adds something. */
    Optional<Subject> subject();

    /**
     * Makes it, as it would be made for real.
     *
     * @throws RuntimeException as for real
     */
    void make(SimulatedBooks books);
}
