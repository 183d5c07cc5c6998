package io.prorata.bootstrap.freshness;

import io.prorata.application.port.Renderer;
import io.prorata.application.query.ViewQuery;
import io.prorata.bootstrap.freshness.Finding.Kind;
import io.prorata.bootstrap.freshness.History.Ending;
import io.prorata.bootstrap.freshness.History.Read;
import io.prorata.bootstrap.freshness.History.Wrote;
import io.prorata.domain.household.HouseholdId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Holds what people were told against what they had done, after everything is over. */
final class Checker {

    private final List<ViewQuery> views;
    private final Renderer renderer;

    Checker(List<ViewQuery> views, Renderer renderer) {
        this.views = views;
        this.renderer = renderer;
    }

    /** Returns whether to check after round 0, 1, 2 …: a check tells the whole history again, so each is of twice as many rounds. */
    static boolean isDue(int round) {
        return Integer.bitCount(round + 1) == 1;
    }

    /** Returns everything that is wrong with {@code history}. */
    List<Finding> check(History history) {
        return check(history, new History());
    }

    /** As {@link #check(History)}, of books that began with what {@code before} wrote: as they are put back from a backup. */
    List<Finding> check(History history, History before) {
        Map<HouseholdId, List<Read>> reads = history.reads().stream().collect(Collectors.groupingBy(Read::household));
        Map<HouseholdId, List<Wrote>> writes =
                history.writes().stream().collect(Collectors.groupingBy(Wrote::household));
        Map<HouseholdId, List<Wrote>> base = before.writes().stream().collect(Collectors.groupingBy(Wrote::household));
        List<Finding> findings = new ArrayList<>(reads.entrySet().parallelStream()
                .flatMap(entry -> ofHousehold(
                        entry.getKey(),
                        entry.getValue(),
                        writes.getOrDefault(entry.getKey(), List.of()),
                        base.getOrDefault(entry.getKey(), List.of()))
                        .stream())
                .toList());
        findings.addAll(overall(history.reads()));
        return findings;
    }

    /** Returns what is wrong with reads wherever they were made: tags that stand for two documents, and people shown older books. */
    static List<Finding> overall(List<Read> reads) {
        List<Finding> findings = new ArrayList<>();
        Map<Tag, Read> tags = new HashMap<>();
        Map<Reader, Read> last = new HashMap<>();
        reads.stream().sorted(Comparator.comparingLong(Read::invoked)).forEach(read -> {
            if (read.epoch() == null) {
                return;
            }
            Read same = tags.putIfAbsent(new Tag(read.epoch(), read.household(), read.view(), read.mark()), read);
            if (same != null && same.body() != read.body()) {
                findings.add(new Finding(Kind.SAME_TAG_OTHER_BYTES, same + " and " + read));
            }
            Read earlier = last.put(new Reader(read.client(), read.household(), read.epoch()), read);
            if (earlier != null && earlier.revision() > read.revision()) {
                findings.add(new Finding(Kind.BACKWARDS, read + " after " + earlier));
            }
        });
        return findings;
    }

    private record Tag(
            String epoch,
            HouseholdId household,
            int view,
            @Nullable Object mark) {}

    private record Reader(int client, HouseholdId household, String epoch) {}

    /** A view at a revision. */
    private record Moment(long revision, int view) {}

