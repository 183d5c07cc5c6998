package io.prorata.adapter.bankfile.detection;

import static io.prorata.application.Examples.NOON;

import io.prorata.application.imports.ImportingContract;
import io.prorata.application.memory.InMemoryBooks;
import io.prorata.application.port.BankFiles;
import io.prorata.application.port.BankFilesContract;
import io.prorata.application.port.UnitOfWork;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.SplittableRandom;

/** Whatever is promised of bank files and of importing them holds with the readers of the program. */
class BankFileReadersTest implements BankFilesContract, ImportingContract {

    @Override
    public BankFiles files() {
        return new BankFileReaders();
    }

    @Override
    public UnitOfWork empty() {
        return new InMemoryBooks(Clock.fixed(NOON, ZoneOffset.UTC), new SplittableRandom(1));
    }
}
