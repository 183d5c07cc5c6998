package io.prorata.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a project states its parts, and what is said when it misstates them. */
class HouseRulesTest {

    private static String broken(HouseRules rules) {
        return String.valueOf(assertThrows(AssertionError.class, () -> rules.check(Marks.HOUSE))
                .getMessage());
    }

    private static String refused(Runnable statement) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, statement::run).getMessage());
    }

    private static HouseRules only(String rule) {
        return FixtureHouse.rules()
                .without(HouseRules.NAMES.stream()
                        .filter(name -> !name.equals(rule))
                        .toArray(String[]::new));
    }

    @Test
    void aRuleThatIsTurnedOffIsNotChecked() {
        HouseRules rules = only("layers");
        assertEquals(
                List.of("layers"), rules.rules().stream().map(NamedRule::name).toList());
        rules.without("layers").check(Marks.HOUSE);
    }

    @Test
    void aRuleMayBeTurnedOffBeforeTheWordsItNeedsAreStated() {
        HouseRules.below("org.example")
                .domain("core")
                .application("usecase")
                .adapters("adapter.in", "adapter.out")
                .without("household-first");
    }

    @Test
    void misspeltNamesAreRefused() {
        assertTrue(
                refused(() -> HouseRules.below("org.example").without("layer")).contains("no rule is called layer"));
        assertTrue(refused(() -> HouseRules.below("org..example")).contains("org..example"));
        assertTrue(refused(() -> HouseRules.below("org.example").domain("org.example.domain"))
                .contains("from the root on"));
    }

    @Test
    void aPartThatIsNotFoundIsNoPass() {
        assertTrue(broken(only("layers").domain("domian")).contains("'domain' is empty"));
    }

    @Test
    void exceptionsNeedReasons() {
        assertTrue(refused(() -> HouseRules.below("org.example").larger("domain", 30, " "))
                .contains("domain"));
        assertTrue(refused(() -> HouseRules.below("org.example").household("Id", Map.of("Port.method", "")))
                .contains("Port.method"));
    }

    @Test
    void exceptionsMayNotOutliveTheirReason() {
        String household = broken(only("household-first")
                .household(
                        FixtureHouse.ROOT + ".domain.household.HouseholdId",
                        Map.of("Households.gone", "was there once", "Ledger.count", "begins with it")));
        assertTrue(household.contains("the exception Households.gone is not needed"), household);
        assertTrue(household.contains("the exception Ledger.count is not needed"), household);

        String larger = broken(only("small-packages").larger("domain.hen", 30, "was large once"));
        assertTrue(larger.contains("domain.hen may have 30 classes"), larger);
    }

    @Test
    void aPackageMayBeLargerForAReason() {
        only("small-packages").larger("domain.crowded", 26, "the alphabet").check(Marks.HOUSE);
        assertTrue(broken(only("small-packages").mostClasses(24).larger("domain.crowded", 25, "too few"))
                .contains("of at most 25"));
    }

    @Test
    void adaptersMayLieInSeveralGroupsOrAloneAndTheProgramInTheRoot() {
        HouseRules rules = HouseRules.below(FixtureHouse.ROOT)
                .adapters()
                .adapter("adapter.web", "adapter.persistence", "adapter.cache")
                .program("", "bootstrap");
        String stray = broken(rules.without(HouseRules.NAMES.stream()
                .filter(name -> !name.equals("every-class-in-a-part"))
                .toArray(String[]::new)));
        assertTrue(stray.contains("stray.Glue"), stray);
        assertTrue(stray.contains("adapter.Between"), stray);
        assertTrue(!stray.contains("fixture.Stray>"), stray);
    }

    @Test
    void aProjectsOwnRuleIsCheckedAsTheOthers() {
        NamedRule noHens = NamedRule.of(
                "no-hens",
                ArchRuleDefinition.noClasses().should().haveSimpleName("Hen"),
                "there are no hens",
                "there is no yard",
                "keep fish");
        assertTrue(broken(only("layers").without("layers").with(noHens)).contains("no-hens: there are no hens"));
        assertTrue(refused(() -> HouseRules.below("org.example").with(noHens).with(noHens))
                .contains("no-hens"));
        assertTrue(refused(() -> new NamedRule("No hens", noHens.rule())).contains("No hens"));
    }
}
