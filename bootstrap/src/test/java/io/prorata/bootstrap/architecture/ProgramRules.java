package io.prorata.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import io.prorata.architecture.NamedRule;
import java.util.List;

/** The rules that this program has beside those of any house. */
final class ProgramRules {

    /** What is written by the renderer and read by the web lies here: nothing else of the web is known to the renderer. */
    private static final List<String> OF_BOTH = List.of(".json..", ".build..");

    private final String application;
    private final String web;
    private final String bootstrap;

    ProgramRules(String root) {
        this.application = root + ".application";
        this.web = root + ".adapter.web";
        this.bootstrap = root + ".bootstrap";
    }

    List<NamedRule> all() {
        return List.of(composedOnce(), renderingKnowsNoWeb(), webKnowsNoRendering());
    }

    private NamedRule composedOnce() {
        return NamedRule.of(
                "composed-once",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(application + "..", bootstrap + ".composition..")
                        .should()
                        .callConstructorWhere(describe("what is made is given a port", this::takesAPort)),
                "what takes a port is made in the composition alone",
                "server and command line would differ in what they give it",
                "let bootstrap.composition make it");
    }

    private boolean takesAPort(JavaConstructorCall call) {
        return call.getTargetOwner().getPackageName().startsWith(application)
                && call.getTarget().getRawParameterTypes().stream()
                        .anyMatch(type -> type.isInterface()
                                && type.isTopLevelClass()
                                && type.getPackageName().equals(application + ".port"));
    }

    private NamedRule renderingKnowsNoWeb() {
        DescribedPredicate<JavaClass> ofTheWeb = resideInAnyPackage(web + "..");
        DescribedPredicate<JavaClass> allowed = resideInAnyPackage(
                        OF_BOTH.stream().map(web::concat).toArray(String[]::new))
                .or(resideInAnyPackage(web + ".rendering.."))
                // Written and read in one class.
                .or(describe(
                        "the forms of splits and bases",
                        type -> List.of(web + ".plan.BaseJson", web + ".plan.SplitJson")
                                .contains(type.getName())));
        return NamedRule.of(
                "rendering-knows-no-web",
                noClasses()
                        .that()
                        .resideInAPackage(web + ".rendering..")
                        .should()
                        .dependOnClassesThat(ofTheWeb.and(DescribedPredicate.not(allowed))),
                "the renderer knows texts and values, and nothing of requests and answers",
                "it is the adapter of a port of its own, which the application calls",
                "hand it what it needs in the view, or move what both need to web.json");
    }

    private NamedRule webKnowsNoRendering() {
        return NamedRule.of(
                "web-knows-no-rendering",
                noClasses()
                        .that()
                        .resideInAPackage(web + "..")
                        .and()
                        .resideOutsideOfPackage(web + ".rendering..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(web + ".rendering.."),
                "the web knows nothing of how views are written",
                "a view comes to it as finished bytes",
                "move what both need to web.json");
    }
}
