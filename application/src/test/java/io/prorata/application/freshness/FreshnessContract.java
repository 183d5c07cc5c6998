package io.prorata.application.freshness;

import static io.prorata.application.Examples.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.freshness.AnyChange.Done;
import io.prorata.application.freshness.AnyChange.Kind;
import io.prorata.application.port.Snapshot;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.View;
import io.prorata.application.port.ViewQuery;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What books, whoever keeps them, promise to whoever keeps views of them. */
public interface FreshnessContract {

    /** Books, and their reading side. */
    record Shelf(UnitOfWork work, Snapshots snapshots) {}

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
        HouseholdId household = found(shelf.work());
        var changes = new AnyChange(shelf.work(), household, new SplittableRandom(seed));
        Map<Kept, View> kept = new HashMap<>();
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        Map<Look, Shown> before = look(shelf, household);
        for (int step = 0; step < 12; step++) {
            Done done = changes.make();
            Map<Look, Shown> after = look(shelf, household);
            String example = "seed " + seed + ", step " + step + ": " + done.kind();
            for (Look look : after.keySet()) {
                Shown last = Objects.requireNonNull(before.get(look));
                Shown shown = Objects.requireNonNull(after.get(look));
                View earlier = kept.putIfAbsent(new Kept(look.query(), shown.stamp()), shown.view());
                assertTrue(
                        earlier == null || earlier.equals(shown.view()), () -> example + " left the stamp of " + look);
                if (!last.view().equals(shown.view())) {
                    seen.add(done.kind());
                    assertTrue(!last.stamp().equals(shown.stamp()), () -> example + " left the stamp of " + look);
                }
                if (!done.months().test(look.month())) {
                    assertEquals(last, shown, () -> example + " touched " + look);
                }
            }
            before = after;
        }
        return seen;
    }

    /** A view that is looked at, and the month it is of. */
    record Look(YearMonth month, ViewQuery query) {}

    /** A view with the stamp of the same moment. */
    record Shown(Stamp stamp, View view) {}

    /** Under what a tier would keep a view. */
    record Kept(ViewQuery query, Stamp stamp) {}

    private static Map<Look, Shown> look(Shelf shelf, HouseholdId household) {
        Map<Look, Shown> shown = new HashMap<>();
        for (YearMonth month : AnyChange.MONTHS) {
            for (ViewQuery query : queries(month)) {
                Snapshot snapshot = shelf.snapshots().take(household, query.wanted());
                Stamp stamp = snapshot.glance().stamp();
                assertEquals(
                        stamp,
                        shelf.snapshots().glance(household, query.scopes()).stamp());
                shown.put(new Look(month, query), new Shown(stamp, query.answer(snapshot)));
            }
        }
        return shown;
    }

    /** Views that show nothing but what is of {@code month}. */
    private static List<ViewQuery> queries(YearMonth month) {
        return List.of(new ViewQuery.SlimSummary(month), new ViewQuery.Provisions(month, OptionalLong.empty()));
    }
}
