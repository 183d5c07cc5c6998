package io.prorata.application.freshness;

import static io.prorata.application.Examples.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.freshness.AnyChange.Done;
import io.prorata.application.freshness.AnyChange.Kind;
import io.prorata.application.port.Renderer;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.query.ViewQuery;
import io.prorata.application.view.Document;
import io.prorata.application.view.Snapshot;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What books, whoever keeps them, promise to whoever keeps views of them. */
public interface FreshnessContract {

    /** Books, their reading side, and whoever writes down what is shown of them. */
    record Shelf(UnitOfWork work, Snapshots snapshots, Renderer renderer) {}

    /** Returns new books without any household. */
    Shelf shelf();

    /** How many households to try. */
    int seeds();

    @Test
    default void whateverChangesAViewChangesItsStampAndNothingElseDoes() {
        for (long seed = 0; seed < seeds(); seed++) {
            live(shelf(), seed);
        }
    }

    /**
     * Lets a household live through random changes and looks at every view after each.
     *
     * @return the kinds of change that changed any view
     */
    static Set<Kind> live(Shelf shelf, long seed) {
        return live(shelf, seed, null);
    }

    /** @param often a kind that is drawn more often than the others, if there is one */
    static Set<Kind> live(Shelf shelf, long seed, @Nullable Kind often) {
        HouseholdId household = found(shelf.work());
        var changes = new AnyChange(shelf.work(), household, new SplittableRandom(seed), often);
        if (seed % 2 == 0) {
            // Without a config nobody has a share, and nobody owes anything.
            changes.begin();
        }
        Map<Kept, Document> kept = new HashMap<>();
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        Map<Look, Shown> before = look(shelf, household, seed);
        for (int step = 0; step < 12; step++) {
            Done done = changes.make();
            Map<Look, Shown> after = look(shelf, household, seed);
            String example = "seed " + seed + ", step " + step + ": " + done.kind();
            for (Look look : after.keySet()) {
                Shown last = Objects.requireNonNull(before.get(look));
                Shown shown = Objects.requireNonNull(after.get(look));
                Document earlier = kept.putIfAbsent(new Kept(look.query(), shown.stamp()), shown.document());
                assertTrue(
                        earlier == null || earlier.equals(shown.document()),
                        () -> example + " left the stamp of " + look);
                if (!last.document().equals(shown.document())) {
                    seen.add(done.kind());
                    assertTrue(!last.stamp().equals(shown.stamp()), () -> example + " left the stamp of " + look);
                }
                if (look.months().stream().noneMatch(done.months())) {
                    assertEquals(last, shown, () -> example + " touched " + look);
                }
            }
            before = after;
        }
        return seen;
    }

    /** A view that is looked at, and the months it shows something of. */
    record Look(Set<YearMonth> months, ViewQuery query) {}

    /** A view with the stamp of the same moment. */
    record Shown(Stamp stamp, Document document) {}

    /** Under what a tier would keep a view. */
    record Kept(ViewQuery query, Stamp stamp) {}

    private static Map<Look, Shown> look(Shelf shelf, HouseholdId household, long seed) {
        Map<Look, Shown> shown = new HashMap<>();
        for (YearMonth month : AnyChange.MONTHS) {
            for (Look look : looks(month, seed)) {
                Snapshot snapshot =
                        shelf.snapshots().take(household, look.query().request());
                Stamp stamp = snapshot.stampAtRevision().stamp();
                assertEquals(
                        stamp,
                        shelf.snapshots()
                                .stampAtRevision(household, look.query().scopes())
                                .stamp());
                shown.put(
                        look,
                        new Shown(stamp, shelf.renderer().render(look.query().answer(snapshot))));
            }
        }
        return shown;
    }

    /** Returns the dashboard, and two other views, others for each household: all of them for each would take long. */
    private static List<Look> looks(YearMonth month, long seed) {
        List<Look> all = ViewQuery.types().stream()
                .map(type -> type.of(month))
                .map(query -> new Look(shown(query), query))
                .toList();
        int others = all.size() - 1;
        int first = (int) (seed * 2 % others);
        return List.of(all.getFirst(), all.get(1 + first), all.get(1 + (first + 1) % others));
    }

    private static Set<YearMonth> shown(ViewQuery query) {
        Set<YearMonth> months = new HashSet<>(query.scopes().ledgers());
        months.add(query.month());
        query.scopes().ledgersUpTo().ifPresent(last -> months.addAll(upTo(last)));
        return months;
    }

    private static Set<YearMonth> upTo(YearMonth last) {
        return AnyChange.MONTHS.stream().filter(month -> !month.isAfter(last)).collect(Collectors.toSet());
    }
}
