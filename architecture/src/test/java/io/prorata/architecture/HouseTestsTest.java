package io.prorata.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** ArchUnit's own runner finds a test for every rule, and each fails on the fixtures. */
class HouseTestsTest {

    /** Run here alone: it is meant to fail. */
    @AnalyzeClasses(packages = FixtureHouse.ROOT)
    static final class OfTheFixtures {
        @ArchTest
        static final ArchTests HOUSE = ArchTests.in(FixtureHouse.class);
    }

    @Test
    void hasATestForEachRuleAndOneForTheProjectsOwn() {
        Set<String> tests = Arrays.stream(HouseTests.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(ArchTest.class))
                .map(method -> method.getName())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = HouseRules.NAMES.stream()
                .map(name -> name.replace("-", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        expected.add("ownrules");
        assertEquals(
                expected,
                tests.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyRuleFailsOnTheFixturesByName() {
        Events tests = EngineTestKit.engine("archunit")
                .selectors(selectClass(OfTheFixtures.class))
                .execute()
                .testEvents();
        assertEquals(HouseRules.NAMES.size(), tests.failed().count());
        assertEquals(
                Set.of("FixtureHouse > ownRules"),
                tests.succeeded().stream()
                        .map(Event::getTestDescriptor)
                        .map(test -> test.getDisplayName())
                        .collect(Collectors.toSet()));
    }
}
