package io.prorata.domain.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.split.LineSplit.Divided;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Formula 6. */
class LineSplitTest {

    private static final MemberKey ANNE = new MemberKey("anne");
    private static final MemberKey BO = new MemberKey("bo");
    private static final MemberKey CLEO = new MemberKey("cleo");
    private static final Weights KEY = Weights.of(2, 3);
    private static final List<MemberKey> PRESENT = List.of(BO, ANNE);

    @Test
    void byTheKeyOrEqually() {
        assertEquals(new Divided(KEY, false), new LineSplit.ByKey().among(PRESENT, KEY));
        assertEquals(new Divided(Weights.of(1, 1), false), new LineSplit.Equally().among(PRESENT, KEY));
        assertEquals(Set.of(), new LineSplit.ByKey().names());
        assertEquals(Set.of(), new LineSplit.Equally().names());
    }

    @Test
    void allToOneMember() {
        assertEquals(new Divided(Weights.of(0, 1), false), new LineSplit.AllTo(ANNE).among(PRESENT, KEY));
        assertEquals(Set.of(ANNE), new LineSplit.AllTo(ANNE).names());
    }

    @Test
    void ownWeightsGoByMemberAndZeroIsZero() {
        var split = new LineSplit.ByWeights(Map.of(ANNE, 100L, BO, 0L));
        assertEquals(new Divided(Weights.of(0, 100), false), split.among(PRESENT, KEY));
        assertEquals(Set.of(ANNE, BO), split.names());
    }

    @Test
    void weightsOfTheAbsentAreLeftOut() {
        var split = new LineSplit.ByWeights(Map.of(ANNE, 1L, BO, 2L, CLEO, 7L));
        assertEquals(new Divided(Weights.of(2, 1), false), split.among(PRESENT, KEY));
    }

    @Test
    void whoeverIsNotNamedPaysNothing() {
        assertEquals(new Divided(Weights.of(2, 0), false), new LineSplit.ByWeights(Map.of(BO, 2L)).among(PRESENT, KEY));
    }

    @Test
    void withNoWeightLeftTheKeyServesAndSaysSo() {
        var withAbsent = new LineSplit.ByWeights(Map.of(CLEO, 1L, ANNE, 0L));
        assertEquals(new Divided(KEY, true), withAbsent.among(PRESENT, KEY));
        assertEquals(new Divided(KEY, true), new LineSplit.AllTo(CLEO).among(PRESENT, KEY));
    }

    @Test
    void oneWeightIsPositiveAndNoneNegativeOrTooLarge() {
        assertThrows(IllegalArgumentException.class, () -> new LineSplit.ByWeights(Map.of()));
        assertThrows(IllegalArgumentException.class, () -> new LineSplit.ByWeights(Map.of(ANNE, 0L, BO, 0L)));
        assertThrows(IllegalArgumentException.class, () -> new LineSplit.ByWeights(Map.of(ANNE, -1L, BO, 2L)));
        assertThrows(IllegalArgumentException.class, () -> new LineSplit.ByWeights(Map.of(ANNE, Weights.LARGEST + 1)));
    }

    @Test
    void weightsAreKeptInOrderOfKeysAndByNobodyElse() {
        Map<MemberKey, Long> given = new HashMap<>(Map.of(CLEO, 1L, ANNE, 2L, BO, 3L));
        var split = new LineSplit.ByWeights(given);
        given.clear();
        assertEquals(List.of(ANNE, BO, CLEO), List.copyOf(split.weights().keySet()));
        assertThrows(UnsupportedOperationException.class, () -> split.weights().clear());
    }
}
