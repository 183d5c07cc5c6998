package io.prorata.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of the house, over the packages below a root. */
public final class HouseRules {

    /** A rule with the name by which fixtures and documentation refer to it. */
    public record HouseRule(String name, ArchRule rule) {}

    /** Methods of ports that do not begin with the household, and why. */
    static final Map<String, String> WITHOUT_HOUSEHOLD = Map.ofEntries(
            Map.entry("UnitOfWork.found", "makes the household, which has no id before"),
            Map.entry("Households.all", "the operator's list of all of them, on the command line alone"),
            Map.entry("StoreAudit.damage", "looks at the store as a store, on the command line alone"),
            Map.entry("StoreAudit.inspect", "verifies the books of all of them, on the command line alone"),
            Map.entry("RawRecords.households", "lists whom to verify, on the command line alone"),
            Map.entry("Books.households", "opens nothing: the books are already those of one transaction"),
            Map.entry("Books.plans", "opens nothing: the books are already those of one transaction"),
            Map.entry("Books.ledger", "opens nothing: the books are already those of one transaction"),
            Map.entry("Books.imports", "opens nothing: the books are already those of one transaction"),
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

    /** Ports that the web itself keeps: it writes the views, and so may ask itself how. */
    private static final Set<String> OF_THE_WEB = Set.of("Renderer");

    /** Of a package, without those nested in others. */
    private static final int MOST_CLASSES = 25;

    private static final Set<String> INJECTING = Set.of(
            "jakarta.inject.Inject",
            "javax.inject.Inject",
            "jakarta.annotation.Resource",
            "io.micronaut.context.annotation.Value",
            "io.micronaut.context.annotation.Property",
            "org.springframework.beans.factory.annotation.Autowired");

    private final String domain;
    private final String application;
    private final String adapters;
    private final String persistence;
    private final String web;
    private final String bootstrap;
    private final String root;
    private final Roles roles;

    /** @param root the package above {@code domain}, {@code application}, {@code adapter} and {@code bootstrap} */
    public HouseRules(String root) {
        this.root = root;
        this.domain = root + ".domain";
        this.application = root + ".application";
        this.adapters = root + ".adapter";
        this.persistence = adapters + ".persistence";
        this.web = adapters + ".web";
        this.bootstrap = root + ".bootstrap";
        this.roles = new Roles(root);
    }

    /** Returns all rules, each with its name. */
    public List<HouseRule> all() {
        List<HouseRule> rules = new ArrayList<>();
        rules.add(new HouseRule("layers", layers()));
        rules.add(new HouseRule("domain-pure", domainPure()));
        rules.add(new HouseRule("application-pure", applicationPure()));
        rules.add(new HouseRule("adapters-apart", adaptersApart()));
        rules.add(new HouseRule("no-cycles", noCycles()));
        rules.add(new HouseRule("exact-money", exactMoney()));
        rules.add(new HouseRule("given-clock", givenClock()));
        rules.add(new HouseRule("household-first", householdFirst()));
        rules.add(new HouseRule("typed-sql", typedSql()));
        rules.add(new HouseRule("no-averages-in-sql", noAveragesInSql()));
        rules.add(new HouseRule("generated-inside", generatedInside()));
        rules.add(new HouseRule("web-calls-use-cases", webCallsUseCases()));
        rules.add(new HouseRule("use-cases-apart", useCasesApart()));
        rules.add(new HouseRule("use-case-is-one-verb", useCaseIsOneVerb()));
        rules.add(new HouseRule("no-field-injection", noFieldInjection()));
        rules.add(new HouseRule("household-words", householdWords()));
        rules.add(new HouseRule("small-packages", smallPackages()));
        rules.add(new HouseRule("null-marked", nullMarked()));
        return List.copyOf(rules);
    }

    private ArchRule layers() {
        return layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("domain")
                .definedBy(domain + "..")
                .layer("application")
                .definedBy(application + "..")
                .layer("adapters")
                .definedBy(adapters + "..")
                .layer("bootstrap")
                .definedBy(bootstrap + "..")
                .whereLayer("domain")
                .mayNotAccessAnyLayer()
                .whereLayer("application")
                .mayOnlyAccessLayers("domain")
                .whereLayer("adapters")
                .mayOnlyAccessLayers("application", "domain")
                .as("dependencies point inwards: domain <- application <- adapters <- bootstrap")
                .because("the rules outlive the framework, and a use case does not know who calls it");
    }

    private ArchRule domainPure() {
        return classes()
                .that()
                .resideInAPackage(domain + "..")
                .should()
                .onlyDependOnClassesThat(
                        roles.ofJavaBase().or(resideInAnyPackage(domain + "..", "org.jspecify.annotations")))
                .as("the domain knows java.base and itself")
                .because("others embed its jar with nothing beside it");
    }

    private ArchRule applicationPure() {
        return classes()
                .that()
                .resideInAPackage(application + "..")
                .should()
                .onlyDependOnClassesThat(roles.ofJavaBase()
                        .or(resideInAnyPackage(domain + "..", application + "..", "org.jspecify.annotations")))
                .as("use cases know java.base and the domain")
                .because("frameworks, databases, HTTP and the formats of files belong to adapters");
    }

    private ArchRule adaptersApart() {
        return slices().matching(adapters + ".(*)..")
                .should()
                .notDependOnEachOther()
                .as("no adapter knows another")
                .because("each is replaced by itself, and they meet at the ports");
    }

    private ArchRule noCycles() {
        return slices().assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return type.getPackageName().startsWith(root) && !roles.isGenerated(type)
                                ? SliceIdentifier.of(type.getPackageName())
                                : SliceIdentifier.ignore();
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .as("packages form no cycle")
                .because("a package is read and changed by itself");
    }

    private ArchRule exactMoney() {
        DescribedPredicate<JavaClass> nearMoney = describe(
                "belong to domain, application or persistence, or know Money",
                type -> resideInAnyPackage(domain + "..", application + "..", persistence + "..")
                                .test(type)
                        || type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(dependency -> dependency
                                        .getTargetClass()
                                        .getPackageName()
                                        .equals(domain + ".money")));
        return classes()
                .that(nearMoney)
                .and(roles.notGenerated())
                .should(new HoldNoFloatingPoint())
                .as("no floating point comes near money")
                .because("amounts are whole minor units and rates parts per million; 0.1 + 0.2 is not 0.3");
    }

    private ArchRule givenClock() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new MakeNoAccess(
                        "read or make a clock of their own",
                        access -> Clocks.isRead(access)
                                || (Clocks.isMade(access)
                                        && !resideInAPackage(bootstrap + "..").test(access.getOriginOwner()))))
                .as("time comes from a clock that is given")
                .because(
                        "a month's plan never depends on today, tests choose their day, and the day is the household's, not the"
                                + " machine's");
    }

    private ArchRule householdFirst() {
        return classes()
                .that(roles.arePorts())
                .should(new NameTheHouseholdFirst(domain + ".household.HouseholdId", WITHOUT_HOUSEHOLD.keySet()))
                .as("every port method begins with the household whose data it is about")
                .because("whoever forgets the household reads the neighbours' books");
    }

    private ArchRule typedSql() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and(resideOutsideOfPackages(
                        persistence + ".sqlite..",
                        persistence + ".postgresql..",
                        // Binds the many values of an import past jOOQ, to statements that jOOQ writes.
                        persistence + ".engine..",
                        // Runs the migrations while the build generates tables and rows; not in the jar.
                        persistence + ".codegen..",
                        persistence + ".generated.."))
                .should(new MakeNoAccess("run SQL that is a text", PlainSql::isUsed))
                .as("SQL is typed; statements as text are the engines' packages' alone")
                .because(
                        "text escapes the compiler, the migrations and the next database; pragmas and BEGIN IMMEDIATE have no type");
    }

    private ArchRule noAveragesInSql() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(new MakeNoAccess(
                        "ask SQL for an average",
                        access -> access.getTargetOwner().getPackageName().startsWith("org.jooq")
                                && access.getName().matches("(avg|median|percentile|stddev|var(Pop|Samp)|product).*")))
                .as("means are reckoned from counts and sums")
                .because("SQLite's AVG and TOTAL are floating point (formula 11)");
    }

    private ArchRule generatedInside() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(persistence + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(persistence + ".generated..", "org.jooq..")
                .as("tables, rows and jOOQ stay inside the persistence adapter")
                .because("another database brings other tables behind the same ports");
    }

    private ArchRule webCallsUseCases() {
        return classes()
                .that()
                .resideInAPackage(web + "..")
                .should(new MakeNoAccess(
                        "call a port",
                        access -> roles.arePorts().test(access.getTargetOwner())
                                && !OF_THE_WEB.contains(access.getTargetOwner().getSimpleName())))
                .as("the web calls use cases, never a port that others keep")
                .because("who may do what, in one transaction, with one change stated, is decided in a use case");
    }

    private ArchRule useCasesApart() {
        return classes()
                .that(roles.areUseCases())
                .should(new StandApart(roles.areUseCases()))
                .as("a use case uses no other")
                .because(
                        "each is one unit of work: one inside another would be two transactions, or a write inside a write");
    }

    private ArchRule useCaseIsOneVerb() {
        return classes()
                .that(roles.areUseCases())
                .should(new BeOneVerb())
                .as("a use case is one verb, with no interface in front")
                .because("one class per intent; who calls it needs no substitute for it");
    }

    private ArchRule noFieldInjection() {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(root + "..")
                .should()
                .notBeAnnotatedWith(describe(
                        "an injecting annotation",
                        annotation -> INJECTING.contains(annotation.getRawType().getName())))
                .as("no field is injected")
                .because("what a class needs stands in its constructor, final");
    }

    private ArchRule householdWords() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .resideInAnyPackage(
                        "..common..", "..util..", "..utils..", "..shared..", "..impl..", "..dto..", "..helper..")
                .as("packages are named for the household's words")
                .because("a helper lives with the word it helps");
    }

    private ArchRule smallPackages() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and(roles.notGenerated())
                .should(new LiveInASmallPackage(MOST_CLASSES, Map.of(persistence, 36)))
                .as("no package has more than " + MOST_CLASSES + " classes")
                .because("whoever looks for a class reads its package's list");
    }

    private ArchRule nullMarked() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .and(roles.notGenerated())
                .should(new LiveInAMarkedPackage())
                .as("every package says where null may be")
                .because("null is checked only in marked packages: one that is forgotten is not checked, in silence");
    }
}
