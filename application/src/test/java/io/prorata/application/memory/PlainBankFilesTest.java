package io.prorata.application.memory;

import io.prorata.application.port.BankFiles;
import io.prorata.application.port.BankFilesContract;

/** The plain reader of tests signs the contract that the real one signs. */
class PlainBankFilesTest implements BankFilesContract {

    @Override
    public BankFiles files() {
        return new PlainBankFiles();
    }
}
