package io.prorata.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;

/**
 * The rules as tests for ArchUnit's JUnit runner, one a rule. A class of the project states its rules, and a test names the class:
 *
 * <pre>{@code
 * class OurHouse extends HouseTests {
 *     @Override
 *     protected HouseRules house() {
 *         return HouseRules.below("org.example");
 *     }
 * }
 *
 * @AnalyzeClasses(packages = "org.example", importOptions = DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests HOUSE = ArchTests.in(OurHouse.class);
 * }
 * }</pre>
 *
 * <p>Needs {@code archunit-junit5} beside this jar. A rule that is off passes. With plain JUnit, {@link HouseRules#rules} is the source of
 * a parameterized test.
 */
public abstract class HouseTests {

    /** For subclasses, which ArchUnit creates by a constructor without parameters. */
    protected HouseTests() {}

    /** Returns the rules of the project. */
    protected abstract HouseRules house();

    @ArchTest
    void layers(JavaClasses classes) {
        check("layers", classes);
    }

    @ArchTest
    void everyClassInAPart(JavaClasses classes) {
        check("every-class-in-a-part", classes);
    }

    @ArchTest
    void domainPure(JavaClasses classes) {
        check("domain-pure", classes);
    }

    @ArchTest
    void applicationPure(JavaClasses classes) {
        check("application-pure", classes);
    }

    @ArchTest
    void adaptersApart(JavaClasses classes) {
        check("adapters-apart", classes);
    }

    @ArchTest
    void noCycles(JavaClasses classes) {
        check("no-cycles", classes);
    }

    @ArchTest
    void givenClock(JavaClasses classes) {
        check("given-clock", classes);
    }

    @ArchTest
    void useCasesApart(JavaClasses classes) {
        check("use-cases-apart", classes);
    }

    @ArchTest
    void useCaseIsOneVerb(JavaClasses classes) {
        check("use-case-is-one-verb", classes);
    }

    @ArchTest
    void noFieldInjection(JavaClasses classes) {
        check("no-field-injection", classes);
    }

    @ArchTest
    void noCatchAllPackages(JavaClasses classes) {
        check("no-catch-all-packages", classes);
    }

    @ArchTest
    void smallPackages(JavaClasses classes) {
        check("small-packages", classes);
    }

    @ArchTest
    void nullMarked(JavaClasses classes) {
        check("null-marked", classes);
    }

    @ArchTest
    void drivingCallsUseCases(JavaClasses classes) {
        check("driving-calls-use-cases", classes);
    }

    @ArchTest
    void exactMoney(JavaClasses classes) {
        check("exact-money", classes);
    }

    @ArchTest
    void householdFirst(JavaClasses classes) {
        check("household-first", classes);
    }

    @ArchTest
    void typedSql(JavaClasses classes) {
        check("typed-sql", classes);
    }

    @ArchTest
    void noAveragesInSql(JavaClasses classes) {
        check("no-averages-in-sql", classes);
    }

    @ArchTest
    void generatedInside(JavaClasses classes) {
        check("generated-inside", classes);
    }

    @ArchTest
    void ownRules(JavaClasses classes) {
        List<NamedRule> own = house().rules().stream()
                .filter(rule -> !HouseRules.NAMES.contains(rule.name()))
                .toList();
        for (NamedRule rule : own) {
            rule.check(classes);
        }
    }

    private void check(String name, JavaClasses classes) {
        house().rule(name).ifPresent(rule -> rule.check(classes));
    }
}
