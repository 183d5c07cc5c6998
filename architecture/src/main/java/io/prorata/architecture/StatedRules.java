package io.prorata.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/** Rules that need types and packages of the project: its money, its tenant, its database. */
final class StatedRules {

    private final Layout layout;
    private final Roles roles;

    StatedRules(Layout layout) {
        this.layout = layout;
        this.roles = new Roles(layout);
    }

    /** @param packages of the rule besides domain, application and the classes that use {@code money} */
    NamedRule exactMoney(String money, List<String> packages) {
        DescribedPredicate<JavaClass> nearMoney = describe(
                "belong to domain or application, or know " + money,
                type -> layout.inDomain().test(type)
                        || layout.inApplication().test(type)
                        || GeneralRules.in(packages).test(type)
                        || type.getDirectDependenciesFromSelf().stream()
                                .anyMatch(dependency -> dependency
                                        .getTargetClass()
                                        .getBaseComponentType()
                                        .getName()
                                        .equals(money)));
        return NamedRule.of(
                "exact-money",
                classes().that(nearMoney).and(not(layout.generatedByTools())).should(new HoldNoFloatingPoint()),
                "no floating point comes near money",
                "0.1 + 0.2 is not 0.3",
                "count whole minor units and parts per million, or use BigDecimal");
    }

    NamedRule householdFirst(String householdId, Set<String> excepted) {
        return NamedRule.of(
                "household-first",
                classes().that(roles.arePorts()).should(new NameTheHouseholdFirst(householdId, excepted)),
                "every port method begins with the id of whose data it is about",
                "whoever forgets it reads the neighbours' books",
                "make the id the first parameter, or name the method with a reason; remove exceptions that are not needed");
    }

    NamedRule drivingCallsUseCases(List<String> driving, Set<String> ownPorts) {
        return NamedRule.of(
                "driving-calls-use-cases",
                classes()
                        .that(GeneralRules.in(driving))
                        .should(new MakeNoAccess(
                                "call a port",
                                access -> roles.arePorts().test(access.getTargetOwner())
                                        && !ownPorts.contains(
                                                access.getTargetOwner().getName()))),
                "what drives the application calls use cases, never a port that others implement",
                "who may do what, in one transaction, is decided in a use case",
                "write a use case, however short; a port that the adapter itself implements is named as its own");
    }

    NamedRule typedSql(List<String> textAllowed) {
        return NamedRule.of(
                "typed-sql",
                classes()
                        .that(layout.belowRoot())
                        .and(not(GeneralRules.in(textAllowed)))
                        .should(new MakeNoAccess("run SQL that is a text", PlainSql::isUsed)),
                "SQL is typed; statements as text are for the packages named for them",
                "text escapes the compiler, the migrations and the next database",
                "write the statement with jOOQ's types, or move it to a package that plainSqlIn(...) names");
    }

    NamedRule noAveragesInSql() {
        return NamedRule.of(
                "no-averages-in-sql",
                classes()
                        .that(layout.belowRoot())
                        .should(
                                new MakeNoAccess(
                                        "ask SQL for an average",
                                        access -> access.getTargetOwner()
                                                        .getPackageName()
                                                        .startsWith("org.jooq")
                                                && access.getName()
                                                        .matches(
                                                                "(avg|median|percentile|stddev|var(Pop|Samp)|product).*"))),
                "means are reckoned from counts and sums",
                "AVG and its kin are floating point in SQLite, and round differently in other databases",
                "select SUM and COUNT, and divide where the rounding is stated");
    }

    NamedRule generatedInside(List<String> owners) {
        return NamedRule.of(
                "generated-inside",
                noClasses()
                        .that(layout.belowRoot())
                        .and(not(GeneralRules.in(owners)))
                        .should()
                        .dependOnClassesThat(layout.generatedByTools().or(resideInAnyPackage("org.jooq.."))),
                "tables, rows and jOOQ stay inside the adapter of the database",
                "another database brings other tables behind the same ports",
                "return a value of the domain or of the port from the adapter");
    }
}
