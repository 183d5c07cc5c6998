package io.prorata.adapter.bankfile.xlsx;

import io.prorata.adapter.bankfile.csv.CsvFileReader;
import io.prorata.adapter.bankfile.statement.UnusedOptions;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.BankFileFormat;
import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.bankfile.Days;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.Quoted;
import io.prorata.application.bankfile.ReadLine;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.bankfile.ReadWarning;
import io.prorata.application.bankfile.Unreadable;
import io.prorata.domain.RefusedException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A sheet of a workbook, read as a table of text. A line is a row of the sheet. */
public final class XlsxFile implements BankFileReader {

    private final String sheet;
    private final List<String> otherSheets;
    private final CsvFileReader table;

    private XlsxFile(String sheet, List<String> otherSheets, CsvFileReader table) {
        this.sheet = sheet;
        this.otherSheets = otherSheets;
        this.table = table;
    }

    /**
     * Opens the first sheet that is seen and can be read as a table.
     *
     * @param currency of the household
     * @throws RefusedException if there is none, for the reason for which the first cannot be read
     */
    public static BankFileReader open(BankFile file, ReadOptions options, Currency currency) {
        UnusedOptions.refuse(options.delimiter().isPresent(), ReadOption.DELIMITER, "XLSX");
        UnusedOptions.refuse(options.encoding().isPresent(), ReadOption.ENCODING, "XLSX");
        Workbook workbook = Workbook.of(file.content());
        @Nullable RefusedException first = null;
        for (Workbook.SheetPart part : workbook.sheets()) {
            try {
                var content = new BankFile(file.name(), () -> new SheetText(workbook, part, currency));
                CsvFileReader table = CsvFileReader.of(content, options.withDelimiter('\t'), currency);
                List<String> others = new ArrayList<>();
                workbook.sheets().stream()
                        .filter(other -> !other.equals(part))
                        .forEach(other -> others.add(other.name()));
                return new XlsxFile(part.name(), others, table);
            } catch (RefusedException e) {
                first = first == null ? e : first;
            }
        }
        throw first == null ? Unreadable.EMPTY_FILE.because("the workbook has no sheet that can be seen") : first;
    }

    @Override
    public Currency currency() {
        return table.currency();
    }

    @Override
    public int lines() {
        return table.lines();
    }

    @Override
    public Optional<Days> days() {
        return table.days();
    }

    @Override
    public BankFileFormat format() {
        BankFileFormat.Csv text = table.format();
        return new BankFileFormat.Xlsx(
                "UTF-8", sheet, otherSheets, text.headerLine(), text.columns(), text.dates(), text.decimal());
    }

    @Override
    public List<ReadWarning> warnings() {
        List<ReadWarning> all = new ArrayList<>(table.warnings());
        if (!otherSheets.isEmpty()) {
            all.add(ReadWarning.ofFile(
                    "the sheet " + Quoted.of(sheet) + " was read, and not " + String.join(", ", otherSheets)));
        }
        return all;
    }

    @Override
    public void read(Consumer<ReadLine> sink, Progress progress) {
        table.read(sink, progress);
    }
}
