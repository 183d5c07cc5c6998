package io.prorata.bootstrap;

import io.prorata.bootstrap.command.Program;
import io.prorata.bootstrap.environment.CommandEnvironment;

/** Where the program begins. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Program.execute(CommandEnvironment.ofProcess(), arguments));
    }
}
