package io.prorata.adapter.bankfile.detection;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** {@code docs/bank-files.md} names everything that a sender can say or hear. */
class BankFilesPageTest {

    @Test
    void everyOptionAndEveryReasonIsOnThePage() throws IOException {
        String page = Files.readString(BankSamplesTest.project().resolve("docs/bank-files.md"));
        for (ReadOption option : ReadOption.values()) {
            assertTrue(page.contains("`" + option.parameter() + "`"), option.parameter());
        }
        for (Unreadable unreadable : Unreadable.values()) {
            assertTrue(page.contains("| `" + unreadable.reason() + "` |"), unreadable.reason());
        }
    }

    @Test
    void theOptionsOfTheSamplesAreOnThePage() throws IOException {
        String page = Files.readString(BankSamplesTest.project().resolve("docs/bank-files.md"))
                .replaceAll("\\s+", " ");
        BankSamplesTest.OPTIONS.forEach((file, options) -> options.forEach(
                (name, value) -> assertTrue(page.contains(name + "=" + value), file + ": " + name + "=" + value)));
    }
}
