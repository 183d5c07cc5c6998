package io.prorata.application.bankfile;

import java.util.OptionalInt;

/**
 * Something in a bank file that was read, and that its sender had better look at.
 *
 * @param line its number in the file; empty if it concerns the whole
 */
public record ReadWarning(OptionalInt line, String text) {

    public static ReadWarning ofFile(String text) {
        return new ReadWarning(OptionalInt.empty(), text);
    }

    public static ReadWarning ofLine(int line, String text) {
        return new ReadWarning(OptionalInt.of(line), text);
    }

    @Override
    public String toString() {
        return line.isPresent() ? "line " + line.getAsInt() + ": " + text : text;
    }
}
