package org.example.adapter.memory;

import org.example.application.port.Greetings;
import org.example.domain.Greeting;

/** The same for everybody. */
public final class FixedGreetings implements Greetings {
    @Override
    public Greeting greetingFor(String name) {
        return new Greeting("Good day, " + name);
    }
}
