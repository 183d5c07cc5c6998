package io.prorata.bootstrap.freshness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.Examples;
import io.prorata.application.dashboard.ShowDashboard;
import io.prorata.application.dashboard.WaitingReader;
import io.prorata.application.port.Tokens;
import io.prorata.application.request.Access;
import io.prorata.application.view.ViewQuery;
import io.prorata.bootstrap.freshness.Stage.Setting;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.CategoryAnalysis;
import io.prorata.domain.ledger.ExpenseType;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever changes within thirteen months of a view's month, before or after, leaves the view's bytes or changes its stamp. */
class ThirteenMonthsTest {

    private static final YearMonth MONTH = YearMonth.of(2024, 2);
    private static final int CHANGES = 120;

    private final long seed = System.nanoTime();

    @TempDir
    Path folder;

    private record Kept(ViewQuery view, Stamp stamp) {}

    @Test
    void aChangeLeavesTheBytesOrChangesTheStamp() {
        List<YearMonth> months = Stream.iterate(MONTH.minusMonths(13), month -> month.plusMonths(1))
                .limit(27)
                .toList();
        List<ViewQuery> views = new ArrayList<>(AllViews.of(MONTH).toList());
        views.add(new ViewQuery.Analytics(
                new CategoryAnalysis.Period(MONTH.minusMonths(12), MONTH), Set.of(ExpenseType.values())));
        var actions = new AnyAction(months, new SplittableRandom(seed), new AnyAction.Made());
        try (var stage =
                new Stage(folder.resolve("books.db"), Setting.of(1, Optional.empty(), Flaw.NONE), Trial.RENDERER)) {
            HouseholdId household = Examples.found(stage.work());
            var access = new Access(household, Tokens.TokenScope.READ, Examples.ANNA, Currency.getInstance("EUR"));
            var oracle = new Oracle(household, Trial.RENDERER);
            var door = new Noted(stage.nodes().getFirst().door());
            List<Action> coming = new ArrayList<>(actions.first());
            Map<Kept, Long> kept = new HashMap<>();
            int same = 0;
            for (int i = 0; i < CHANGES; i++) {
                Action action = coming.isEmpty() ? actions.next(door, household) : coming.removeFirst();
                String example = "seed " + seed + ", change " + i + ": " + action.name();
                try {
                    long made = door.made(action, household);
                    assertTrue(made == 0 || oracle.tell(action, made), example);
                } catch (RefusedException e) {
                    continue;
                }
                for (ViewQuery view : views) {
                    ShowDashboard.ViewAnswer answer;
                    try {
                        answer = WaitingReader.show(stage.nodes().getFirst().dashboard(), access, view, true);
                    } catch (RefusedException e) {
                        continue;
                    }
                    long body = Bodies.hash(answer.document().orElseThrow().bytes());
                    assertEquals(oracle.body(view), body, () -> example + ", " + view);
                    Long before = kept.put(new Kept(view, answer.stamp()), body);
                    assertTrue(before == null || before == body, () -> example + " left the stamp of " + view);
                    same += before == null ? 0 : 1;
                }
            }
            assertTrue(same > 0, "every change changed every stamp");
        }
    }
}
