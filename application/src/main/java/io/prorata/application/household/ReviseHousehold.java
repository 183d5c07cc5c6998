package io.prorata.application.household;

import io.prorata.application.port.Actor;
import io.prorata.application.port.AuditEntry;
import io.prorata.application.port.Books;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.Precondition;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;

/** Changes the household's name, currency, zone or list of members. */
public final class ReviseHousehold {

    private final UnitOfWork work;

    public ReviseHousehold(UnitOfWork work) {
        this.work = work;
    }

    /**
     * Makes the settings {@code after}.
     *
     * @param expected the state that {@code after} was made from
     * @throws RefusedException if {@code expected} is overtaken, the currency is fixed, or a member who leaves is named by the plan
     */
    public Committed<Household> revise(HouseholdId household, Actor actor, Precondition expected, Household after) {
        return work.write(household, actor, books -> {
            expected.check(books.revisions().stampOf(household, ShowHousehold.SCOPES));
            Household before = books.households().get(household);
            requireAllowed(household, books, before, after);
            books.households().keep(household, after);
            return new Decision<>(
                    after, new Change.HouseholdRevised(), AuditEntry.changed("household revised", before, after));
        });
    }

    private static void requireAllowed(HouseholdId household, Books books, Household before, Household after) {
        if (!after.currency().equals(before.currency()) && books.households().holdAmounts(household)) {
            throw new RefusedException(new Refusal.CurrencyFixed(before.currency()));
        }
        var named = books.households().named(household);
        before.members().stream()
                .map(Member::key)
                .filter(key -> !after.has(key) && named.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new RefusedException(new Refusal.MemberInUse(key));
                });
    }
}
