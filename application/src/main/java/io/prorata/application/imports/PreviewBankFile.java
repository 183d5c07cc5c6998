package io.prorata.application.imports;

import io.prorata.application.port.BankFiles;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.util.OptionalLong;

/** Shows what an import would do, without storing anything. */
public final class PreviewBankFile {

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
        OpenedFile opened = OpenedFile.of(household, files, work, clock, command);
        ImportReport report = turns.take(
                household,
                () -> work.read(
                        household,
                        books -> ImportMatcher.of(
                                household,
                                books,
                                OptionalLong.empty(),
                                ImportMatcher.Keeper.none(command.correct()),
                                opened.command(),
                                opened.reader())));
        return report.readBy(opened.used());
    }
}
