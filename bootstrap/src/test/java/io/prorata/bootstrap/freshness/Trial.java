package io.prorata.bootstrap.freshness;

import io.micronaut.context.ApplicationContext;
import io.prorata.adapter.web.ServerSettings;
import io.prorata.application.Examples;
import io.prorata.application.port.Renderer;
import io.prorata.application.query.ViewQuery;
import io.prorata.bootstrap.freshness.History.Ending;
import io.prorata.bootstrap.freshness.History.Read;
import io.prorata.domain.household.HouseholdId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** People of some households who act at the same time, and the record of it. */
final class Trial {

    /** Writes views down as the program does, for the program and for the oracle. */
    static final Renderer RENDERER = ApplicationContext.builder()
            .properties(new ServerSettings(ServerSettings.LOOPBACK, -1).properties())
            .environmentPropertySource(false)
            .bootstrapEnvironment(false)
            .deduceEnvironment(false)
            .banner(false)
            .start()
            .getBean(Renderer.class);

    static final List<YearMonth> MONTHS = Stream.iterate(YearMonth.of(2024, 1), month -> month.plusMonths(1))
            .limit(5)
            .toList();

    static final List<ViewQuery> VIEWS = AllViews.of(MONTHS);

    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Person> people = new ArrayList<>();
    private final List<HouseholdId> households = new ArrayList<>();

    /** People of households that {@link #begin} is still to found. */
    Trial(int clients, int households, long seed) {
        this(clients, households, seed, MONTHS, VIEWS);
    }

    Trial(int clients, int households, long seed, List<YearMonth> months, List<ViewQuery> views) {
        var random = new SplittableRandom(seed);
        List<AnyAction.Made> made = new ArrayList<>();
        for (int i = 0; i < households; i++) {
            this.households.add(new HouseholdId(i + 1));
            made.add(new AnyAction.Made());
        }
        for (int i = 0; i < clients; i++) {
            int household = i % households;
            people.add(new Person(
                    i,
                    this.households.get(household),
                    views,
                    new AnyAction(months, random.split(), made.get(household)),
                    random.split()));
        }
    }

    /** Founds the households and does what they do first. */
    void begin(Stage stage) {
        for (HouseholdId household : households) {
            if (!Examples.found(stage.work()).equals(household)) {
                throw new IllegalStateException(household + " was to be founded");
            }
        }
        people.subList(0, households.size())
                .forEach(person -> person.begin(stage.nodes().getFirst()));
    }

    /** Lets all people act, each {@code times} times, and returns when they are done. */
    void act(Stage stage, int times, int writesPerMille, Flaw flaw) throws InterruptedException {
        for (Thread person : start(stage, times, writesPerMille, flaw)) {
            person.join();
        }
    }

    /** Lets all people begin to act, each {@code times} times unless they are told to stop. */
    List<Thread> start(Stage stage, int times, int writesPerMille, Flaw flaw) {
        stopped.set(false);
        return people.stream()
                .map(person -> Thread.ofPlatform()
                        .start(() -> person.act(stage.nodes(), times, writesPerMille, flaw, stopped::get)))
                .toList();
    }

    /** Tells all people to stop after what they are doing. Not by interruption: that would reach into what they use. */
    void stop() {
        stopped.set(true);
    }

    List<Person> people() {
        return people;
    }

    /** Returns what has been written down since the last time. */
    History history() {
        var history = new History();
        people.forEach(person -> person.report(history));
        return history;
    }

    /** Returns how many reads each tier has answered. */
    static Map<String, Long> origins(History history) {
        return history.reads().stream().collect(Collectors.groupingBy(Read::from, TreeMap::new, Collectors.counting()));
    }

    /** Says in a line what a record holds. */
    static String told(History history) {
        long made =
                history.writes().stream().filter(write -> write.revision() > 0).count();
        long refused = history.writes().stream()
                .filter(write -> write.ending() == Ending.REFUSED)
                .count();
        return "%,d operations: %,d reads %s; %,d writes, of which %,d changed something and %,d were refused; %,d busy"
                .formatted(
                        history.operations(),
                        history.reads().size(),
                        origins(history),
                        history.writes().size(),
                        made,
                        refused,
                        busy(history));
    }

    /** Returns how many were told to ask again later. */
    static long busy(History history) {
        return history.reads().stream()
                        .filter(read -> read.ending() == Ending.BUSY)
                        .count()
                + history.writes().stream()
                        .filter(write -> write.ending() == Ending.BUSY)
                        .count();
    }

    /** Says how many findings there are of each kind, and one of each. */
    static String told(List<Finding> findings) {
        Map<Finding.Kind, List<Finding>> kinds =
                findings.stream().collect(Collectors.groupingBy(Finding::kind, TreeMap::new, Collectors.toList()));
        return findings.isEmpty()
                ? "nothing found"
                : kinds.entrySet().stream()
                        .map(kind -> kind.getValue().size() + " " + kind.getKey() + ", such as "
                                + kind.getValue().getFirst().what())
                        .collect(Collectors.joining("\n  ", "found:\n  ", ""));
    }
}
