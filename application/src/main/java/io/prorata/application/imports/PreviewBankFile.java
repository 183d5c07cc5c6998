package io.prorata.application.imports;

import io.prorata.application.port.BankFiles;
import io.prorata.application.port.Books;
import io.prorata.application.port.Ledger;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;

/** Shows what an import would do, without storing anything. */
public final class PreviewBankFile {

    /** So often a file is compared before one snapshot is held while it is read. */
    private static final int MOST_ATTEMPTS = 4;

    private final BankFiles files;
    private final UnitOfWork work;
    private final Clock clock;

    private final PreviewTurns turns = new PreviewTurns();

    public PreviewBankFile(BankFiles files, UnitOfWork work, Clock clock) {
        this.files = files;
        this.work = work;
        this.clock = clock;
    }

    /** @throws RefusedException for whatever the import would refuse */
    public ImportReport preview(HouseholdId household, ImportBankFile.Command command) {
        OpenedFile file = OpenedFile.of(household, files, work, clock, command);
        return turns.take(household, () -> previewed(household, file)).readBy(file.used());
    }

    private ImportReport previewed(HouseholdId household, OpenedFile file) {
        for (int attempt = 1; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                ImportMatcher matcher = work.read(household, books -> ImportMatcher.over(household, books, file));
                matcher.read(PreviewBankFile::keepNone);
                return work.read(household, books -> finished(matcher, books));
            } catch (Ledger.OutdatedStageException e) {
                // Somebody has written meanwhile; the file is compared again.
            }
        }
        return work.read(household, books -> {
            ImportMatcher matcher = ImportMatcher.over(household, books, file);
            matcher.read(PreviewBankFile::keepNone);
            return finished(matcher, books);
        });
    }

    private static ImportReport finished(ImportMatcher matcher, Books books) {
        matcher.finish(books, PreviewBankFile::keepNone);
        return matcher.report(OptionalLong.empty(), line -> OptionalLong.empty());
    }

    private static void keepNone(List<ImportMatcher.Placed> lines) {
        // It is a preview.
    }
}
