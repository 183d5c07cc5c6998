package io.prorata.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The architecture rules of a hexagonal project: the packages of its parts, and the rules that are on.
 *
 * <pre>{@code
 * HouseRules.below("org.example")
 *         .domain("domain")                  // these four lines are the defaults
 *         .application("application")        // its ports are in application.port
 *         .adapters("adapter")               // each package directly below is an adapter
 *         .program("bootstrap")              // creates the objects of the others
 *         .without("null-marked")
 *         .check(classes);
 * }</pre>
 *
 * <p>Packages are named relative to the root: {@code adapter.web} is {@code org.example.adapter.web}. A part without classes breaks {@code
 * layers}, so that a misspelt name does not pass. Each method changes this object and returns it.
 */
public final class HouseRules {

    /** The names of all rules, in the order in which they are checked; some are on only after their types or packages are stated. */
    public static final List<String> NAMES = List.of(
            "layers",
            "every-class-in-a-part",
            "domain-pure",
            "application-pure",
            "adapters-apart",
            "no-cycles",
            "given-clock",
            "use-cases-apart",
            "use-case-is-one-verb",
            "no-field-injection",
            "no-catch-all-packages",
            "small-packages",
            "null-marked",
            "driving-calls-use-cases",
            "exact-money",
            "household-first",
            "typed-sql",
            "no-averages-in-sql",
            "generated-inside");

    private final String root;
    private List<String> domain;
    private List<String> application;
    private List<String> ports = List.of();
    private List<String> withoutUseCases = List.of();
    private List<String> adapterGroups;
    private List<String> adapters = List.of();
    private List<String> program;
    private List<String> generated = List.of();
    private final List<String> domainKnows = new ArrayList<>(List.of("org.jspecify.annotations"));
    private final List<String> applicationKnows = new ArrayList<>(List.of("org.jspecify.annotations"));
    private List<String> verbSuffixes = List.of();
    private int mostClasses = 25;
    private final Map<String, Integer> larger = new LinkedHashMap<>();
    private List<String> driving = List.of();
    private final Set<String> portsOfDriving = new TreeSet<>();
    private @Nullable String money;
    private List<String> exactPackages = List.of();
    private @Nullable String household;
    private Set<String> withoutHousehold = Set.of();
    private List<String> database = List.of();
    private List<String> plainSql = List.of();
    private final Set<String> off = new TreeSet<>();
    private final List<NamedRule> own = new ArrayList<>();
    private @Nullable Path frozen;

    private HouseRules(String root) {
        this.root = root;
        this.domain = List.of(root + ".domain");
        this.application = List.of(root + ".application");
        this.adapterGroups = List.of(root + ".adapter");
        this.program = List.of(root + ".bootstrap");
    }

    /** Starts with the package above all parts. */
    public static HouseRules below(String root) {
        if (!root.matches("[\\w$]+(\\.[\\w$]+)*")) {
            throw new IllegalArgumentException("not the name of a package: \"" + root + "\"");
        }
        return new HouseRules(root);
    }

    /** States the packages of the domain. */
    public HouseRules domain(String... packages) {
        domain = full(packages);
        return this;
    }

    /** States the packages of the use cases. Their ports are in {@code port} below, unless {@link #ports} says otherwise. */
    public HouseRules application(String... packages) {
        application = full(packages);
        return this;
    }

    /** States the packages, without those below them, of the interfaces that adapters implement. */
    public HouseRules ports(String... packages) {
        ports = full(packages);
        return this;
    }

    /** States packages of the application, without those below them, that contain no use cases, such as mechanisms and values. */
    public HouseRules withoutUseCases(String... packages) {
        withoutUseCases = full(packages);
        return this;
    }

    /** States packages of which each one directly below is an adapter: {@code adapter}, or {@code adapter.in} and {@code adapter.out}. */
    public HouseRules adapters(String... packages) {
        adapterGroups = full(packages);
        return this;
    }

    /** States packages that are one adapter each, with all packages below. */
    public HouseRules adapter(String... packages) {
        adapters = full(packages);
        return this;
    }

    /**
     * States the packages of the program, which creates the objects of the others. The empty text is the root package itself; without
     * packages, there is no such part.
     */
    public HouseRules program(String... packages) {
        program = full(packages);
        return this;
    }

    /** States packages that tools generate: their size, null and floating point are not checked. */
    public HouseRules generated(String... packages) {
        generated = full(packages);
        return this;
    }

    /** Allows the domain to depend on more than {@code java.base}: package patterns of ArchUnit such as {@code org.javamoney..}. */
    public HouseRules domainKnows(String... patterns) {
        domainKnows.addAll(List.of(patterns));
        return this;
    }

    /** Allows the application to depend on more than {@code java.base} and the domain: package patterns of ArchUnit. */
    public HouseRules applicationKnows(String... patterns) {
        applicationKnows.addAll(List.of(patterns));
        return this;
    }

    /** States what may follow the verb of a use case: with {@code AtOnce}, {@code show} and {@code showAtOnce} are one verb. */
    public HouseRules verbSuffixes(String... suffixes) {
        verbSuffixes = List.of(suffixes);
        return this;
    }

    /** States how many classes a package may have, without nested classes; 25 by default. */
    public HouseRules mostClasses(int most) {
        mostClasses = most;
        return this;
    }

    /** Allows one package to have more classes, for a reason. An exception that is no longer needed breaks the rule. */
    public HouseRules larger(String packageName, int most, String reason) {
        requireReason(packageName, reason);
        larger.put(full(packageName), most);
        return this;
    }

