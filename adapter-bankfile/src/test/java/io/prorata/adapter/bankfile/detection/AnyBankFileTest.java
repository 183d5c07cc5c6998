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
        Tried tried = tried(SEED, FILES);
        System.out.println("Bank files, " + tried);
        // Of files that were all refused at once the readers would have seen nothing.
        assertTrue(tried.read() > FILES / 10, tried.toString());
    }

    private static long stated(String name, long otherwise) {
        String text = System.getenv(name);
        return text == null ? otherwise : Long.parseLong(text);
    }

    /**
     * What became of the files.
     *
     * @param read how many of them were read and not refused as a whole
     * @param longest the milliseconds that the longest took, and its number
     */
    private record Tried(long seed, int files, int read, long longest, int longestFile) {
        @Override
        public String toString() {
            return "seed " + seed + ": " + files + " tried, " + read + " read, the others refused; the longest took "
                    + longest + " ms (file " + longestFile + ")";
        }
    }

    private static Tried tried(long seed, int files) {
        var any = new AnyBankFile(seed);
        int read = 0;
        long longest = 0;
        int longestFile = 0;
        for (int i = 0; i < files; i++) {
            byte[] file = any.next();
            long begun = System.nanoTime();
            try {
                read += FileReading.of(file, Map.of(), FileReading.EUR).lines().isEmpty() ? 0 : 1;
            } catch (RefusedException e) {
                // As it should be.
            } catch (RuntimeException | Error e) {
                fail("seed " + seed + ", file " + i + ": " + HexFormat.of().formatHex(file), e);
            }
            long millis = (System.nanoTime() - begun) / 1_000_000;
            if (millis > longest) {
                longest = millis;
                longestFile = i;
            }
        }
        return new Tried(seed, files, read, longest, longestFile);
    }
}
