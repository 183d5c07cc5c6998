package io.prorata.application.bankfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.Refusal.BrokenRule;
import io.prorata.domain.RefusedException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadOptionsTest {

    @Test
    void everyOptionHasOneNameInAQueryAndOneOnTheCommandLine() {
        assertEquals("date_column", ReadOption.DATE_COLUMN.parameter());
        assertEquals("--date-column", ReadOption.DATE_COLUMN.flag());
        for (ReadOption option : ReadOption.values()) {
            assertEquals(Optional.of(option), ReadOption.ofParameter(option.parameter()));
        }
    }

    @Test
    void valuesAreRead() {
        ReadOptions options = ReadOptions.parse(Map.of(
                "delimiter", "tab",
                "header", "no",
                "date_column", "2",
                "label_column", "Libellé",
                "state_column", "none",
                "out", "Débit, DR",
                "decimal", "comma",
                "currency", "eur"));
        assertEquals(Optional.of('\t'), options.delimiter());
        assertEquals(Optional.of(false), options.header());
        assertEquals(Optional.of(new ColumnRef.Numbered(2)), options.column(ReadOption.DATE_COLUMN));
        assertEquals(Optional.of(new ColumnRef.Named("Libellé")), options.column(ReadOption.LABEL_COLUMN));
        assertEquals(Optional.of(new ColumnRef.None()), options.column(ReadOption.STATE_COLUMN));
        assertEquals(Set.of("debit", "dr"), options.out());
        assertEquals(Optional.of(Decimal.COMMA), options.decimal());
    }

    @Test
    void aBadOptionIsNamed() {
        assertRefused("colour", "blue");
        assertRefused("encoding", "UTF-9");
        assertRefused("encoding", "");
        assertRefused("delimiter", "ab");
        assertRefused("delimiter", "\"");
        assertRefused("skip", "-1");
        assertRefused("skip", "many");
        assertRefused("header", "perhaps");
        assertRefused("date_column", "0");
        assertRefused("date_column", " ");
        assertRefused("date_format", "middle-first");
        assertRefused("date_format", "dd/MM");
        assertRefused("date_format", "dd/MM/yyyy{");
        assertRefused("decimal", "semicolon");
        assertRefused("currency", "EURO");
        assertRefused("account", "");
        assertRefused("out", "D,,C");
    }

    private static void assertRefused(String option, String value) {
        var thrown = assertThrows(
                RefusedException.class, () -> ReadOptions.parse(Map.of(option, value)), option + "=" + value);
        BrokenRule refusal = (BrokenRule) thrown.refusal();
        assertEquals(option, refusal.where());
        assertTrue(!refusal.rule().isBlank());
    }
}
