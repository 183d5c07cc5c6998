package io.prorata.application.member;

import io.prorata.application.member.MemberWrites.Touched;
import io.prorata.application.port.Actor;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.renaming.MemberRenaming;

/**
 * Gives a member another key in everything that names one: configs, bills, provisions, movements, budgets, accounts, settlements, rules and
 * rows. No amount changes. The history keeps the key that there was.
 */
public final class RenameMember {

    private final UnitOfWork work;

    public RenameMember(UnitOfWork work) {
        this.work = work;
    }

    /**
     * @param from the key as it is
     * @param to a key that no member has
     * @param dryRun whether to say only what would become of it
     */
    public record Command(MemberKey from, MemberKey to, boolean dryRun) {}

    /** What became of it, or would. */
    public record Renamed(MemberKey from, MemberKey to, boolean dryRun, Touched touched) {}

    /** What the audit keeps of it. */
    private record Renaming(MemberKey key, Touched touched) {}

    /**
     * @throws RefusedException if nobody has the former key, another member has the new one (two members do not become one), or too many rows
     *     name the member
     */
    public Committed<Renamed> rename(HouseholdId household, Actor actor, Command command) {
        return work.write(household, actor, books -> {
            MemberWrites writes =
                    MemberWrites.of(household, books, new MemberRenaming(command.from(), command.to()), "/from");
            Touched touched = writes.touched();
            var renamed = new Renamed(command.from(), command.to(), command.dryRun(), touched);
            return command.dryRun()
                    ? Decision.unchanged(renamed, Stamp.NEVER)
                    : new Decision<>(
                            renamed,
                            writes.make(),
                            AuditEntry.changed(
                                    "member renamed",
                                    new Renaming(command.from(), touched),
                                    new Renaming(command.to(), touched)));
        });
    }
}
