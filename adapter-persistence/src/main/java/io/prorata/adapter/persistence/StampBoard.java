package io.prorata.adapter.persistence;

import io.prorata.application.view.Revision;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * When what last changed, in memory: the one process that owns a database need not ask it.
 *
 * <p>A write is published after its COMMIT, before the next write can begin and before anybody is answered; so whoever has been told of
 * a write finds it here. While the COMMIT is under way, memory says nothing: who reads the database may see the write already, and
 * must not be told afterwards that it has not been. What was read from the database is taken only if nothing was published while it was
 * being read: it might be older.
 */
final class StampBoard {

    /** How far one household has come. */
    record Standing(Revision revision, Map<Scope, Stamp> stamps) {

        Standing {
            stamps = Map.copyOf(stamps);
        }

        StampAtRevision stampAtRevision(ViewScopes scopes) {
            Stamp highest = Stamp.NEVER;
            for (Map.Entry<Scope, Stamp> changed : stamps.entrySet()) {
                if (changed.getValue().revision() > highest.revision() && scopes.include(changed.getKey())) {
                    highest = changed.getValue();
                }
            }
            return new StampAtRevision(highest, revision);
        }

        private Standing with(Revision next, Set<Scope> stale, Stamp stamp) {
            Map<Scope, Stamp> changed = new HashMap<>(stamps);
            stale.forEach(scope -> changed.put(scope, stamp));
            return new Standing(next, changed);
        }
    }

    /** A write, as readers have to be told of it. */
    record Publication(HouseholdId household, Revision revision, Set<Scope> stale, Stamp stamp) {}

    /**
     * @param publications how often something began to be kept, was published, or came into doubt
     * @param underWay writes that are being kept just now
     * @param standing absent until it is read, and while it is in doubt
     */
    private record Slot(
            long publications, int underWay, @Nullable Standing standing) {
        static final Slot UNREAD = new Slot(0, 0, null);

        Slot ended(@Nullable Standing now) {
            return new Slot(publications + 1, Math.max(0, underWay - 1), now);
        }

        Optional<Standing> known() {
            return underWay > 0 ? Optional.empty() : Optional.ofNullable(standing);
        }
    }

    /** Beyond so many, households are asked for again: a standing is a few kilobytes. */
    private final int most;

    private final Map<HouseholdId, Slot> slots = new ConcurrentHashMap<>();

    StampBoard(int most) {
        this.most = most;
    }

    /** Returns how far a view has come, if that is known without asking the database. */
    Optional<StampAtRevision> known(HouseholdId household, ViewScopes scopes) {
        return known(household).map(standing -> standing.stampAtRevision(scopes));
    }

    /** Returns how far a view has come; asks {@code database} for the household's standing only if it is not known. */
    StampAtRevision stampAtRevision(HouseholdId household, ViewScopes scopes, Supplier<Standing> database) {
        return known(household).orElseGet(() -> learnt(household, database)).stampAtRevision(scopes);
    }

    /** Says nothing of a household from here on, until what is about to be kept is published or in doubt. */
    void begin(HouseholdId household) {
        slots.compute(household, (id, slot) -> {
            Slot before = slot == null ? Slot.UNREAD : slot;
            return new Slot(before.publications() + 1, before.underWay() + 1, before.standing());
        });
    }

    /** Publishes a write that is kept for good. */
    void publish(Publication write) {
        slots.compute(write.household(), (id, slot) -> {
            Slot before = slot == null ? Slot.UNREAD : slot;
            Standing standing = before.standing();
            return before.ended(
                    standing == null ? null : standing.with(write.revision(), write.stale(), write.stamp()));
        });
    }

    /** Forgets a household whose last write may be kept or not: the database knows. */
    void forget(HouseholdId household) {
        slots.compute(household, (id, slot) -> (slot == null ? Slot.UNREAD : slot).ended(null));
    }

    private Optional<Standing> known(HouseholdId household) {
        return Optional.ofNullable(slots.get(household)).flatMap(Slot::known);
    }

    private Standing learnt(HouseholdId household, Supplier<Standing> database) {
        long before = slots.getOrDefault(household, Slot.UNREAD).publications();
        Standing read = database.get();
        makeRoom();
        slots.compute(household, (id, slot) -> {
            Slot now = slot == null ? Slot.UNREAD : slot;
            boolean nobodyWrote = now.publications() == before && now.underWay() == 0;
            return nobodyWrote && now.standing() == null ? new Slot(before, 0, read) : now;
        });
        return read;
    }

    /** Forgets standings, not how often something was published: who reads meanwhile must still notice. */
    private void makeRoom() {
        long known =
                slots.values().stream().filter(slot -> slot.standing() != null).count();
        if (known >= most) {
            slots.replaceAll((id, slot) -> new Slot(slot.publications(), slot.underWay(), null));
        }
    }
}
