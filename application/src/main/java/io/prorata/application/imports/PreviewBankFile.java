package io.prorata.application.imports;

import io.prorata.application.port.BankFiles;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.OptionalLong;

/** Shows what an import would do, and does nothing. */
public final class PreviewBankFile {

    private final BankFiles files;
    private final UnitOfWork work;
    private final Clock clock;

    public PreviewBankFile(BankFiles files, UnitOfWork work, Clock clock) {
        this.files = files;
        this.work = work;
        this.clock = clock;
    }

    /** @throws RefusedException for whatever the import would refuse */
    public ImportReport preview(HouseholdId household, ImportBankFile.Command command) {
        Currency currency =
                work.read(household, books -> books.households().get(household).currency());
        var reader = files.open(command.file(), command.options(), currency);
        ImportMatcher.requirePast(reader, command.options(), LocalDate.now(clock));
        return work.read(
                household,
                books -> ImportMatcher.of(
                        household,
                        books,
                        OptionalLong.empty(),
                        ImportMatcher.Keeper.none(command.correct()),
                        command,
                        reader));
    }
}
