package org.example.bootstrap;

import org.example.adapter.console.Console;
import org.example.adapter.memory.FixedGreetings;
import org.example.application.Greet;

/** Puts it together. */
public final class Main {
    private Main() {}

    /** Says good day to everybody. */
    public static void main(String[] names) {
        Console console = new Console(new Greet(new FixedGreetings()));
        for (String name : names) {
            console.say(name);
        }
    }
}
