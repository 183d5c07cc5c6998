package io.prorata.bootstrap.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.adapter.web.language.Language;
import io.prorata.bootstrap.environment.TerminalWords;
import io.prorata.bootstrap.terminal.Table.Side;
import io.prorata.domain.money.Money;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    @Test
    void columnsLineUpWhateverIsInThem() {
        Table table = new Table(Side.LEFT, Side.RIGHT, Side.RIGHT)
                .row("Month", "Inès", "🏠")
                .gap()
                .row("Café", "-4.20", "1 000.00")
                .row("all");

        // A picture takes two columns of a terminal.
        assertEquals(List.of("Month   Inès        🏠", "", "Café   -4.20  1 000.00", "all"), table.lines());
    }

    @Test
    void aRowTooLongIsAFault() {
        assertThrows(IllegalArgumentException.class, () -> new Table(Side.LEFT).row("a", "b"));
    }

    @ParameterizedTest
    @CsvSource({
        "0, EUR, 0.00",
        "-5, EUR, -0.05",
        "99999, EUR, 999.99",
        "100000, EUR, '1,000.00'",
        "-123456789, EUR, '-1,234,567.89'",
        "1000, JPY, '1,000'",
        "-999, JPY, -999",
        "1234567, KWD, '1,234.567'",
    })
    void amountsHaveTheirCurrencysDecimalsAndThousandsApart(long minor, String currency, String text) {
        assertEquals(text, TerminalWords.in(Language.EN).amount(new Money(minor), Currency.getInstance(currency)));
    }
}
