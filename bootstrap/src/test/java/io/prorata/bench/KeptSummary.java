package io.prorata.bench;

import io.prorata.adapter.cache.CaffeineCalculations;
import io.prorata.adapter.persistence.JooqSnapshots;
import io.prorata.adapter.persistence.JooqUnitOfWork;
import io.prorata.adapter.persistence.sqlite.DatabaseLock;
import io.prorata.adapter.persistence.sqlite.SqliteDatabase;
import io.prorata.adapter.web.build.CodeVersion;
import io.prorata.application.cache.Features;
import io.prorata.application.cache.TieredViewCache;
import io.prorata.application.cache.Tiers;
import io.prorata.application.port.Views;
import io.prorata.application.query.SlimSummaryQuery;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.view.Document;
import io.prorata.application.view.DocumentVersion;
import io.prorata.application.view.StampAtRevision;
import io.prorata.bootstrap.composition.ServerRenderer;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Books of one month of 120 rows in a file, and the month's summary as the server writes it, for a tier to keep. */
final class KeptSummary implements AutoCloseable {

    private static final int ROWS = 120;

    /** Longer than anything is measured. */
    private static final Duration LIFE = Duration.ofDays(1);

    private static final long CALCULATIONS_BYTES = 1024 * 1024;

    private final Path folder;
    private final SqliteDatabase database;
    private final ServerRenderer rendering = ServerRenderer.make();
    private final TieredViewCache views;
    private final HouseholdId household;
    private final ViewQuery query = new SlimSummaryQuery(BigBooks.LAST);
    private final DocumentVersion edition;
    private final Document document;

    KeptSummary() {
        folder = newFolder();
        Path file = folder.resolve("books.db");
        database = SqliteDatabase.own(file, DatabaseLock.of(file));
        var work = new JooqUnitOfWork(database, Clock.systemUTC(), new SecureRandom(), CodeVersion.CURRENT);
        household = BigBooks.fill(work, 1, ROWS);
        JooqSnapshots snapshots = work.snapshots();
        var noTiers = new Tiers(List.of(), new CaffeineCalculations(CALCULATIONS_BYTES));
        views = new TieredViewCache(snapshots, noTiers, rendering.renderer(), new Features(), Clock.systemUTC());
        document = compute();
        StampAtRevision now = snapshots.stampAtRevision(household, query.scopes());
        edition =
                new DocumentVersion(now.revision().epoch(), rendering.renderer().version(), now.stamp());
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("tier-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    SqliteDatabase database() {
        return database;
    }

    /** Computes it as for somebody who wants nothing that is kept. */
    Document compute() {
        return views.compute(household, query).document();
    }

    void keepIn(Views tier) {
        tier.keep(household, query, edition, document, LIFE);
    }

    boolean isIn(Views tier) {
        return tier.find(household, query, edition).isPresent();
    }

    /** Returns what the tier has. A miss is an error: it is quick, and would be taken for a quick hit. */
    Document findIn(Views tier) {
        return tier.find(household, query, edition).orElseThrow();
    }

    @Override
    public void close() throws IOException {
        rendering.close();
        database.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
