package io.prorata.application.ledger;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Ledger.RuledGroup;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.mapping.CategoryMapping.Typing;
import io.prorata.domain.plan.PlanBook;
import java.time.YearMonth;
import java.util.SortedSet;
import java.util.TreeSet;

/** Applies the current rules to existing rows. A person's choice stays. */
public final class ApplyMappings {

    private final UnitOfWork work;

    public ApplyMappings(UnitOfWork work) {
        this.work = work;
    }

    /** The number of changed rows, and their months. */
    public record Applied(long rows, SortedSet<YearMonth> months) {}

    public Committed<Applied> apply(HouseholdId household, Actor actor) {
        return work.write(household, actor, books -> {
            Typing typing = books.mappings().get(household).typing();
            PlanBook before = books.plans().book(household);
            long rows = 0;
            SortedSet<YearMonth> months = new TreeSet<>();
            for (RuledGroup group : books.ledger().ruledGroups(household)) {
                ExpenseType type = typing.of(group.sign(), group.category(), group.subcategory());
                if (type != group.type()) {
                    months.addAll(books.ledger().retype(household, group, type));
                    rows += group.rows();
                }
            }
            var applied = new Applied(rows, Change.months(months));
            return new Decision<>(
                    applied,
                    new Change.MappingApplied(
                            applied.months(), LinkedRows.in(household, books, before, applied.months())),
                    AuditEntry.added("mapping applied", applied));
        });
    }
}
