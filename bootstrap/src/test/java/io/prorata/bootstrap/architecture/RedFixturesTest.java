package io.prorata.bootstrap.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.prorata.bootstrap.architecture.HouseRules.HouseRule;
import io.prorata.bootstrap.architecture.fixture.Breaks;
import java.util.ArrayList;
import java.util.Arrays;
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

    private static final String ROOT = Breaks.class.getPackageName();
    private static final JavaClasses HOUSE = new ClassFileImporter().importPackages(ROOT);

    /** The marks themselves are no breach, though they are dependencies. */
    private static final String MARKED = "is annotated with <" + Breaks.class.getName() + ">";

    /** A class, field, method or constructor that breaks rules. */
    private record Culprit(String name, Set<String> rules) {}

    static Stream<HouseRule> rules() {
        return new HouseRules(ROOT).all().stream();
    }

    private static List<Culprit> culprits() {
        List<Culprit> culprits = new ArrayList<>();
        for (JavaClass type : HOUSE) {
            add(culprits, type.getName(), type);
            for (JavaMember member : type.getMembers()) {
                add(culprits, member.getFullName(), member);
            }
        }
        return culprits;
    }

    private static void add(List<Culprit> culprits, String name, HasAnnotations<?> marked) {
        marked.tryGetAnnotationOfType(Breaks.class.getName())
                .map(RedFixturesTest::names)
                .ifPresent(rules -> culprits.add(new Culprit(name, rules)));
    }

    private static Set<String> names(JavaAnnotation<?> breaks) {
        return Set.copyOf(Arrays.asList((String[]) breaks.getExplicitlyDeclaredProperty("value")));
    }

    private static List<String> namesOf(String rule) {
        return culprits().stream()
                .filter(culprit -> culprit.rules().contains(rule))
                .map(Culprit::name)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isBrokenByEverythingThatIsMarkedAndByNothingElse(HouseRule rule) {
        List<String> culprits = namesOf(rule.name());
        List<String> violations = rule.rule().evaluate(HOUSE).getFailureReport().getDetails().stream()
                .filter(violation -> !violation.contains(MARKED))
                .toList();

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

    @Test
    void everyMarkNamesARule() {
        Set<String> rules = rules().map(HouseRule::name).collect(Collectors.toSet());
        culprits()
                .forEach(culprit -> culprit.rules()
                        .forEach(
                                rule -> assertEquals(true, rules.contains(rule), culprit + " breaks an unknown rule")));
    }
}
