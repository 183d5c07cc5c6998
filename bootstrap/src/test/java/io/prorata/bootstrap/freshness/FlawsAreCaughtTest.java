package io.prorata.bootstrap.freshness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.query.ScreenQuery;
import io.prorata.application.query.ViewQuery;
import io.prorata.bootstrap.freshness.Finding.Kind;
import io.prorata.bootstrap.freshness.Stage.Setting;
import io.prorata.domain.freshness.Change;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker finds every mistake that somebody might make, by what people are shown; and nothing where there is none. */
class FlawsAreCaughtTest {

    private static final int MOST_ROUNDS = 64;

    /** What must not be shown to anybody. That requests fail, by itself, does not count as caught. */
    private static final Set<Kind> CAUGHT =
            EnumSet.of(Kind.STALE, Kind.WRONG, Kind.NEVER_WAS, Kind.SAME_TAG_OTHER_BYTES, Kind.BACKWARDS);

    private static final List<ViewQuery> SCREENS =
            Trial.MONTHS.stream().<ViewQuery>map(ScreenQuery::new).toList();

    private final long seed = System.nanoTime();

    @TempDir
    Path folder;

    static Stream<Arguments> flaws() {
        return Stream.of(
                flaw("kept under the first stamp", Flaws.keptUnderTheFirstStamp()),
                flaw("stamp read after the rows", Flaws.stampReadLast()),
                flaw("a row that forgets its month", Flaws.forgottenScope(Change.TransactionRecorded.class)),
                flaw("an import that forgets its months", Flaws.forgottenScope(Change.BankFileImported.class)),
                flaw(
                        "applied rules and undone changes that forget months",
                        Flaws.forgottenScope(Change.TransactionsChanged.class)),
                flaw("a renamed category that forgets its scopes", Flaws.forgottenScope(Change.CategoryRenamed.class)),
                flaw("a config that makes stale only what is later", Flaws.planOfLaterMonthsOnly()),
                flaw("a key without the household", Flaws.keyWithoutHousehold()),
                // One view alone has it: among all others it is read again too late.
                Arguments.of("the month before not in the scopes", Flaws.monthBeforeNotInTheScopes(), SCREENS),
                Arguments.of("the month after not in the scopes", Flaws.monthAfterNotInTheScopes(), SCREENS),
                flaw("a range that tears", Flaws.tornRange()),
                flaw("memory published before COMMIT", Flaws.publishedBeforeCommit()),
                flaw("memory published after the answer", Flaws.publishedAfterTheAnswer()),
                flaw("a tier that returns any edition", Flaws.anyEditionWillDo()),
                flaw("304 by a wrong stamp", Flaws.unchangedByAWrongStamp()));
    }

    private static Arguments flaw(String name, Flaw flaw) {
        return Arguments.of(name, flaw, Trial.VIEWS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("flaws")
    void isCaught(String name, Flaw flaw, List<ViewQuery> views) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        var trial = new Trial(4, 2, seed, Trial.MONTHS, views);
        var history = new History();
        try (var stage = stage(flaw)) {
            trial.begin(stage);
            for (int round = 0; round < MOST_ROUNDS && findings.isEmpty(); round++) {
                trial.act(stage, 60, 250, flaw);
                trial.people().forEach(person -> person.report(history));
                if (Checker.isDue(round)) {
                    findings.addAll(caught(new Checker(views, Trial.RENDERER).check(history)));
                }
            }
        }
        System.out.println(
                name + ", seed " + seed + ", " + history.operations() + " operations, " + Trial.told(findings));
        assertTrue(!findings.isEmpty(), () -> name + " is not caught, seed " + seed);
    }

    /** Or what is caught might be the way it is looked for. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("sound")
    void nothingIsFoundWhereNothingIsWrong(String name, Flaw flaw, List<ViewQuery> views) throws InterruptedException {
        var trial = new Trial(4, 2, seed, Trial.MONTHS, views);
        try (var stage = stage(flaw)) {
            trial.begin(stage);
            trial.act(stage, 120, 250, flaw);
        }
        List<Finding> findings = new Checker(views, Trial.RENDERER).check(trial.history());
        assertEquals(0, findings.size(), () -> name + ", seed " + seed + ": " + Trial.told(findings));
    }

    static Stream<Arguments> sound() {
        return Stream.of(
                flaw("no flaw", Flaw.NONE),
                flaw("no nonces, in one history and with households in the keys", Flaws.stampWithoutNonce()));
    }

    private Stage stage(Flaw flaw) {
        return new Stage(folder.resolve("books.db"), Setting.of(1, Optional.empty(), flaw), Trial.RENDERER);
    }

    private static List<Finding> caught(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> CAUGHT.contains(finding.kind()))
                .collect(Collectors.toList());
    }
}
