package io.prorata.bootstrap.operator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.prorata.application.bankfile.BankFileFormat;
import io.prorata.application.bankfile.BankFileFormat.Column;
import io.prorata.application.bankfile.BankFileFormat.Part;
import io.prorata.application.bankfile.DateFormat;
import io.prorata.application.bankfile.Decimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How a server says that a file was written is understood, for each format there is. */
class RemoteFormatTest {

    private static final List<Column> COLUMNS = List.of(new Column("date", "Date"), new Column("amount", "Amount"));

    private static final Map<String, BankFileFormat> FORMATS = Map.of(
            """
            {"kind": "csv", "encoding": "UTF-8", "delimiter": ";", "header_line": 3, "columns": {"date": "Date", "amount": "Amount"},
             "dates": "day-first", "decimal": "comma"}""",
            new BankFileFormat.Csv(
                    "UTF-8",
                    ';',
                    OptionalInt.of(3),
                    COLUMNS,
                    Optional.of(DateFormat.Order.DAY_FIRST),
                    Optional.of(Decimal.COMMA)),
            """
            {"kind": "xlsx", "encoding": "UTF-8", "sheet": "S", "other_sheets": ["T"], "columns": {"date": "Date", "amount": "Amount"}}""",
            new BankFileFormat.Xlsx(
                    "UTF-8", "S", List.of("T"), OptionalInt.empty(), COLUMNS, Optional.empty(), Optional.empty()),
            """
            {"kind": "ofx", "encoding": "UTF-8", "version": "102", "accounts": [{"account": "A", "lines": 2}, {"lines": 0}]}""",
            new BankFileFormat.Ofx("UTF-8", Optional.of("102"), List.of(new Part("A", 2), new Part("", 0))),
            """
            {"kind": "qif", "encoding": "UTF-8", "accounts": [], "passed_over": {"cat": 4}, "decimal": "point"}""",
            new BankFileFormat.Qif(
                    "UTF-8", List.of(), new TreeMap<>(Map.of("cat", 4)), Optional.empty(), Optional.of(Decimal.POINT)),
            """
            {"kind": "camt", "encoding": "UTF-8", "message": "camt.053.001.08", "files": 2, "accounts": [{"account": "A", "lines": 2}]}""",
            new BankFileFormat.Camt("UTF-8", "camt.053.001.08", 2, List.of(new Part("A", 2))),
            """
            {"kind": "mt940", "encoding": "UTF-8", "accounts": [{"account": "A", "lines": 2}]}""",
            new BankFileFormat.Mt940("UTF-8", List.of(new Part("A", 2))));

    @Test
    void eachFormatIsUnderstood() throws JsonProcessingException {
        Set<Class<?>> understood = new HashSet<>();
        for (Map.Entry<String, BankFileFormat> format : FORMATS.entrySet()) {
            BankFileFormat read = RemoteFormat.read(new ObjectMapper().readTree(format.getKey()));
            assertEquals(format.getValue(), read);
            understood.add(read.getClass());
        }
        Class<?>[] all = Objects.requireNonNull(BankFileFormat.class.getPermittedSubclasses());
        assertEquals(new HashSet<>(Arrays.asList(all)), understood, "every format has an example");
    }

    @Test
    void aFormatOfANewerServerIsNotTakenForAnother() throws JsonProcessingException {
        var unknown = new ObjectMapper().readTree("{\"kind\": \"runes\", \"encoding\": \"UTF-8\"}");
        assertThrows(IllegalStateException.class, () -> RemoteFormat.read(unknown));
    }
}
