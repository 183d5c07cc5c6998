package io.prorata.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** That a class implements nothing, and all its public methods have one name. */
final class BeOneVerb extends ArchCondition<JavaClass> {

    private final List<String> suffixes;

    /** @param suffixes what may follow the verb: with {@code AtOnce}, {@code showAtOnce} is the verb {@code show} */
    BeOneVerb(List<String> suffixes) {
        super("have one verb and implement nothing");
        this.suffixes = List.copyOf(suffixes);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!type.getRawInterfaces().isEmpty()) {
            events.add(SimpleConditionEvent.violated(type, type.getDescription() + " implements an interface"));
        }
        List<String> verbs = type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(method -> verb(method.getName()))
                .distinct()
                .sorted()
                .toList();
        if (verbs.size() != 1) {
            events.add(SimpleConditionEvent.violated(type, type.getDescription() + " has the verbs " + verbs));
        }
    }

    private String verb(String method) {
        return suffixes.stream()
                .filter(suffix -> method.endsWith(suffix) && method.length() > suffix.length())
                .findFirst()
                .map(suffix -> method.substring(0, method.length() - suffix.length()))
                .orElse(method);
    }
}
