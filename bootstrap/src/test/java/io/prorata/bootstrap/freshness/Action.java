package io.prorata.bootstrap.freshness;

import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.household.HouseholdId;
import java.util.function.BiConsumer;

/**
 * Something a person does to a household's books. Everything about it is settled beforehand, so that it can be done again to other books
 * and comes to the same.
 */
record Action(String name, BiConsumer<UnitOfWork, HouseholdId> doing) {

    void on(UnitOfWork work, HouseholdId household) {
        doing.accept(work, household);
    }
}
