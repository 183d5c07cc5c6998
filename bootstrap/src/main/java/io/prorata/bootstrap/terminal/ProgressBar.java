package io.prorata.bootstrap.terminal;

import io.prorata.bootstrap.environment.CommandEnvironment;
import java.io.PrintWriter;

/** A progress bar, which overwrites itself; nothing is drawn if the output is no terminal. */
public final class ProgressBar implements AutoCloseable {

    private static final int WIDTH = 40;

    private final PrintWriter err;
    private final boolean shown;
    private final String what;
    private int drawnPercent = -1;

    public ProgressBar(CommandEnvironment environment, String what) {
        this.err = environment.err();
        this.shown = environment.interactive();
        this.what = what;
    }

    /** Shows that {@code done} of {@code whole} is done, both in any unit. */
    public void reach(long done, long whole) {
        int percent = whole == 0 ? 100 : Math.toIntExact(Math.min(100, done * 100 / whole));
        if (!shown || percent == drawnPercent) {
            return;
        }
        drawnPercent = percent;
        int filled = percent * WIDTH / 100;
        err.printf("\r%s [%s%s] %3d %%", what, "#".repeat(filled), ".".repeat(WIDTH - filled), percent);
        err.flush();
    }

    /** Clears the line. */
    @Override
    public void close() {
        if (drawnPercent >= 0) {
            err.print("\r" + " ".repeat(what.length() + WIDTH + 10) + "\r");
            err.flush();
        }
    }
}
