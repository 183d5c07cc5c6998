package io.prorata.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** That the class's package is {@code @NullMarked}. */
final class LiveInAMarkedPackage extends ArchCondition<JavaClass> {

    LiveInAMarkedPackage() {
        super("live in a package marked for null");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")) {
            events.add(SimpleConditionEvent.violated(
                    type, type.getDescription() + " lives in a package that is not @NullMarked"));
        }
    }
}
