package io.prorata.application.imports;

import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import java.util.Currency;
import java.util.OptionalLong;

/** Shows what an import would do, and does nothing. */
public final class PreviewBankFile {

    private final UnitOfWork work;

    public PreviewBankFile(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException for whatever the import would refuse */
    public InCurrency<ImportReport> preview(HouseholdId household, ImportBankFile.Command command) {
        Currency currency =
                work.read(household, books -> books.households().get(household).currency());
        var reader = BankFileReader.of(command.file(), command.options(), currency);
        return work.read(
                household,
                books -> new InCurrency<>(
                        ImportMatcher.of(
                                household,
                                books,
                                OptionalLong.empty(),
                                ImportMatcher.Keeper.NONE,
                                command.file(),
                                reader,
                                command.progress()),
                        currency));
    }
}
