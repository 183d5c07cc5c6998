package org.example.adapter.console;

import org.example.application.Greet;

/** Says it. */
public final class Console {
    private final Greet greet;

    /** @param greet what is said */
    public Console(Greet greet) {
        this.greet = greet;
    }

    /** Says it to {@code name}. */
    public void say(String name) {
        System.out.println(greet.greet(name).text());
    }
}
