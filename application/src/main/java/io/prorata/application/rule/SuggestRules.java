package io.prorata.application.rule;

import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.ReadResult;
import io.prorata.application.sorting.HouseholdRules;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.sorting.CategorySuggestions;
import io.prorata.domain.sorting.CategorySuggestions.Suggestion;
import java.util.List;

/** Proposes rules: where people gave the rows of one payee the same category at least three times and never otherwise. */
public final class SuggestRules {

    /** So many rows whose category a person chose are looked at, the latest. */
    public static final int MOST_ROWS = 10_000;

    private final UnitOfWork work;

    public SuggestRules(UnitOfWork work) {
        this.work = work;
    }

    /** Returns the suggestions of most rows first. */
    public ReadResult<List<Suggestion>> suggest(HouseholdId household) {
        return work.read(household, books -> {
            var rules = HouseholdRules.of(household, books, books.plans().accounts(household));
            return ReadResult.of(
                    books,
                    household,
                    CategorySuggestions.of(books.ledger().categorisedByPersons(household, MOST_ROWS), rules),
                    Stamp.NEVER);
        });
    }
}
