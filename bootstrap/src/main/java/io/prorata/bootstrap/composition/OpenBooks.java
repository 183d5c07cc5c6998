package io.prorata.bootstrap.composition;

import io.prorata.adapter.persistence.JooqSnapshots;
import io.prorata.adapter.persistence.JooqStoreAudit;
import io.prorata.adapter.persistence.JooqUnitOfWork;
import io.prorata.adapter.persistence.engine.Database;
import io.prorata.adapter.persistence.transfer.HouseholdFounding;
import io.prorata.adapter.web.build.CodeVersion;
import io.prorata.application.port.Snapshots;
import io.prorata.application.verification.VerifyBooks;
import java.security.SecureRandom;
import java.time.Clock;

/** The books in a database, for this version of the code. */
public final class OpenBooks {

    private OpenBooks() {}

    /** Opens the books in {@code database}. */
    public static JooqUnitOfWork in(Database database, Clock clock) {
        return new JooqUnitOfWork(database, clock, new SecureRandom(), CodeVersion.CURRENT);
    }

    /** Returns the reading side of the books in {@code database}. */
    public static Snapshots snapshots(Database database) {
        return new JooqSnapshots(database);
    }

    /** Returns the verification of the books in {@code database}, with documents rendered by {@code rendering}. */
    public static VerifyBooks verification(Database database, ServerRenderer rendering) {
        return new VerifyBooks(new JooqStoreAudit(database), new JooqSnapshots(database), rendering.renderer());
    }

    /** Returns the use case that creates households from exported documents in {@code database}. */
    public static HouseholdFounding founding(Database database) {
        return new HouseholdFounding(database, (audit, made) -> new VerifyBooks(audit).verify(made));
    }
}
