package io.prorata.bootstrap.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import io.prorata.bootstrap.architecture.HouseRules.HouseRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its rules. */
class ArchitectureTest {

    private static final String ROOT = "io.prorata";

    /** What runs: folders of classes and jars, without tests and without what annotation processors add. */
    private static final ImportOption WRITTEN_FOR_THE_PROGRAM = new ImportOption() {
        private static final Pattern TESTS = Pattern.compile(".*/test-classes/.*|.*-tests\\.jar!?.*");
        private static final Pattern PROCESSED = Pattern.compile(".*/\\$[^/]*\\.class");

        @Override
        public boolean includes(Location location) {
            return !location.matches(TESTS) && !location.matches(PROCESSED);
        }
    };

    private static final JavaClasses HOUSE =
            new ClassFileImporter().withImportOption(WRITTEN_FOR_THE_PROGRAM).importPackages(ROOT);

    static Stream<HouseRule> rules() {
        return new HouseRules(ROOT).all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(HouseRule rule) {
        rule.rule().check(HOUSE);
    }

    /** A rule over classes that were not found holds for nothing. */
    @Test
    void everyPartOfTheHouseIsLookedAt() {
        for (String part : Set.of(
                "domain",
                "application",
                "application.port",
                "adapter.bankfile",
                "adapter.persistence",
                "adapter.persistence.sqlite",
                "adapter.persistence.generated",
                "adapter.cache",
                "adapter.web",
                "bootstrap")) {
            assertTrue(
                    HOUSE.stream()
                            .anyMatch(type -> type.getPackageName().equals(ROOT + "." + part)
                                    || type.getPackageName().startsWith(ROOT + "." + part + ".")),
                    part);
        }
        assertFalse(HOUSE.contain(ArchitectureTest.class), "tests are not the house");
        Roles roles = new Roles(ROOT);
        assertEquals(
                Set.of("Ledger", "Plans", "UnitOfWork", "Views"),
                names(roles.arePorts(), Set.of("Ledger", "Plans", "UnitOfWork", "Views", "ViewQuery", "Document")));
        assertEquals(
                Set.of("RecordTransaction", "ShowDashboard"),
                names(roles.areUseCases(), Set.of("RecordTransaction", "ShowDashboard", "MemberCheck", "ReadResult")));
    }

    @Test
    void everyExceptionIsStillNeeded() {
        Set<String> methods = HOUSE.stream()
                .filter(new Roles(ROOT).arePorts())
                .flatMap(port -> port.getMethods().stream())
                .map(NameTheHouseholdFirst::nameOf)
                .collect(Collectors.toSet());
        Set<String> stale = new TreeSet<>(HouseRules.WITHOUT_HOUSEHOLD.keySet());
        stale.removeAll(methods);
        assertEquals(Set.of(), stale, "these methods are no longer there");
    }

    private static Set<String> names(Predicate<JavaClass> role, Set<String> among) {
        return HOUSE.stream()
                .filter(role)
                .map(JavaClass::getSimpleName)
                .filter(among::contains)
                .collect(Collectors.toSet());
    }
}
