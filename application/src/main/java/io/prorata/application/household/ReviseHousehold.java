package io.prorata.application.household;

import io.prorata.application.port.Actor;
import io.prorata.application.port.AuditEntry;
import io.prorata.application.port.Books;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.BrokenRules;
import io.prorata.application.request.PatchField;
import io.prorata.application.request.Precondition;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Changes the household's name, currency, zone or list of members. */
public final class ReviseHousehold {

    private final UnitOfWork work;

    public ReviseHousehold(UnitOfWork work) {
        this.work = work;
    }

    /**
     * Applies {@code revision} to the settings as they are.
     *
     * @param settleSince the first month that settling up looks at
     *
     * @throws RefusedException if {@code expected} is overtaken, the currency is fixed, or a member who leaves is named by the plan
     */
    public Committed<HouseholdSettings> revise(
            HouseholdId household,
            Actor actor,
            Precondition expected,
            UnaryOperator<Household> revision,
            PatchField<YearMonth> settleSince) {
        return work.write(household, actor, books -> {
            expected.check(books.revisions().stampOf(household, HouseholdSettings.SCOPES));
            HouseholdSettings was = HouseholdSettings.of(household, books);
            Household before = was.household();
            Household after = BrokenRules.at("/members", () -> revision.apply(before));
            requireAllowed(household, books, before, after);
            books.households().keep(household, after);
            Optional<YearMonth> since = Optional.ofNullable(
                    settleSince.over(was.settleSince().orElse(null)));
            Optional<YearMonth> moved = since.equals(was.settleSince())
                    ? Optional.empty()
                    : Stream.concat(since.stream(), was.settleSince().stream()).min(YearMonth::compareTo);
            moved.ifPresent(any -> books.accounts().settleSince(household, since));
            var is = new HouseholdSettings(after, was.pot(), since);
            return new Decision<>(
                    is, new Change.HouseholdRevised(moved), AuditEntry.changed("household revised", was, is));
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
