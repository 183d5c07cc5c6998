package io.prorata.adapter.bankfile.detection;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.prorata.domain.RefusedException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever a file holds, it is read or refused: nothing else is thrown, and nothing runs on. */
class AnyBankFileTest {

    /** The environment may say other figures, for {@code bench/bank-file-fuzz.sh}. */
    private static final long SEED = stated("PRORATA_FUZZ_SEED", 20_261_130);

    /** Ten times as many with {@code ./prorata test --all}. */
    private static final int FILES =
            (int) stated("PRORATA_FUZZ_FILES", "all".equals(System.getProperty("prorata.tests")) ? 100_000 : 10_000);

    @Test
    void anythingIsReadOrRefused() {
        int read = tried(SEED, FILES);
        // Of files that were all refused at once the readers would have seen nothing.
        assertTrue(read > FILES / 10, read + " of " + FILES + " were read");
    }

    private static long stated(String name, long otherwise) {
        String text = System.getenv(name);
        return text == null ? otherwise : Long.parseLong(text);
    }

    /** Returns how many of {@code files} could be read. */
    static int tried(long seed, int files) {
        var any = new AnyBankFile(seed);
        int read = 0;
        for (int i = 0; i < files; i++) {
            byte[] file = any.next();
            try {
                read += FileReading.of(file, Map.of(), FileReading.EUR).lines().isEmpty() ? 0 : 1;
            } catch (RefusedException e) {
                // As it should be.
            } catch (RuntimeException | Error e) {
                fail("seed " + seed + ", file " + i + ": " + HexFormat.of().formatHex(file), e);
            }
        }
        return read;
    }
}
