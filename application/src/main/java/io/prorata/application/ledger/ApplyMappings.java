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
import io.prorata.domain.mapping.CategoryUse;
import io.prorata.domain.plan.PlanBook;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Applies the current rules to existing rows. A person's choice stays. Rows that no rule types any more are typed as new ones: money received
 * is a refund where the household has spent and never received income. An income or a refund that is there stays one.
 */
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
            List<RuledGroup> open = new ArrayList<>();
            for (RuledGroup group : books.ledger().ruledGroups(household)) {
                boolean ruled =
                        typing.ruled(group.category(), group.subcategory()).isPresent();
                if (!ruled && group.received()) {
                    open.add(group);
                    continue;
                }
                ExpenseType type = typing.of(group.sign(), group.category(), group.subcategory());
                if (type != group.type()) {
                    months.addAll(books.ledger().retype(household, group, type));
                    rows += group.rows();
                }
            }
            // After the others, because a refund is told by what has been spent. An income that is there is one,
            // whatever else is there.
            open.removeIf(group -> group.type() == ExpenseType.INCOME);
            if (!open.isEmpty()) {
                CategoryUse use = books.ledger().categoryUse(household);
                for (RuledGroup group : open) {
                    ExpenseType type = typeOfReceived(group, use);
                    if (type != group.type()) {
                        months.addAll(books.ledger().retype(household, group, type));
                        rows += group.rows();
                    }
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

    private static ExpenseType typeOfReceived(RuledGroup group, CategoryUse use) {
        boolean isRefund = group.type() == ExpenseType.VARIABLE
                ? use.hasSpentIn(group.category())
                : use.isRefundIn(group.category());
        return isRefund ? ExpenseType.VARIABLE : ExpenseType.INCOME;
    }
}
