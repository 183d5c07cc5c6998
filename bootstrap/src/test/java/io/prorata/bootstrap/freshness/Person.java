package io.prorata.bootstrap.freshness;

import io.prorata.application.Examples;
import io.prorata.application.dashboard.ShowDashboard;
import io.prorata.application.dashboard.WaitingReader;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.Tokens;
import io.prorata.application.request.Access;
import io.prorata.application.view.KnownDocuments;
import io.prorata.application.view.ViewQuery;
import io.prorata.bootstrap.freshness.History.Ending;
import io.prorata.bootstrap.freshness.History.Read;
import io.prorata.bootstrap.freshness.History.Wrote;
import io.prorata.bootstrap.freshness.Stage.Node;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Somebody who looks at their household's figures and changes its books, one thing after another, now at this node and now at that. */
final class Person {

    private static final int SOMEBODY_ELSE = 1_000_000;

    private int id;
    private final HouseholdId household;
    private final Access access;
    private final List<ViewQuery> views;
    private final AnyAction actions;
    private final SplittableRandom random;
    private final Map<Integer, Held> held = new HashMap<>();
    private final List<Read> reads = new ArrayList<>();
    private final List<Wrote> writes = new ArrayList<>();

    /** A document somebody has, and its tag. */
    private record Held(String tag, long body) {}

    Person(int id, HouseholdId household, List<ViewQuery> views, AnyAction actions, SplittableRandom random) {
        this.id = id;
        this.household = household;
        this.access = new Access(household, Tokens.TokenScope.WRITE, Examples.ANNA, Currency.getInstance("EUR"));
        this.views = views;
        this.actions = actions;
        this.random = random;
    }

    HouseholdId household() {
        return household;
    }

    /** Does what a household does first. */
    void begin(Node node) {
        var door = new Noted(node.door());
        actions.first().forEach(action -> write(door, action));
    }

    /** @param writesPerMille how many of a thousand operations are writes */
    void act(List<Node> nodes, int times, int writesPerMille, Flaw flaw, BooleanSupplier stopped) {
        List<Noted> doors = nodes.stream().map(node -> new Noted(node.door())).toList();
        for (int i = 0; i < times && !stopped.getAsBoolean(); i++) {
            int at = random.nextInt(nodes.size());
            if (random.nextInt(1_000) < writesPerMille) {
                write(doors.get(at), actions.next(doors.get(at), household));
            } else {
                read(nodes.get(at).dashboard(), flaw);
            }
        }
    }

    /** Looks at every view once. */
    void lookAtAll(Node node) {
        for (int view = 0; view < views.size(); view++) {
            read(node.dashboard(), view, true, Flaw.NONE);
        }
    }

    /** From now on this is another person, who holds nothing yet. */
    void becomeSomebodyElse() {
        id += SOMEBODY_ELSE;
        held.clear();
    }

    /** Hands over what was written down, and goes on with an empty page. */
    void report(History history) {
        history.add(reads, writes);
        reads.clear();
        writes.clear();
    }

    private void write(Noted door, Action action) {
        long invoked = System.nanoTime();
        Ending ending = Ending.OK;
        long made = 0;
        try {
            made = door.made(action, household);
        } catch (RefusedException e) {
            ending = Ending.REFUSED;
        } catch (StoreUnavailableException e) {
            ending = Ending.BUSY;
        } catch (RuntimeException e) {
            ending = Ending.FAILED;
        }
        writes.add(new Wrote(id, invoked, System.nanoTime(), household, action, ending, made));
    }

    private void read(ShowDashboard dashboard, Flaw flaw) {
        // Of two, the later: the months and the screens at the end of the list are looked at most.
        int one = random.nextInt(views.size());
        int other = random.nextInt(views.size());
        read(dashboard, Math.max(one, other), random.nextInt(25) != 0, flaw);
    }

    private void read(ShowDashboard dashboard, int view, boolean useKept, Flaw flaw) {
        ViewQuery query = views.get(view);
        Held mine = random.nextBoolean() ? held.get(view) : null;
        KnownDocuments known = mine == null ? KnownDocuments.NONE : flaw.known(KnownDocuments.of(Set.of(mine.tag())));
        long invoked = System.nanoTime();
        try {
            ShowDashboard.ViewAnswer answer = WaitingReader.show(dashboard, access, query, useKept, known);
            long responded = System.nanoTime();
            String epoch = answer.revision().epoch();
            long body = answer.document()
                    .map(document -> Bodies.hash(document.bytes()))
                    .orElseGet(() -> mine == null ? 0 : mine.body());
            Ending ending = answer.document().isPresent() ? Ending.OK : Ending.UNCHANGED;
            if (ending == Ending.OK) {
                held.put(view, new Held(answer.tag(), body));
            }
            note(invoked, responded, view, ending, epoch, answer.revision().number(), answer.stamp(), body, answer);
        } catch (RefusedException e) {
            note(invoked, System.nanoTime(), view, Ending.REFUSED, null, 0, null, Bodies.hash(e.refusal()), null);
        } catch (StoreUnavailableException e) {
            note(invoked, System.nanoTime(), view, Ending.BUSY, null, 0, null, 0, null);
        } catch (RuntimeException e) {
            note(invoked, System.nanoTime(), view, Ending.FAILED, null, 0, null, Bodies.hash(e), null);
        }
    }

    private void note(
            long invoked,
            long responded,
            int view,
            Ending ending,
            @Nullable String epoch,
            long revision,
            @Nullable Object mark,
            long body,
            ShowDashboard.@Nullable ViewAnswer answer) {
        String from = answer == null ? "none" : answer.origin().said();
        reads.add(new Read(id, invoked, responded, household, view, ending, epoch, revision, mark, body, from));
    }
}
