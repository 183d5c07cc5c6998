package io.prorata.bootstrap.freshness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Two server processes over one PostgreSQL and one Redis: whatever happens, nothing is stale, wrong, lost or done twice. */
class TwoProcessesTest {

    private final long seed = System.nanoTime();

    @Test
    void nothingIsStaleWrongLostOrDoneTwice() throws Exception {
        try (var trial = new ProcessTrial(6, 2, seed)) {
            History history = trial.act(1, 60);
            System.out.println("two processes, seed " + seed + ": " + Trial.told(history) + "; " + trial.happened());
            List<Finding> findings = new Checker(HttpTrial.VIEWS, Trial.RENDERER).check(history);
            assertEquals(0, findings.size(), () -> "seed " + seed + ": " + Trial.told(findings));
            assertTrue(trial.happened().values().stream().allMatch(times -> times > 0), trial.happened()::toString);
            assertTrue(Trial.origins(history).keySet().containsAll(List.of("near", "miss", "unchanged")));
            assertTrue(history.writes().stream()
                            .filter(write -> write.revision() > 0)
                            .count()
                    > 60);
        }
    }
}
