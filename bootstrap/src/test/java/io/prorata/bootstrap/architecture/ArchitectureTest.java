package io.prorata.bootstrap.architecture;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import io.prorata.architecture.HouseRules;
import io.prorata.architecture.NamedRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps its rules. */
class ArchitectureTest {

    private static final String ROOT = "io.prorata";

    /** What runs: folders of classes and jars, without tests, the rules themselves, and what annotation processors add. */
    private static final ImportOption WRITTEN_FOR_THE_PROGRAM = new ImportOption() {
        private static final Pattern TESTS = Pattern.compile(".*/test-classes/.*|.*-tests\\.jar!?.*");
        private static final Pattern RULES = Pattern.compile(".*/io/prorata/architecture/.*");
        private static final Pattern PROCESSED = Pattern.compile(".*/\\$[^/]*\\.class");

        @Override
        public boolean includes(Location location) {
            return !location.matches(TESTS) && !location.matches(RULES) && !location.matches(PROCESSED);
        }
    };

    private static final JavaClasses HOUSE =
            new ClassFileImporter().withImportOption(WRITTEN_FOR_THE_PROGRAM).importPackages(ROOT);

    /** Methods of ports that do not begin with the household, and why. */
    private static final Map<String, String> WITHOUT_HOUSEHOLD = Map.ofEntries(
            Map.entry("UnitOfWork.found", "makes the household, which has no id before"),
            Map.entry("Households.all", "the operator's list of all of them, on the command line alone"),
            Map.entry("RawRecords.households", "lists whom to verify, on the command line alone"),
            Map.entry("Books.households", "opens nothing: the books are already those of one transaction"),
            Map.entry("Books.plans", "opens nothing: the books are already those of one transaction"),
            Map.entry("Books.ledger", "opens nothing: the books are already those of one transaction"),
            Map.entry("Books.imports", "opens nothing: the books are already those of one transaction"),
            Map.entry("Books.importProfiles", "opens nothing: the books are already those of one transaction"),
            Map.entry("Books.rules", "opens nothing: the books are already those of one transaction"),
            Map.entry("Books.accounts", "opens nothing: the books are already those of one transaction"),
            Map.entry("Books.settlements", "opens nothing: the books are already those of one transaction"),
            Map.entry("Books.mappings", "opens nothing: the books are already those of one transaction"),
            Map.entry("Books.tokens", "opens nothing: the books are already those of one transaction"),
            Map.entry("Books.changes", "opens nothing: the books are already those of one transaction"),
            Map.entry("Books.revisions", "opens nothing: the books are already those of one transaction"),
            Map.entry("BankFiles.open", "reads a file and knows no household: the books are not asked"),
            Map.entry("Store.load", "is about the store as a store, and shows nothing of anybody"),
            Map.entry("Store.fault", "is about the store as a store, and shows nothing of anybody"),
            Map.entry("StoreWatch.took", "is told how long something took, never what it was"),
            Map.entry("Views.tier", "says which tier it is, for every household alike"),
            Map.entry("Views.state", "says how the tier is doing, for every household alike"),
            Map.entry("CalculationCache.count", "says how often plans were there, for every household alike"),
            Map.entry("Renderer.version", "says how views are written, for every household alike"),
            Map.entry("Renderer.render", "is given a finished view, which holds its household"));

    private static HouseRules house() {
        HouseRules house = general();
        new ProgramRules(ROOT).all().forEach(house::with);
        return house;
    }

    private static HouseRules general() {
        return HouseRules.below(ROOT)
                .generated("adapter.persistence.generated")
                .withoutUseCases(
                        "application.query", "application.view", "application.cache", "application.idempotency")
                // Matches the patterns of sorting rules: a pure function of two texts, as the rules themselves are.
                .applicationKnows("com.google.re2j")
                // Whoever cannot wait asks by showAtOnce, and has the same answer or none.
                .verbSuffixes("AtOnce")
                .driving("adapter.web")
                .money(ROOT + ".domain.money.Money", "adapter.persistence")
                .household(ROOT + ".domain.household.HouseholdId", WITHOUT_HOUSEHOLD)
                .jooqIn("adapter.persistence")
                .plainSqlIn(
                        "adapter.persistence.sqlite",
                        "adapter.persistence.postgresql",
                        // Binds the many values of an import past jOOQ, to statements that jOOQ writes.
                        "adapter.persistence.engine",
                        // Runs the migrations while the build generates tables and rows; not in the jar.
                        "adapter.persistence.codegen");
    }

    static Stream<NamedRule> rules() {
        return house().rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(NamedRule rule) {
        rule.check(HOUSE);
    }

    @Test
    void everyRuleIsTurnedOn() {
        assertTrue(
                rules().map(NamedRule::name).toList().containsAll(HouseRules.NAMES),
                rules().toList().toString());
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
    }

    /** What the rules take for ports and use cases is what they are. */
    @Test
    void portsAndUseCasesAreFound() {
        String broken = "";
        try {
            house().household("Nobody", Map.of())
                    .rule("household-first")
                    .orElseThrow()
                    .check(HOUSE);
        } catch (AssertionError e) {
            broken = String.valueOf(e.getMessage());
        }
        for (String port : List.of("Ledger", "Plans", "UnitOfWork", "Views")) {
            assertTrue(broken.contains(".port." + port + "."), port);
        }
        for (String value : List.of("ViewQuery", "Document")) {
            assertFalse(broken.contains("." + value + "."), value);
        }
        String verbs = "";
        try {
            house().verbSuffixes("ecord", "how")
                    .rule("use-case-is-one-verb")
                    .orElseThrow()
                    .check(HOUSE);
        } catch (AssertionError e) {
            verbs = String.valueOf(e.getMessage());
        }
        assertTrue(verbs.contains("showAtOnce"), verbs);
    }
}
