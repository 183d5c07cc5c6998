package io.prorata.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** That a class neither holds nor calls another of its kind. Constants and nested records of the others may be used. */
final class StandApart extends ArchCondition<JavaClass> {

    private final DescribedPredicate<JavaClass> kind;

    StandApart(DescribedPredicate<JavaClass> kind) {
        super("neither hold nor call others that " + kind.getDescription());
        this.kind = kind;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        type.getFields().stream()
                .filter(field -> isAnother(type, field.getRawType()))
                .forEach(field -> events.add(SimpleConditionEvent.violated(
                        field,
                        field.getDescription() + " holds " + field.getRawType().getName())));
        type.getAccessesFromSelf().stream()
                .filter(access ->
                        access.getTarget() instanceof CodeUnitAccessTarget && isAnother(type, access.getTargetOwner()))
                .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
    }

    private boolean isAnother(JavaClass type, JavaClass other) {
        return !other.equals(type) && kind.test(other);
    }
}
