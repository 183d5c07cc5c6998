package io.prorata.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Rules for any hexagonal project. */
final class GeneralRules {

    private static final Set<String> INJECTING = Set.of(
            "jakarta.inject.Inject",
            "javax.inject.Inject",
            "jakarta.annotation.Resource",
            "io.micronaut.context.annotation.Value",
            "io.micronaut.context.annotation.Property",
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value");

    private final Layout layout;
    private final Roles roles;

    GeneralRules(Layout layout) {
        this.layout = layout;
        this.roles = new Roles(layout);
    }

    NamedRule layers() {
        LayeredArchitecture layers = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("domain")
                .definedBy(layout.inDomain())
                .layer("application")
                .definedBy(layout.inApplication())
                .layer("adapters")
                .definedBy(layout.inAdapters());
        if (!layout.program().isEmpty()) {
            layers = layers.layer("program").definedBy(layout.inProgram());
        }
        return NamedRule.of(
                "layers",
                layers.whereLayer("domain")
                        .mayNotAccessAnyLayer()
                        .whereLayer("application")
                        .mayOnlyAccessLayers("domain")
                        .whereLayer("adapters")
                        .mayOnlyAccessLayers("application", "domain"),
                "dependencies point inwards: domain <- application <- adapters <- program",
                "the rules outlive the framework, and a use case does not know who calls it",
                "let the inner part state what it needs as a port, and the outer part implement it; if a layer is empty, name its packages");
    }

    NamedRule everyClassInAPart() {
        return NamedRule.of(
                "every-class-in-a-part",
                classes().should(new LiveInAPart(layout)),
                "every class lives in the domain, the application, an adapter or the program",
                "no other rule sees a crossing through a class in no part",
                "move the class to the part it serves, or name its package as one");
    }

    NamedRule domainPure(List<String> known) {
        return NamedRule.of(
                "domain-pure",
                classes()
                        .that(layout.inDomain())
                        .should()
                        .onlyDependOnClassesThat(
                                Roles.ofJavaBase().or(layout.inDomain()).or(resideInAnyPackage(patterns(known)))),
                "the domain knows java.base and itself",
                "the rules are to be read, tested and embedded with nothing beside them",
                "move what needs the library to an adapter, or say domainKnows(...)");
    }

    NamedRule applicationPure(List<String> known) {
        return NamedRule.of(
                "application-pure",
                classes()
                        .that(layout.inApplication())
                        .should()
                        .onlyDependOnClassesThat(Roles.ofJavaBase()
                                .or(layout.inDomain())
                                .or(layout.inApplication())
                                .or(resideInAnyPackage(patterns(known)))),
                "use cases know java.base and the domain",
                "frameworks, databases, HTTP and the formats of files belong to adapters",
                "state a port and let an adapter implement it, or say applicationKnows(...)");
    }

    NamedRule adaptersApart() {
        return NamedRule.of(
                "adapters-apart",
                slices().assignedFrom(sliced("adapters", type -> layout.adapterOf(type.getPackageName())))
                        .should()
                        .notDependOnEachOther(),
                "no adapter knows another",
                "each is replaced by itself, and they meet at the ports",
                "give what both need to the application, or let a use case call the one port after the other");
    }

    NamedRule noCycles() {
        return NamedRule.of(
                "no-cycles",
                slices().assignedFrom(sliced(
                                "packages",
                                type -> layout.writtenByHand().test(type)
                                        ? Optional.of(type.getPackageName())
                                        : Optional.empty()))
                        .should()
                        .beFreeOfCycles(),
                "packages form no cycle",
                "a package is read and changed by itself",
                "move the class that both need to one of them, or to a package below both");
    }

    NamedRule givenClock() {
        return NamedRule.of(
                "given-clock",
                classes()
                        .that(layout.belowRoot())
                        .should(new MakeNoAccess(
                                "read or make a clock of their own",
                                access -> Clocks.isRead(access)
                                        || (Clocks.isMade(access)
                                                && !layout.inProgram().test(access.getOriginOwner())))),
                "time comes from a clock that is given",
                "tests choose their day, and the zone is the user's, not the machine's",
                "take a java.time.Clock in the constructor; the part that puts the program together makes it");
    }

    NamedRule useCasesApart() {
        return NamedRule.of(
                "use-cases-apart",
                classes().that(roles.areUseCases()).should(new StandApart(roles.areUseCases())),
                "a use case uses no other",
                "each is one unit of work: one inside another would be two transactions, or a write inside a write",
                "give what both need to a class without ports, or to the domain");
    }

    NamedRule useCaseIsOneVerb(List<String> suffixes) {
        return NamedRule.of(
                "use-case-is-one-verb",
                classes().that(roles.areUseCases()).should(new BeOneVerb(suffixes)),
                "a use case is one verb, with no interface in front",
                "one class per intent is found by its name; who calls it needs no substitute for it",
                "give each intent a class of its own");
    }

    NamedRule noFieldInjection() {
        return NamedRule.of(
                "no-field-injection",
                fields().that()
                        .areDeclaredInClassesThat(layout.belowRoot())
                        .should()
                        .notBeAnnotatedWith(describe(
                                "an injecting annotation",
                                annotation -> INJECTING.contains(
                                        annotation.getRawType().getName()))),
                "no field is injected",
                "a class without what it needs cannot be made, and tests need no framework",
                "take it in the constructor, and make the field final");
    }

    NamedRule noCatchAllPackages() {
        return NamedRule.of(
                "no-catch-all-packages",
                noClasses()
                        .that(layout.belowRoot())
                        .and()
                        .doNotHaveSimpleName("package-info")
                        .should()
                        .resideInAnyPackage(
                                "..common..",
                                "..util..",
                                "..utils..",
                                "..shared..",
                                "..impl..",
                                "..dto..",
                                "..helper..",
                                "..helpers..",
                                "..misc.."),
                "packages are named for what they are about",
                "a name that fits everything collects everything",
                "put the class beside the one it helps");
    }

    NamedRule smallPackages(int most, Map<String, Integer> larger) {
        return NamedRule.of(
                "small-packages",
                classes().that(layout.writtenByHand()).should(new LiveInASmallPackage(most, larger)),
                "no package has more than " + most + " classes",
                "whoever looks for a class reads its package's list",
                "divide the package by the words of its classes, or say larger(...)");
    }

    NamedRule nullMarked() {
        return NamedRule.of(
                "null-marked",
                classes().that(layout.writtenByHand()).should(new LiveInAMarkedPackage()),
                "every package says where null may be",
                "tools check null only in marked packages: one that is forgotten is not checked, in silence",
                "add a package-info.java with JSpecify's @NullMarked");
    }

    private static String[] patterns(List<String> known) {
        return known.toArray(String[]::new);
    }

    private static SliceAssignment sliced(String description, Function<JavaClass, Optional<String>> name) {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return name.apply(type).map(SliceIdentifier::of).orElseGet(SliceIdentifier::ignore);
            }

            @Override
            public String getDescription() {
                return description;
            }
        };
    }

    /** The predicates for the rules of a project. */
    static DescribedPredicate<JavaClass> in(List<String> packages) {
        return describe("lie in " + packages, type -> Layout.isBelowAny(type.getPackageName(), packages));
    }
}
