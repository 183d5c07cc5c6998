package io.prorata.adapter.bankfile.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadLine;
import io.prorata.application.bankfile.ReadLine.Accepted;
import io.prorata.application.bankfile.ReadLine.Refused;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.domain.Refusal.UnreadableBankFile;
import io.prorata.domain.RefusedException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * A file of any format as it was read, for tests to look at.
 *
 * @param lines of the file, in its order
 */
public record FileReading(BankFileReader reader, List<ReadLine> lines) {

    public static final Currency EUR = Currency.getInstance("EUR");

    /** Opens the file by its content and reads it, which gives the same each time. */
    public static FileReading of(byte[] bytes, Map<String, String> options, Currency currency) {
        var file = new BankFile(null, () -> new ByteArrayInputStream(bytes));
        return of(new BankFileReaders().open(file, ReadOptions.parse(options), currency));
    }

    /** Reads all lines of an opened file. */
    public static FileReading of(BankFileReader reader) {
        List<ReadLine> lines = new ArrayList<>();
        reader.read(lines::add, Progress.NONE);
        assertEquals(reader.lines(), lines.size(), "every data line is accepted or refused");
        return new FileReading(reader, lines);
    }

    /** Returns what became of the file, a line for each of its own; or why it is refused as a whole. */
    public static List<String> inShort(byte[] bytes, Map<String, String> options, Currency currency) {
        try {
            return of(bytes, options, currency).lines().stream()
                    .map(line -> line.line() + " " + inShort(line))
                    .toList();
        } catch (RefusedException e) {
            return e.refusal() instanceof UnreadableBankFile refusal
                    ? List.of("! " + refusal.reason() + " "
                            + (refusal.answers().isEmpty()
                                    ? "-"
                                    : String.join(" ", refusal.answers().keySet())))
                    : List.of("! " + e.refusal());
        }
    }

    private static String inShort(ReadLine line) {
        return switch (line) {
            case Accepted accepted -> inShort(accepted);
            case Refused(int number, String reason) -> "! " + reason;
        };
    }

    /** Returns an accepted line in short: {@code 2024-03-01 -640 Boulangerie [account] #id category/subcategory}. */
    public static String inShort(Accepted line) {
        return line.bank().date()
                + " " + line.bank().amount().minor()
                + " " + line.bank().label()
                + (line.bank().account() == null ? "" : " [" + line.bank().account() + "]")
                + (line.bank().bankId() == null ? "" : " #" + line.bank().bankId())
                + (line.category() == null ? "" : " " + line.category())
                + (line.subcategory() == null ? "" : "/" + line.subcategory());
    }
}
