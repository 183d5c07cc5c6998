package io.prorata.application.ledger;

import io.prorata.application.port.Books;
import io.prorata.application.request.BrokenRules;
import io.prorata.application.sorting.HouseholdRules;
import io.prorata.application.sorting.RowSorting;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.CategoryMapping.Typing;
import java.util.List;
import java.util.function.LongSupplier;

/** A row that somebody enters, before it is in the books. */
public final class NewRow {

    private NewRow() {}

    /**
     * Returns the row that {@code command} becomes, with names as they are spelled in the books. Nothing is written.
     *
     * @param id asked for once all that it names is known to be there
     * @throws io.prorata.domain.RefusedException naming what is not
     */
    public static Transaction of(
            HouseholdId household,
            Household settings,
            Books books,
            RecordTransaction.Command command,
            LongSupplier id) {
        command.attribution().requireKnown(household, settings, books);
        RecordTransaction.Command spelled = command.spelled(
                KnownNames.ofCategories(household, books.ledger()),
                // Most rows have none, so the tags of all rows are not read for them.
                command.tags().isEmpty() ? KnownNames.of(List.of()) : KnownNames.ofTags(household, books.ledger()));
        Accounts accounts = books.plans().accounts(household);
        Typing typing = books.mappings().get(household, spelled.names()).typing();
        Transaction stated = BrokenRules.at("", () -> spelled.as(id.getAsLong(), typing, accounts));
        return RowSorting.over(household, books, accounts, HouseholdRules.of(household, books, accounts))
                .arrived(List.of(stated))
                .getFirst();
    }
}
