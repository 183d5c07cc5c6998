package org.example.application;

import org.example.application.port.Greetings;
import org.example.domain.Greeting;

/** Greets somebody. */
public final class Greet {
    private final Greetings greetings;

    /** @param greetings where they come from */
    public Greet(Greetings greetings) {
        this.greetings = greetings;
    }

    /** Returns what {@code name} is greeted with. */
    public Greeting greet(String name) {
        return greetings.greetingFor(name);
    }
}
