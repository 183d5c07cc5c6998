package io.prorata.adapter.bankfile;

import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.port.BankFiles;
import java.util.Currency;

/** Opens a bank file with the reader of its format, which is told by its content. */
public final class BankFileReaders implements BankFiles {

    @Override
    public BankFileReader open(BankFile file, ReadOptions options, Currency currency) {
        return CsvFileReader.of(file, options, currency);
    }
}
