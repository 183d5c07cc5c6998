package io.prorata.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;

/**
 * A rule with the name by which documentation, exceptions and frozen violations refer to it.
 *
 * @param name the name, unique among the rules of a project
 * @param rule what ArchUnit evaluates; its description states the name, what holds, why, and the cure
 */
public record NamedRule(String name, ArchRule rule) {

    /** Refuses names that are no file names: only lower case, digits and hyphens are allowed. */
    public NamedRule {
        if (!name.matches("[a-z][a-z0-9-]*")) {
            throw new IllegalArgumentException(
                    "The name of a rule is of lower case letters, digits and hyphens, and begins with a letter: "
                            + name);
        }
    }

    /**
     * Makes a rule whose message has a reason and a cure.
     *
     * @param statement what holds: {@code "use cases know java.base and the domain"}
     * @param reason why: it completes a sentence that begins with {@code because}
     * @param cure how to fix a violation
     */
    public static NamedRule of(String name, ArchRule rule, String statement, String reason, String cure) {
        return new NamedRule(name, rule.as(name + ": " + statement + ", because " + reason + ". Cure: " + cure));
    }

    /**
     * Passes if {@code classes} keep the rule.
     *
     * @throws AssertionError if they do not; its message lists every violation
     */
    public void check(JavaClasses classes) {
        rule.check(classes);
    }

    /** Returns what {@code classes} break, without failing. */
    public EvaluationResult evaluate(JavaClasses classes) {
        return rule.evaluate(classes);
    }

    /** Returns the name, under which runners of parameterized tests show it. */
    @Override
    public String toString() {
        return name;
    }
}
