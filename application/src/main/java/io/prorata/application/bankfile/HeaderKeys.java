package io.prorata.application.bankfile;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The first lines of a bank file as they are compared with the header of another: their letters from A to Z and their digits alone, in
 * small letters. So it makes no difference how the others are encoded, or what stands between fields.
 */
public final class HeaderKeys {

    /** A header is among the first lines; banks write an address or the account above it. */
    private static final int LINES = 60;

    private static final int BYTES = 64 * 1024;

    /** A shorter one could be the header of any file. */
    private static final int SHORTEST = 8;

    private HeaderKeys() {}

    /**
     * Returns the keys of the first lines of {@code file}, in their order.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    public static List<String> of(BankFile file) {
        List<String> keys = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        try (InputStream bytes = new BufferedInputStream(file.content().open())) {
            int taken = 0;
            int next = bytes.read();
            for (; next >= 0 && taken < BYTES && keys.size() < LINES; next = bytes.read()) {
                taken++;
                if (next == '\n') {
                    keys.add(key.toString());
                    key.setLength(0);
                } else if (isLetterOrDigit(next)) {
                    key.append((char) (next >= 'A' && next <= 'Z' ? next + 'a' - 'A' : next));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keys.add(key.toString());
        return keys;
    }

    /** Returns the key of the header of {@code file}; empty if it has none, or one that says too little to tell files by. */
    public static Optional<String> ofHeader(BankFile file, BankFileFormat format) {
        OptionalInt line = format instanceof BankFileFormat.Csv csv ? csv.headerLine() : OptionalInt.empty();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        List<String> keys = of(file);
        return line.getAsInt() > keys.size()
                ? Optional.empty()
                : Optional.of(keys.get(line.getAsInt() - 1)).filter(key -> key.length() >= SHORTEST);
    }

    private static boolean isLetterOrDigit(int next) {
        return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || (next >= '0' && next <= '9');
    }
}
