package io.prorata.application.rule;

import io.prorata.application.port.Books;
import io.prorata.application.port.Rules;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;

/** Finds rules. */
final class RuleLookup {

    /** Of the list of rules and its order. */
    static final ViewScopes SCOPES = ViewScopes.of(new Scope.Mapping());

    private RuleLookup() {}

    /** @throws RefusedException if there is no such rule */
    static Rules.Entry of(HouseholdId household, Books books, long id) {
        return books.rules().all(household).stream()
                .filter(entry -> entry.rule().id() == id)
                .findFirst()
                .orElseThrow(() -> new RefusedException(new Refusal.UnknownRule(id)));
    }

    static Stamp stamp(HouseholdId household, Books books, Rules.Entry entry) {
        return books.revisions().stampAt(household, entry.changedAt());
    }
}
