package io.prorata.application.bankfile;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A bank file.
 *
 * @param name given by the sender, if any, without folders
 */
public record BankFile(@Nullable String name, Content content) {

    private static final int LONGEST_NAME = 200;

    /** The bytes of a file; they can be read more than once and do not change. */
    @FunctionalInterface
    public interface Content {

        /** Returns the bytes from their beginning. */
        InputStream open() throws IOException;
    }

    public BankFile {
        name = name == null ? null : tidied(name);
    }

    /** The name is for people only: an invalid one is no reason to refuse the file. */
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
