package io.prorata.architecture;

import java.util.Map;

/** The small house of fixtures, with every rule turned on. */
final class FixtureHouse extends HouseTests {

    static final String ROOT = "io.prorata.architecture.fixture";

    @Override
    protected HouseRules house() {
        return rules();
    }

    static HouseRules rules() {
        return HouseRules.below(ROOT)
                .generated("adapter.persistence.generated")
                .driving("adapter.web")
                .portsOfDriving(ROOT + ".application.port.Renderer")
                .money(ROOT + ".domain.money.Money", "adapter.persistence")
                .household(
                        ROOT + ".domain.household.HouseholdId",
                        Map.of(
                                "Households.all", "lists all of them",
                                "Renderer.version", "is the same for all of them"))
                // The annotations of jMolecules, which the comparison needs.
                .domainKnows("org.jmolecules..")
                .applicationKnows("org.jmolecules..")
                .jooqIn("adapter.persistence")
                .plainSqlIn("adapter.persistence.sqlite");
    }
}
