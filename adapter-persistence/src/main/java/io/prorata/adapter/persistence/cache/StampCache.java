package io.prorata.adapter.persistence.cache;

import io.prorata.application.view.Revision;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.util.HashMap;
import java.util.List;
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
public final class StampCache {

    /** How far one household has come. */
    public record HouseholdStamps(Revision revision, Map<Scope, Stamp> stamps) {

        public HouseholdStamps {
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

        private HouseholdStamps with(Revision next, Set<Scope> stale, Stamp stamp) {
            Map<Scope, Stamp> changed = new HashMap<>(stamps);
            stale.forEach(scope -> changed.put(scope, stamp));
            return new HouseholdStamps(next, changed);
        }
    }

    /** A write, as readers have to be told of it. */
    public record CommittedWrite(HouseholdId household, Revision revision, Set<Scope> stale, Stamp stamp) {}

    /**
     * @param publications how often something began to be kept, was published, or came into doubt
     * @param underWay writes that are being kept just now
     * @param stamps absent until it is read, and while it is in doubt
     */
    private record Entry(
            long publications, int underWay, @Nullable HouseholdStamps stamps) {
        static final Entry UNREAD = new Entry(0, 0, null);

        Entry ended(@Nullable HouseholdStamps now) {
            return new Entry(publications + 1, Math.max(0, underWay - 1), now);
        }

        Optional<HouseholdStamps> known() {
            return underWay > 0 ? Optional.empty() : Optional.ofNullable(stamps);
        }
    }

    /** Beyond so many, households are asked for again: a stamps is a few kilobytes. */
    private final int most;

    private final Map<HouseholdId, Entry> entries = new ConcurrentHashMap<>();

    public StampCache(int most) {
        this.most = most;
    }

    /** Returns how far a view has come, if that is known without asking the database. */
    public Optional<StampAtRevision> known(HouseholdId household, ViewScopes scopes) {
        return known(household).map(known -> known.stampAtRevision(scopes));
    }

    /** Returns how far a view has come; asks {@code database} for the household's stamps only if it is not known. */
    public StampAtRevision stampAtRevision(
            HouseholdId household, ViewScopes scopes, Supplier<HouseholdStamps> database) {
        return stampsAtRevision(household, List.of(scopes), database).getFirst();
    }

    /** As {@link #stampAtRevision}, for several views at one moment. */
    public List<StampAtRevision> stampsAtRevision(
            HouseholdId household, List<ViewScopes> scopes, Supplier<HouseholdStamps> database) {
        HouseholdStamps stamps = known(household).orElseGet(() -> learnt(household, database));
        return scopes.stream().map(stamps::stampAtRevision).toList();
    }

    /** Says nothing of a household from here on, until what is about to be kept is published or in doubt. */
    public void begin(HouseholdId household) {
        entries.compute(household, (id, entry) -> {
            Entry before = entry == null ? Entry.UNREAD : entry;
            return new Entry(before.publications() + 1, before.underWay() + 1, before.stamps());
        });
    }

    /** Publishes a write that is kept for good. */
    public void publish(CommittedWrite write) {
        entries.compute(write.household(), (id, entry) -> {
            Entry before = entry == null ? Entry.UNREAD : entry;
            HouseholdStamps stamps = before.stamps();
            return before.ended(stamps == null ? null : stamps.with(write.revision(), write.stale(), write.stamp()));
        });
    }

    /** Forgets a household whose last write may be kept or not: the database knows. */
    public void forget(HouseholdId household) {
        entries.compute(household, (id, entry) -> (entry == null ? Entry.UNREAD : entry).ended(null));
    }

    private Optional<HouseholdStamps> known(HouseholdId household) {
        return Optional.ofNullable(entries.get(household)).flatMap(Entry::known);
    }

    private HouseholdStamps learnt(HouseholdId household, Supplier<HouseholdStamps> database) {
        long before = entries.getOrDefault(household, Entry.UNREAD).publications();
        HouseholdStamps read = database.get();
        makeRoom();
        entries.compute(household, (id, entry) -> {
            Entry now = entry == null ? Entry.UNREAD : entry;
            boolean nobodyWrote = now.publications() == before && now.underWay() == 0;
            return nobodyWrote && now.stamps() == null ? new Entry(before, 0, read) : now;
        });
        return read;
    }

    /** Forgets standings, not how often something was published: who reads meanwhile must still notice. */
    private void makeRoom() {
        long known = entries.values().stream()
                .filter(entry -> entry.stamps() != null)
                .count();
        if (known >= most) {
            entries.replaceAll((id, entry) -> new Entry(entry.publications(), entry.underWay(), null));
        }
    }
}
