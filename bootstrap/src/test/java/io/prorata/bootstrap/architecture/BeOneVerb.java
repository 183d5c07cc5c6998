package io.prorata.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/**
 * That a class implements nothing, and all its public methods have one name. {@code showAtOnce} is the verb {@code show}, for whoever
 * cannot wait.
 */
final class BeOneVerb extends ArchCondition<JavaClass> {

    BeOneVerb() {
        super("have one verb and implement nothing");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!type.getRawInterfaces().isEmpty()) {
            events.add(SimpleConditionEvent.violated(type, type.getDescription() + " implements an interface"));
        }
        List<String> verbs = type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .map(method -> method.getName().replaceFirst("AtOnce$", ""))
                .distinct()
                .sorted()
                .toList();
        if (verbs.size() != 1) {
            events.add(SimpleConditionEvent.violated(type, type.getDescription() + " has the verbs " + verbs));
        }
    }
}
