package io.prorata.application.household;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.Precondition;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes the household's name, currency, zone or list of members. */
public final class ReviseHousehold {

    /** So many rows that name a member are listed where the member cannot be removed. */
    public static final int MOST_ROWS_SAID = 10;

    private final UnitOfWork work;

    public ReviseHousehold(UnitOfWork work) {
        this.work = work;
    }

    /**
     * Replaces the settings by {@code after}, except for the pot.
     *
     * @param expected the state that {@code after} was made from
     * @throws RefusedException if {@code expected} is overtaken, the currency is fixed, or anything names a member who leaves
     */
    public Committed<HouseholdSettings> revise(
            HouseholdId household,
            Actor actor,
            Precondition expected,
            Household after,
            Optional<YearMonth> settleSince) {
        return work.write(household, actor, books -> {
            expected.check(books.revisions().stampOf(household, HouseholdSettings.SCOPES));
            HouseholdSettings was = HouseholdSettings.of(household, books);
            requireAllowed(household, books, was.household(), after);
            books.households().keep(household, after);
            Optional<YearMonth> moved = settleSince.equals(was.settleSince())
                    ? Optional.empty()
                    : Stream.concat(settleSince.stream(), was.settleSince().stream())
                            .min(YearMonth::compareTo);
            moved.ifPresent(any -> books.accounts().settleSince(household, settleSince));
            var is = new HouseholdSettings(after, was.pot(), settleSince);
            return new Decision<>(
                    is, new Change.HouseholdRevised(moved), AuditEntry.changed("household revised", was, is));
        });
    }

    private static void requireAllowed(HouseholdId household, Books books, Household before, Household after) {
        if (!after.currency().equals(before.currency()) && books.households().holdAmounts(household)) {
            throw new RefusedException(new Refusal.CurrencyFixed(before.currency()));
        }
        before.members().stream()
                .map(Member::key)
                .filter(key -> !after.has(key))
                .forEach(key -> requireUnnamed(household, books, key));
    }

    private static void requireUnnamed(HouseholdId household, Books books, MemberKey member) {
        var named = MemberUse.of(household, books, member, MOST_ROWS_SAID).ids();
        if (!named.isEmpty()) {
            throw new RefusedException(new Refusal.MemberInUse(member, named));
        }
    }
}
