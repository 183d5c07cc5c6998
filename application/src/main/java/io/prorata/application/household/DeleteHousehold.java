package io.prorata.application.household;

import io.prorata.application.cache.TieredViewCache;
import io.prorata.application.cache.Warmer;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;

/**
 * Deletes a household with all its data: books, audit, tokens, imports, and finished documents in every tier. Only a backup can restore it.
 * So the name has to be stated, and the state has to be that of the backup.
 */
public final class DeleteHousehold {

    private final UnitOfWork work;
    private final TieredViewCache views;
    private final Warmer warmer;

    public DeleteHousehold(UnitOfWork work, TieredViewCache views, Warmer warmer) {
        this.work = work;
        this.views = views;
        this.warmer = warmer;
    }

    /**
     * What to delete.
     *
     * @param name of the household, as stated by the user
     * @param revision of the household in its backup
     */
    public record Command(String name, long revision) {}

    /**
     * @throws RefusedException if the household is unknown, has another name, or has changed since the backup
     */
    public void delete(HouseholdId household, Command command) {
        work.remove(household, books -> {
            Household settings = books.households().get(household);
            if (!settings.name().equals(command.name())) {
                throw new RefusedException(new Refusal.BrokenRule(
                        "name", "the household " + household + " is called " + settings.name() + "; type that name"));
            }
            if (books.revisions().current(household).number() != command.revision()) {
                throw new RefusedException(new Refusal.ChangedSinceBackup(household));
            }
        });
        views.forget(household);
        warmer.forget(household);
    }
}
