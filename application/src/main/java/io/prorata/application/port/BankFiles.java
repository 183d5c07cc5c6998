package io.prorata.application.port;

import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.bankfile.ReadOptions;
import java.util.Currency;

/** Reads the files of banks, whatever their format. Nothing is kept open between calls, and the books are not asked. */
public interface BankFiles {

    /**
     * Goes through the whole of {@code file} to find out how it is written; its lines are read later, one at a time, so that a file of
     * any length takes little memory. It holds no lock, and costs one reading of the file.
     *
     * @param options what its sender says of it
     * @param currency of the household, in which its amounts are read
     * @throws io.prorata.domain.RefusedException if it cannot be found out; it names the option that settles it
     */
    BankFileReader open(BankFile file, ReadOptions options, Currency currency);
}