    private List<Finding> ofHousehold(HouseholdId household, List<Read> reads, List<Wrote> writes, List<Wrote> base) {
        List<Finding> findings = new ArrayList<>();
        writes.stream()
                .filter(write -> write.ending() == Ending.FAILED)
                .forEach(write -> findings.add(new Finding(Kind.FAILED, write.toString())));
        TreeMap<Long, Wrote> told = new TreeMap<>();
        made(base).forEach(write -> told.put(write.revision(), write));
        long began = told.isEmpty() ? 1 : told.lastKey();
        made(writes).forEach(write -> {
            if (told.put(write.revision(), write) != null) {
                findings.add(new Finding(Kind.UNTOLD, "two writes made " + write.revision() + ": " + write));
            }
        });
        var acknowledged = new Steps(made(writes), Wrote::responded);
        var begun = new Steps(made(writes), Wrote::invoked);
        Map<Moment, Long> expected = new HashMap<>();
        for (Read read : reads) {
            if (read.ending() == Ending.FAILED || read.ending() == Ending.UNKNOWN) {
                findings.add(new Finding(Kind.FAILED, read.toString()));
            } else if (read.ending() != Ending.BUSY) {
                long first = Math.max(began, acknowledged.before(read.invoked()));
                long last = Math.max(began, begun.before(read.responded()));
                if (read.ending() == Ending.REFUSED) {
                    for (long revision = first; revision <= last; revision++) {
                        expected.put(new Moment(revision, read.view()), 0L);
                    }
                } else if (read.revision() < first) {
                    findings.add(new Finding(Kind.STALE, read + ", although " + first + " had been acknowledged"));
                } else if (read.revision() > last) {
                    findings.add(new Finding(Kind.NEVER_WAS, read + ", although no more than " + last + " was begun"));
                }
                if (read.ending() != Ending.REFUSED) {
                    expected.put(new Moment(read.revision(), read.view()), 0L);
                }
            }
        }
        tellAgain(household, told.values(), expected, findings);
        for (Read read : reads) {
            if (read.ending() == Ending.REFUSED) {
                long first = Math.max(began, acknowledged.before(read.invoked()));
                long last = Math.max(began, begun.before(read.responded()));
                boolean right = false;
                for (long revision = first; revision <= last; revision++) {
                    right |= at(expected, revision, read) == read.body();
                }
                if (!right) {
                    findings.add(new Finding(Kind.WRONG, read + ", " + views.get(read.view())));
                }
            } else if (read.epoch() != null && at(expected, read.revision(), read) != read.body()) {
                findings.add(new Finding(Kind.WRONG, read + ", " + views.get(read.view())));
            }
        }
        return findings;
    }

    private static long at(Map<Moment, Long> expected, long revision, Read read) {
        return Objects.requireNonNull(expected.get(new Moment(revision, read.view())));
    }

    /** Tells the writes again, one after the other, and fills in what every view asked for had to be. */
    private void tellAgain(
            HouseholdId household, Collection<Wrote> writes, Map<Moment, Long> expected, List<Finding> findings) {
        TreeMap<Long, Set<Moment>> asked = new TreeMap<>();
        expected.keySet()
                .forEach(moment -> asked.computeIfAbsent(moment.revision(), revision -> new HashSet<>())
                        .add(moment));
        var oracle = new Oracle(household, renderer);
        fill(oracle, asked, expected);
        for (Wrote write : writes) {
            if (!oracle.tell(write.action(), write.revision())) {
                findings.add(new Finding(Kind.UNTOLD, "came to " + oracle.revision() + " or was refused: " + write));
                return;
            }
            fill(oracle, asked, expected);
        }
    }

    private void fill(Oracle oracle, Map<Long, Set<Moment>> asked, Map<Moment, Long> expected) {
        asked.getOrDefault(oracle.revision(), Set.of())
                .forEach(moment -> expected.put(moment, oracle.body(views.get(moment.view()))));
    }

    private static List<Wrote> made(List<Wrote> writes) {
        return writes.stream().filter(write -> write.revision() > 0).toList();
    }

    /** The highest revision up to each moment. */
    private static final class Steps {

        private final long[] times;
        private final long[] highest;

        Steps(List<Wrote> writes, ToLongFunction<Wrote> time) {
            List<Wrote> sorted =
                    writes.stream().sorted(Comparator.comparingLong(time)).toList();
            times = new long[sorted.size()];
            highest = new long[sorted.size()];
            long most = 0;
            for (int i = 0; i < times.length; i++) {
                most = Math.max(most, sorted.get(i).revision());
                times[i] = time.applyAsLong(sorted.get(i));
                highest[i] = most;
            }
        }

        /** Returns the highest revision of a write strictly before {@code moment}, 0 if there is none. */
        long before(long moment) {
            int low = 0;
            int high = times.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (times[middle] < moment) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low == 0 ? 0 : highest[low - 1];
        }
    }
}
