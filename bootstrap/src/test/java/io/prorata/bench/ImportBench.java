package io.prorata.bench;

import io.prorata.adapter.bankfile.detection.BankFileReaders;
import io.prorata.adapter.persistence.JooqUnitOfWork;
import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.adapter.web.build.CodeVersion;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.household.CreateHousehold;
import io.prorata.application.imports.ImportBankFile;
import io.prorata.application.imports.ImportReport;
import io.prorata.application.port.Actor;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * How many rows of a bank file are taken into empty books in a second, the program started: the same file several times, each time into
 * a database of its own, so that the first time shows a program that has just started and the others one that has run for a while.
 */
final class ImportBench {

    private ImportBench() {}

    /** @param arguments the file, the currency of its amounts, and how many times */
    public static void main(String... arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Currency currency = Currency.getInstance(arguments[1]);
        int times = Integer.parseInt(arguments[2]);
        System.out.println("| import | rows | ms | rows/s | aim, rows/s | heap at most so far, MiB |");
        System.out.println("|---|---:|---:|---:|---:|---:|");
        try (var scratch = new Scratch()) {
            for (int time = 1; time <= times; time++) {
                System.err.println("import " + time);
                measure(time, file, currency, scratch.file("prorata.db"), System.out);
                if (time == times) {
                    alone(scratch);
                }
                scratch.empty();
            }
        }
    }

    /** What bounds it: the rows go into a table with seven indexes. */
    private static void alone(Scratch scratch) {
        long millis = SqliteAlone.copy(scratch.file("prorata.db"), scratch.file("copy.db"));
        System.out.printf("| SQLite by itself, the same rows into the same table | | %,d | | | |%n", millis);
    }

    private static void measure(int time, Path file, Currency currency, Path books, PrintStream out) {
        SqliteDatabase database = SqliteDatabase.own(books, DatabaseLock.of(books));
        try {
            var work = new JooqUnitOfWork(database, Clock.systemUTC(), new SecureRandom(), CodeVersion.CURRENT);
            HouseholdId household = new CreateHousehold(work)
                    .create(
                            Actor.COMMAND_LINE,
                            new Household(
                                    "Bench",
                                    currency,
                                    ZoneOffset.UTC,
                                    List.of(new Member(new MemberKey("ann"), "Ann"))));
            var command = new ImportBankFile.Command(
                    new BankFile(file.toString(), () -> Files.newInputStream(file)),
                    ReadOptions.parse(Map.of()),
                    Progress.NONE);
            long start = System.nanoTime();
            ImportReport report = new ImportBankFile(new BankFileReaders(), work, Clock.systemUTC())
                    .importFile(household, Actor.COMMAND_LINE, command)
                    .result();
            long millis = (System.nanoTime() - start) / 1_000_000;
            out.printf(
                    "| %s | %,d | %,d | %,d | 60,000 | %,d |%n",
                    time == 1 ? "the first since the start" : "the next",
                    report.added(),
                    millis,
                    report.added() * 1000L / millis,
                    peakHeap() >> 20);
        } finally {
            database.close();
        }
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(java.lang.management.MemoryUsage::getUsed)
                .sum();
    }
}
