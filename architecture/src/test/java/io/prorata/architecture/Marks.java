package io.prorata.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What is marked in the small house of fixtures. */
final class Marks {

    static final JavaClasses HOUSE = new ClassFileImporter().importPackages(FixtureHouse.ROOT);

    /** The marks themselves are no breach, though they are dependencies. */
    private static final String MARKED = "is annotated with <" + Breaks.class.getName() + ">";

    /** A class, field, method or constructor that breaks rules. */
    record Culprit(String name, Set<String> rules) {}

    private Marks() {}

    static List<Culprit> culprits() {
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
                .map(Marks::rules)
                .ifPresent(rules -> culprits.add(new Culprit(name, rules)));
    }

    private static Set<String> rules(JavaAnnotation<?> breaks) {
        return Set.copyOf(Arrays.asList((String[]) breaks.getExplicitlyDeclaredProperty("value")));
    }

    /** Returns the names of what is marked as breaking {@code rule}. */
    static List<String> culpritsOf(String rule) {
        return culprits().stream()
                .filter(culprit -> culprit.rules().contains(rule))
                .map(Culprit::name)
                .toList();
    }

    /** Returns what {@code rule} says of the house, without the marks. */
    static List<String> violations(ArchRule rule) {
        return rule.evaluate(HOUSE).getFailureReport().getDetails().stream()
                .filter(violation -> !violation.contains(MARKED))
                .toList();
    }
}
