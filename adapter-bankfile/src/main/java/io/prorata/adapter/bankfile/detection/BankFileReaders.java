package io.prorata.adapter.bankfile.detection;

import io.prorata.adapter.bankfile.camt.CamtFile;
import io.prorata.adapter.bankfile.csv.CsvFileReader;
import io.prorata.adapter.bankfile.exported.ExportedFile;
import io.prorata.adapter.bankfile.mt940.Mt940File;
import io.prorata.adapter.bankfile.ofx.OfxFile;
import io.prorata.adapter.bankfile.qif.QifFile;
import io.prorata.adapter.bankfile.xlsx.XlsxFile;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.port.BankFiles;
import java.util.Currency;

/** Opens a bank file with the reader of its format, which is detected from its content. */
public final class BankFileReaders implements BankFiles {

    @Override
    public BankFileReader open(BankFile file, ReadOptions options, Currency currency) {
        return switch (Kind.of(file.content())) {
            case TABLE -> CsvFileReader.of(file, options, currency);
            case EXPORTED -> ExportedFile.open(file, options, currency);
            case OFX -> OfxFile.open(file, options, currency);
            case QIF -> QifFile.open(file, options, currency);
            case CAMT -> CamtFile.open(file, options, currency);
            case CAMT_ARCHIVE -> CamtFile.openArchive(file, options, currency);
            case MT940 -> Mt940File.open(file, options, currency);
            case XLSX -> XlsxFile.open(file, options, currency);
        };
    }
}
