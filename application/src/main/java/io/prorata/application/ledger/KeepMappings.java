package io.prorata.application.ledger;

import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.application.request.Precondition;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.mapping.CategoryMapping;

/** Replaces the category rules. Existing rows keep their type until the rules are applied to them. */
public final class KeepMappings {

    private final UnitOfWork work;

    public KeepMappings(UnitOfWork work) {
        this.work = work;
    }

    /** @throws RefusedException if {@code expected} is overtaken */
    public Committed<CategoryMapping> keep(
            HouseholdId household, Actor actor, Precondition expected, CategoryMapping mapping) {
        return work.write(household, actor, books -> {
            expected.check(books.revisions().stampOf(household, ShowMappings.SCOPES));
            CategoryMapping before = books.mappings().get(household);
            books.mappings().keep(household, mapping);
            return new Decision<>(
                    mapping, new Change.CategoriesMapped(), AuditEntry.changed("categories mapped", before, mapping));
        });
    }
}
