package io.prorata.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;

/** That no call, reference to a method or use of a field is of the forbidden kind. */
final class MakeNoAccess extends ArchCondition<JavaClass> {

    private final Predicate<JavaAccess<?>> forbidden;

    MakeNoAccess(String description, Predicate<JavaAccess<?>> forbidden) {
        super("not " + description);
        this.forbidden = forbidden;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getAccessesFromSelf().stream()
                .filter(forbidden)
                .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
    }
}
