package io.prorata.architecture;

import static com.tngtech.archunit.library.Architectures.onionArchitecture;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.enofex.taikai.Taikai;
import com.enofex.taikai.TaikaiRule;
import com.enofex.taikai.configures.Customizer;
import com.enofex.taikai.java.ImportsConfigurer;
import com.enofex.taikai.java.JavaConfigurer;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jmolecules.archunit.JMoleculesArchitectureRules;
import org.jmolecules.archunit.JMoleculesArchitectureRules.StereotypeLookup;
import org.jmolecules.archunit.JMoleculesArchitectureRules.VerificationDepth;
import org.junit.jupiter.api.Test;

/** The table of the page that compares: how many of the marked fixtures each library sees. */
class ComparisonTest {

    private static final Path PAGE = Path.of("").toAbsolutePath().resolveSibling("docs/architecture-comparison.md");

    /** Rules about which part may know which. */
    private static final Set<String> DIRECTIONS = Set.of(
            "layers",
            "every-class-in-a-part",
            "domain-pure",
            "application-pure",
            "adapters-apart",
            "driving-calls-use-cases");

    private static final String ROOT = FixtureHouse.ROOT;

    /** A rule of a library, and which of our rules it can be held against. */
    private record Held(ArchRule rule, Set<String> against) {}

    @Test
    void thePageHasTheNumbersOfThisRun() throws IOException {
        Map<String, List<Held>> tools = new LinkedHashMap<>();
        tools.put("prorata-architecture", ours());
        tools.put("onionArchitecture", List.of(new Held(onion(), DIRECTIONS)));
        tools.put("jMolecules", List.of(new Held(jMolecules(), DIRECTIONS)));
        tools.put("Taikai", taikai());

        StringBuilder table = new StringBuilder("| rule | fixtures |");
        tools.keySet().forEach(tool -> table.append(" ").append(tool).append(" |"));
        table.append("\n|---|---:|").append("---:|".repeat(tools.size())).append("\n");
        for (String rule : HouseRules.NAMES) {
            List<String> culprits = Marks.culpritsOf(rule);
            table.append("| `")
                    .append(rule)
                    .append("` | ")
                    .append(culprits.size())
                    .append(" |");
            for (List<Held> held : tools.values()) {
                List<String> violations = held.stream()
                        .filter(one -> one.against().contains(rule))
                        .flatMap(one -> Marks.violations(one.rule()).stream())
                        .toList();
                long seen = culprits.stream()
                        .filter(culprit -> violations.stream().anyMatch(violation -> violation.contains(culprit)))
                        .count();
                table.append(" ")
                        .append(held.stream().anyMatch(one -> one.against().contains(rule)) ? seen : "-")
                        .append(" |");
            }
            table.append("\n");
        }
        assertTrue(Files.readString(PAGE).contains(table), "the page is to have this table:\n\n" + table);
    }

    private static List<Held> ours() {
        return FixtureHouse.rules().rules().stream()
                .map(rule -> new Held(rule.rule(), Set.of(rule.name())))
                .toList();
    }

    private static ArchRule onion() {
        return onionArchitecture()
                .domainModels(ROOT + ".domain..")
                .applicationServices(ROOT + ".application..")
                .adapter("cache", ROOT + ".adapter.cache..")
                .adapter("persistence", ROOT + ".adapter.persistence..")
                .adapter("web", ROOT + ".adapter.web..")
                .withOptionalLayers(true);
    }

    private static ArchRule jMolecules() {
        return JMoleculesArchitectureRules.ensureHexagonal(
                VerificationDepth.STRICT, StereotypeLookup.defaultLookup().withParentPackageTraversal());
    }

    /** What its builder offers for the things that are marked; the directions are stated one by one. */
    private static List<Held> taikai() {
        return List.of(
                new Held(only(java -> java.imports(ImportsConfigurer::shouldHaveNoCycles)), Set.of("no-cycles")),
                new Held(mayNotImport("domain", inside(ROOT + ".application")), DIRECTIONS),
                new Held(mayNotImport("domain", inside(ROOT + ".adapter")), DIRECTIONS),
                new Held(mayNotImport("domain", inside(ROOT + ".bootstrap")), DIRECTIONS),
                new Held(mayNotImport("application", inside(ROOT + ".adapter")), DIRECTIONS),
                new Held(mayNotImport("application", inside(ROOT + ".bootstrap")), DIRECTIONS),
                new Held(mayNotImport("adapter", inside(ROOT + ".bootstrap")), DIRECTIONS),
                new Held(mayNotImport("adapter.web", inside(ROOT + ".adapter.cache")), DIRECTIONS),
                new Held(mayNotImport("adapter.cache", inside(ROOT + ".adapter.persistence")), DIRECTIONS),
                new Held(mayNotImport("bootstrap", inside("org.jooq")), Set.of("generated-inside")),
                new Held(mayNotImport("domain", inside("org.jooq")), Set.of("generated-inside", "domain-pure")),
                new Held(mayNotImport("domain", inside("io.micronaut")), Set.of("domain-pure")),
                new Held(mayNotImport("application", inside("io.micronaut")), Set.of("application-pure")),
                new Held(only(java -> java.noUsageOf(double.class)), Set.of("exact-money")),
                new Held(only(java -> java.noUsageOf(float.class)), Set.of("exact-money")),
                new Held(only(java -> java.noUsageOf(Double.class)), Set.of("exact-money")),
                new Held(only(java -> java.noUsageOf(Float.class)), Set.of("exact-money")));
    }

    private static ArchRule mayNotImport(String part, String other) {
        return only(java -> java.imports(imports -> imports.shouldNotImport(inside(ROOT + "." + part), other)));
    }

    /** Taikai takes regular expressions of full class names. */
    private static String inside(String packageName) {
        return packageName.replace(".", "\\.") + "\\..*";
    }

    private static ArchRule only(Customizer<JavaConfigurer> statement) {
        return Taikai.builder().namespace(ROOT).java(statement).build().rules().stream()
                .map(TaikaiRule::archRule)
                .findFirst()
                .orElseThrow();
    }
}
