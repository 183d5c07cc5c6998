package io.prorata.bootstrap.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.prorata.architecture.NamedRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of this program sees who breaks it, and nobody else. */
class ProgramRulesTest {

    private static final String ROOT = "io.prorata.bootstrap.architecture.house";

    private static final JavaClasses HOUSE = new ClassFileImporter().importPackages(ROOT);

    private static final Map<String, String> CULPRITS = Map.of(
            "composed-once", ROOT + ".bootstrap.CountCommand.count",
            "rendering-knows-no-web", ROOT + ".adapter.web.rendering.CountResponse.shown",
            "web-knows-no-rendering", ROOT + ".adapter.web.Answers.of");

    static Stream<NamedRule> rules() {
        return new ProgramRules(ROOT).all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void seesTheCulpritAlone(NamedRule rule) {
        List<String> violations = rule.evaluate(HOUSE).getFailureReport().getDetails();
        String culprit = CULPRITS.getOrDefault(rule.name(), "nobody");
        assertTrue(!violations.isEmpty(), rule.name() + " sees nothing");
        violations.forEach(violation -> assertTrue(violation.contains("<" + culprit + "("), violation));
    }

    @Test
    void everyRuleHasACulprit() {
        assertEquals(CULPRITS.keySet(), rules().map(NamedRule::name).collect(Collectors.toSet()));
    }
}
