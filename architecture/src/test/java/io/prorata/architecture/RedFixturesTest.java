package io.prorata.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule can fail: in the small house of fixtures it sees each thing that is marked as breaking it, and nothing else. */
class RedFixturesTest {

    static Stream<NamedRule> rules() {
        return FixtureHouse.rules().rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isBrokenByEverythingThatIsMarkedAndByNothingElse(NamedRule rule) {
        List<String> culprits = Marks.culpritsOf(rule.name());
        List<String> violations = Marks.violations(rule.rule());

        assertFalse(culprits.isEmpty(), "no fixture breaks " + rule.name());
        Set<String> unseen = culprits.stream()
                .filter(culprit -> violations.stream().noneMatch(violation -> violation.contains(culprit)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unseen, "breaks the rule unseen; seen is " + violations);
        Set<String> wronged = violations.stream()
                .filter(violation -> culprits.stream().noneMatch(violation::contains))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), wronged, "is innocent");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void failsWithItsNameAReasonAndACure(NamedRule rule) {
        String message = "";
        try {
            rule.check(Marks.HOUSE);
        } catch (AssertionError e) {
            message = String.valueOf(e.getMessage());
        }
        assertTrue(message.contains("'" + rule.name() + ": "), message);
        assertTrue(message.contains(", because "), message);
        assertTrue(message.contains(". Cure: "), message);
    }

    @Test
    void everyRuleIsTurnedOnHere() {
        assertEquals(
                HouseRules.NAMES.stream().sorted().toList(),
                rules().map(NamedRule::name).sorted().toList());
    }

    @Test
    void everyMarkNamesARule() {
        for (Marks.Culprit culprit : Marks.culprits()) {
            assertTrue(HouseRules.NAMES.containsAll(culprit.rules()), culprit + " breaks an unknown rule");
        }
    }
}
