package io.prorata.application.memory;

import io.prorata.application.export.HouseholdExports;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Store;
import io.prorata.application.port.UnitOfWork;
import java.time.Clock;
import java.util.ServiceLoader;
import java.util.SplittableRandom;

/** Empty books for tests of what stands before them: in memory, unless whoever runs the tests brings others. */
public interface TestBooks extends AutoCloseable {

    UnitOfWork work();

    Snapshots snapshots();

    Store store();

    HouseholdExports exports();

    /** Returns whether the use cases over these books are made by the program, or else by whoever tests. */
    boolean isOfProgram();

    @Override
    void close();

    /** Makes books; a service that {@link ServiceLoader} finds. */
    interface Maker {
        TestBooks make(Clock clock);
    }

    /** Makes books. */
    static TestBooks make(Clock clock) {
        return ServiceLoader.load(Maker.class)
                .findFirst()
                .map(maker -> maker.make(clock))
                .orElseGet(() -> InMemory.make(clock));
    }

    /** Books in memory. */
    record InMemory(InMemoryBooks books) implements TestBooks {

        static TestBooks make(Clock clock) {
            return new InMemory(new InMemoryBooks(clock, new SplittableRandom(7)));
        }

        @Override
        public UnitOfWork work() {
            return books;
        }

        @Override
        public Snapshots snapshots() {
            return books;
        }

        @Override
        public Store store() {
            return books;
        }

        @Override
        public HouseholdExports exports() {
            return new InMemoryExports(books);
        }

        @Override
        public boolean isOfProgram() {
            return false;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
