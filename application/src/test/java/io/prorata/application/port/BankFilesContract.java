package io.prorata.application.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.bankfile.Days;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadLine;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.money.Money;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link BankFiles} promises. */
public interface BankFilesContract {

    Currency EURO = Currency.getInstance("EUR");

    String TABLE = """
            Date;Label;Amount;Account
            2024-03-30;Rent;-900,00;Joint
            soon;Tea;-1,00;Joint
            2024-04-01;Salary;2000,00;Joint
            """;

    BankFiles files();

    @Test
    default void eachDataLineIsAcceptedOrRefusedInTheOrderOfTheFile() {
        BankFileReader reader = open(TABLE);

        assertEquals(EURO, reader.currency());
        assertEquals(3, reader.lines());
        assertEquals(Optional.of(new Days(LocalDate.of(2024, 3, 30), LocalDate.of(2024, 4, 1))), reader.days());
        List<ReadLine> lines = read(reader);
        assertEquals(List.of(2, 3, 4), lines.stream().map(ReadLine::line).toList());
        assertEquals(
                List.of(new Money(-90_000), new Money(200_000)),
                lines.stream()
                        .flatMap(line -> line instanceof ReadLine.Accepted accepted
                                ? Optional.of(accepted.bank().amount()).stream()
                                : Optional.<Money>empty().stream())
                        .toList());
        assertTrue(lines.get(1) instanceof ReadLine.Refused, lines.toString());
    }

    @Test
    default void aFileIsReadTheSameEachTime() {
        BankFileReader reader = open(TABLE);
        assertEquals(read(reader), read(reader));
    }

    @Test
    default void progressReachesTheLastLine() {
        List<Integer> heard = new ArrayList<>();
        open(TABLE).read(line -> {}, (done, of) -> {
            assertEquals(3, of);
            heard.add(done);
        });
        assertEquals(3, heard.getLast());
    }

    @Test
    default void aFileWithNothingInItIsRefusedAndAMonthWithNothingInItIsNot() {
        assertEquals("empty-file", unreadable(""));
        assertEquals(0, open("Date;Label;Amount\n").lines());
        assertEquals(List.of(), read(open("Date;Label;Amount\n")));
    }

    @Test
    default void aFileThatCannotBeReadIsNoRefusal() {
        var file = new BankFile("broken.csv", () -> {
            throw new IOException("broken off");
        });
        assertThrows(UncheckedIOException.class, () -> files().open(file, ReadOptions.NONE, EURO));
    }

    private String unreadable(String text) {
        var thrown = assertThrows(RefusedException.class, () -> open(text));
        return ((Refusal.UnreadableBankFile) thrown.refusal()).reason();
    }

    private BankFileReader open(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return files().open(new BankFile("file", () -> new ByteArrayInputStream(bytes)), ReadOptions.NONE, EURO);
    }

    private static List<ReadLine> read(BankFileReader reader) {
        List<ReadLine> lines = new ArrayList<>();
        reader.read(lines::add, Progress.NONE);
        return lines;
    }
}
