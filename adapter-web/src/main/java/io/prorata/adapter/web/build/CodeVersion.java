package io.prorata.adapter.web.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The version of the code that computes figures and writes them down: the hash of {@link CodeHash}, as the build left it. */
public final class CodeVersion {

    /** Where it is on the class path; the program's own comes before that of the modules it is made of. */
    static final String RESOURCE = "META-INF/prorata/code-version";

    /** Of the code that runs. */
    public static final long CURRENT = read();

    private CodeVersion() {}

    private static long read() {
        try (InputStream in = CodeVersion.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path; the build makes it");
            }
            return HexFormat.fromHexDigitsToLong(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