    /** Turns {@code driving-calls-use-cases} on: the adapters that call the application, and so call use cases and no ports. */
    public HouseRules driving(String... packages) {
        driving = full(packages);
        return this;
    }

    /** States ports that a driving adapter implements itself, and so may call, by their full class names. */
    public HouseRules portsOfDriving(String... types) {
        portsOfDriving.addAll(List.of(types));
        return this;
    }

    /**
     * Turns {@code exact-money} on, for domain, application and every class that uses {@code type}.
     *
     * @param type the full name of the class of amounts
     * @param packages further packages of the rule
     */
    public HouseRules money(String type, String... packages) {
        money = type;
        exactPackages = full(packages);
        return this;
    }

    /**
     * Turns {@code household-first} on: the first parameter of every port method is the id of the owner of the data.
     *
     * @param type the full name of the class of ids: of the household, the tenant, the account
     * @param excepted methods without it, as {@code Port.method}, each with a reason; an exception that is not needed breaks the rule
     */
    public HouseRules household(String type, Map<String, String> excepted) {
        excepted.forEach(HouseRules::requireReason);
        household = type;
        withoutHousehold = Set.copyOf(excepted.keySet());
        return this;
    }

    /** Turns {@code typed-sql}, {@code no-averages-in-sql} and {@code generated-inside} on: the adapters that use jOOQ. */
    public HouseRules jooqIn(String... packages) {
        database = full(packages);
        return this;
    }

    /** States packages in which SQL may be a text. */
    public HouseRules plainSqlIn(String... packages) {
        plainSql = full(packages);
        return this;
    }

    /**
     * Turns rules off.
     *
     * @throws IllegalArgumentException if there is no rule with such a name, so that a misspelt name is noticed
     */
    public HouseRules without(String... names) {
        for (String name : names) {
            if (!NAMES.contains(name)) {
                throw new IllegalArgumentException("no rule is called " + name + "; there are " + NAMES);
            }
            off.add(name);
        }
        return this;
    }

    /** Adds a rule of the project's own. */
    public HouseRules with(NamedRule rule) {
        if (NAMES.contains(rule.name())
                || own.stream().anyMatch(one -> one.name().equals(rule.name()))) {
            throw new IllegalArgumentException("there is a rule " + rule.name() + " already");
        }
        own.add(rule);
        return this;
    }

    /**
     * Accepts the violations that are listed in {@code folder}, one file for each rule, so that a project with old violations gets no new
     * ones. Fixed violations are removed from their file. A run with {@code -Dprorata.architecture.freeze=true} creates missing files;
     * commit them.
     */
    public HouseRules frozenIn(Path folder) {
        frozen = folder;
        return this;
    }

    /** Returns the rules that are on, in the order of {@link #NAMES}, then those of the project. */
    public List<NamedRule> rules() {
        Layout layout = layout();
        GeneralRules general = new GeneralRules(layout);
        List<NamedRule> rules = new ArrayList<>(List.of(
                general.layers(),
                general.everyClassInAPart(),
                general.domainPure(domainKnows),
                general.applicationPure(applicationKnows),
                general.adaptersApart(),
                general.noCycles(),
                general.givenClock(),
                general.useCasesApart(),
                general.useCaseIsOneVerb(verbSuffixes),
                general.noFieldInjection(),
                general.noCatchAllPackages(),
                general.smallPackages(mostClasses, larger),
                general.nullMarked()));
        StatedRules stated = new StatedRules(layout);
        if (!driving.isEmpty()) {
            rules.add(stated.drivingCallsUseCases(driving, portsOfDriving));
        }
        if (money != null) {
            rules.add(stated.exactMoney(money, exactPackages));
        }
        if (household != null) {
            rules.add(stated.householdFirst(household, withoutHousehold));
        }
        if (!database.isEmpty()) {
            List<String> textAllowed = new ArrayList<>(plainSql);
            textAllowed.addAll(generated);
            rules.add(stated.typedSql(textAllowed));
            rules.add(stated.noAveragesInSql());
            rules.add(stated.generatedInside(database));
        }
        rules.removeIf(rule -> off.contains(rule.name()));
        rules.addAll(own);
        Path folder = frozen;
        return folder == null
                ? List.copyOf(rules)
                : rules.stream()
                        .map(rule -> FrozenViolations.freeze(rule, folder))
                        .toList();
    }

    /** Returns the rule with this name; empty if it is off. */
    public Optional<NamedRule> rule(String name) {
        return rules().stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    /**
     * Passes if {@code classes} keep every rule.
     *
     * @throws AssertionError if they do not; its message lists the violations of all rules
     */
    public void check(JavaClasses classes) {
        List<String> broken = new ArrayList<>();
        for (NamedRule rule : rules()) {
            try {
                rule.check(classes);
            } catch (AssertionError e) {
                broken.add(e.getMessage());
            }
        }
        if (!broken.isEmpty()) {
            throw new AssertionError(String.join("\n\n", broken));
        }
    }

    private Layout layout() {
        List<String> portPackages = ports.isEmpty()
                ? application.stream().map(part -> part + ".port").toList()
                : ports;
        return new Layout(
                root, domain, application, portPackages, withoutUseCases, adapterGroups, adapters, program, generated);
    }

    private List<String> full(String... packages) {
        return Arrays.stream(packages).map(this::full).toList();
    }

    private String full(String name) {
        if (name.startsWith(root + ".")) {
            throw new IllegalArgumentException(
                    "packages are named from the root on: not " + name + ", but what follows " + root);
        }
        return name.isEmpty() ? root : root + "." + name;
    }

    private static void requireReason(String what, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("the exception " + what + " needs a reason");
        }
    }
}
