package io.prorata.application.access;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.Access;
import io.prorata.domain.household.HouseholdId;
import java.util.Optional;

/** Authenticates the operator, who owns the database file and so has access to every household in it. */
public final class AdmitOperator {

    private final UnitOfWork work;

    public AdmitOperator(UnitOfWork work) {
        this.work = work;
    }

    /** Returns full access to a household; empty if there is no such household. */
    public Optional<Access> admit(HouseholdId household) {
        return work.read(
                household,
                books -> books.households().all().stream()
                        .filter(listed -> listed.id().equals(household))
                        .findFirst()
                        .map(listed -> new Access(
                                household,
                                Tokens.TokenScope.ADMIN,
                                Actor.COMMAND_LINE,
                                listed.household().currency())));
    }
}
