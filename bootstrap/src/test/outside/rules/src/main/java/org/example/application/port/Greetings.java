package org.example.application.port;

import org.example.domain.Greeting;

/** Where greetings come from. */
public interface Greetings {
    /** Returns the one for {@code name}. */
    Greeting greetingFor(String name);
}
