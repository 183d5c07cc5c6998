package io.prorata.bootstrap.composition;

import io.micronaut.context.annotation.Factory;
import io.prorata.application.cache.NotifyingUnitOfWork;
import io.prorata.application.cache.Warmer;
import io.prorata.application.idempotency.ClaimingUnitOfWork;
import io.prorata.application.port.UnitOfWork;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * The use cases by room of the household: for the server as beans, which its controllers ask for; for the command line by these methods. What a
 * use case is made of stands in the class of its room and nowhere else.
 */
public record UseCases(
        AccessBeans access,
        HouseholdBeans household,
        DashboardBeans dashboard,
        LedgerBeans ledger,
        ImportBeans imports) {

    /** Over {@code work} alone, beside which nothing is kept. */
    public static UseCases over(UnitOfWork work, Clock clock) {
        var parts = new UseCaseParts(work, clock);
        return new UseCases(
                new AccessBeans(parts),
                new HouseholdBeans(parts),
                new DashboardBeans(parts),
                new LedgerBeans(parts),
                new ImportBeans(parts));
    }

    /** For a server: the warmer of its views is told of each write. */
    @Factory
    static final class Served {

        @Singleton
        UseCaseParts parts(UnitOfWork work, Warmer warmer, Clock clock) {
            return new UseCaseParts(new NotifyingUnitOfWork(new ClaimingUnitOfWork(work, clock), warmer), clock);
        }
    }
}
