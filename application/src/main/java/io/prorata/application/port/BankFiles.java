package io.prorata.application.port;

import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.bankfile.ReadOptions;
import java.util.Currency;

/** Reads bank files of all formats. Nothing is kept open between calls, and the books are not read. */
public interface BankFiles {

    /**
     * Reads the whole {@code file} to detect its format. Its lines are read later, one at a time, so that a file of any length takes little
     * memory. It holds no lock, and costs one reading of the file.
     *
     * @param options stated by the sender
     * @param currency of the household, in which its amounts are read
     * @throws io.prorata.domain.RefusedException if the format is unclear; it names the option that settles it
     */
    BankFileReader open(BankFile file, ReadOptions options, Currency currency);
}
