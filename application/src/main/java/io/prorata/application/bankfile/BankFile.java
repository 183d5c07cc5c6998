package io.prorata.application.bankfile;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A file as a bank gave it.
 *
 * @param name as its sender calls it, if they do, without folders
 */
public record BankFile(@Nullable String name, Content content) {

    private static final int LONGEST_NAME = 200;

    /** The bytes of a file, which are read more than once and are the same each time. */
    @FunctionalInterface
    public interface Content {

        /** Returns the bytes from their beginning. */
        InputStream open() throws IOException;
    }

    public BankFile {
        name = name == null ? null : tidied(name);
    }

    /** A name is for people to recognise: one that cannot be shown is no reason to refuse the file. */
    private static @Nullable String tidied(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String shown = last.codePoints()
                .filter(point -> !Character.isISOControl(point) && !isFormatOrLoneSurrogate(point))
                .limit(LONGEST_NAME)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .strip();
        return shown.isEmpty() ? null : shown;
    }

    private static boolean isFormatOrLoneSurrogate(int point) {
        int type = Character.getType(point);
        return type == Character.FORMAT || type == Character.SURROGATE;
    }
}
