package io.prorata.bootstrap.freshness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.adapter.persistence.sqlite.Backup;
import io.prorata.bootstrap.freshness.Finding.Kind;
import io.prorata.bootstrap.freshness.History.Read;
import io.prorata.bootstrap.freshness.Stage.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Books of which a copy goes another way: put back from a backup, or copied by hand. What the tiers hold of the one history is never shown
 * in the other; the epoch sees to that, and the nonces see to it again where somebody has copied the file past us.
 */
class PartedHistoriesTest {

    private static final int TIMES = 250;
    private static final int WRITES_PER_MILLE = 200;

    private final long seed = System.nanoTime();

    @TempDir
    Path folder;

    /** What is found in the second history, and between the two. */
    private record Found(List<Finding> inTheSecond, List<Finding> between, History second, int newerEntries) {

        Set<Kind> kinds() {
            return Stream.concat(inTheSecond.stream(), between.stream())
                    .map(Finding::kind)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        }

        String told() {
            return Trial.told(second) + "; " + newerEntries + " entries of the first history were there; in it "
                    + Trial.told(inTheSecond) + "; between the two " + Trial.told(between);
        }
    }

    @Test
    void nothingNewerIsShownAfterABackupIsPutBack() throws Exception {
        Found found = putBack(true, Flaw.NONE);
        System.out.println("put back, seed " + seed + ": " + found.told());
        assertEquals(Set.of(), found.kinds(), () -> "seed " + seed + ": " + found.told());
        assertTrue(found.newerEntries() > 0, "the tiers held nothing newer");
        assertTrue(Trial.origins(found.second()).containsKey("far"), "Redis was not in use");
    }

    /** The nonces keep the figures right even so; but people see the household's revisions run backwards. */
    @Test
    void anEpochThatIsNotRenewedIsCaught() throws Exception {
        Found found = putBack(false, Flaw.NONE);
        System.out.println("epoch not renewed, seed " + seed + ": " + found.told());
        assertEquals(EnumSet.of(Kind.BACKWARDS), found.kinds(), () -> "seed " + seed + ": " + found.told());
    }

    /** The same file twice, each with a server of its own, both with the same Redis: only the nonces tell them apart. */
    @Test
    void twoCopiesOfAFileDoNotShowEachOthersFigures() throws Exception {
        Found found = copied(Flaw.NONE);
        System.out.println("copied, seed " + seed + ": " + found.told());
        assertEquals(Set.of(), found.kinds(), () -> "seed " + seed + ": " + found.told());
    }

    @Test
    void aStampWithoutItsNonceIsCaught() throws Exception {
        Found found = copied(Flaws.stampWithoutNonce());
        System.out.println("stamp without nonce, seed " + seed + ": " + found.told());
        assertTrue(
                found.kinds().contains(Kind.SAME_TAG_OTHER_BYTES),
                () -> "not caught, seed " + seed + ": " + found.told());
    }

    private Found putBack(boolean renewed, Flaw flaw) throws IOException, SQLException, InterruptedException {
        Path books = folder.resolve("books.db");
        Path backup = folder.resolve("backup.db");
        Path again = folder.resolve("again.db");
        var trial = new Trial(4, 2, seed);
        try (var redis = new Redis("64mb")) {
            Setting setting = Setting.of(1, Optional.of(redis.address()), flaw);
            History before;
            History newer;
            try (var stage = new Stage(books, setting, Trial.RENDERER)) {
                trial.begin(stage);
                trial.act(stage, TIMES, WRITES_PER_MILLE, flaw);
                before = trial.history();
                Backup.backup(books, backup);
                trial.act(stage, TIMES, WRITES_PER_MILLE, flaw);
                trial.people().forEach(person -> person.lookAtAll(stage.nodes().getFirst()));
                newer = trial.history();
            }
            Backup.restore(backup, again);
            if (!renewed) {
                keepEpoch(books, again);
            }
            int entries = redis.keys().size() + keepTable(books, again);
            try (var stage = new Stage(again, setting, Trial.RENDERER)) {
                trial.people().forEach(person -> person.lookAtAll(stage.nodes().getFirst()));
                trial.act(stage, 2 * TIMES, WRITES_PER_MILLE, flaw);
                return found(before, newer, trial.history(), entries);
            }
        }
    }

    private Found copied(Flaw flaw) throws IOException, SQLException, InterruptedException {
        Path books = folder.resolve("books.db");
        Path copy = folder.resolve("copy.db");
        var trial = new Trial(4, 2, seed);
        try (var redis = new Redis("64mb")) {
            Setting setting = Setting.of(1, Optional.of(redis.address()), flaw);
            History before;
            try (var stage = new Stage(books, setting, Trial.RENDERER)) {
                trial.begin(stage);
                trial.act(stage, TIMES, WRITES_PER_MILLE, flaw);
                before = trial.history();
                Backup.backup(books, copy);
            }
            keepEpoch(books, copy);
            History one;
            try (var stage = new Stage(books, setting, Trial.RENDERER)) {
                trial.act(stage, TIMES, WRITES_PER_MILLE, flaw);
                one = trial.history();
            }
            // Other people: nobody goes from one server to the other.
            trial.people().forEach(Person::becomeSomebodyElse);
            try (var stage = new Stage(copy, setting, Trial.RENDERER)) {
                trial.act(stage, 2 * TIMES, WRITES_PER_MILLE, flaw);
                return found(before, one, trial.history(), redis.keys().size());
            }
        }
    }

    private static Found found(History before, History first, History second, int newerEntries) {
        List<Read> all = new ArrayList<>(before.reads());
        all.addAll(first.reads());
        all.addAll(second.reads());
        return new Found(
                new Checker(Trial.VIEWS, Trial.RENDERER).check(second, before),
                Checker.overall(all),
                second,
                newerEntries);
    }

    /** As if a copy had not been given an epoch of its own. */
    private static void keepEpoch(Path from, Path to) throws SQLException {
        try (Connection connection = attached(from, to);
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE book SET epoch = (SELECT epoch FROM other.book)");
        }
    }

    /** Puts the newer documents, which were kept beside the books, beside the older books. */
    private static int keepTable(Path from, Path to) throws SQLException {
        int kept = 0;
        try (Connection connection = attached(from, to);
                var statement = connection.createStatement()) {
            for (String table : List.of("monthly_dashboard_cache")) {
                statement.executeUpdate("DELETE FROM main." + table);
                kept += statement.executeUpdate("INSERT INTO main." + table + " SELECT * FROM other." + table);
            }
        }
        return kept;
    }

    private static Connection attached(Path from, Path to) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + to);
        try (PreparedStatement attach = connection.prepareStatement("ATTACH ? AS other")) {
            attach.setString(1, from.toString());
            attach.execute();
        }
        return connection;
    }
}
