package io.prorata.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * That neither fields, parameters and results, nor calls, nor the instructions of method bodies are floating point.
 *
 * <p>Primitives are no dependencies, so a rule over dependencies passes on a class full of doubles. {@code cents * 1.1} calls nothing, so
 * the instructions themselves are checked.
 */
final class HoldNoFloatingPoint extends ArchCondition<JavaClass> {

    HoldNoFloatingPoint() {
        super("hold, take, return, call and reckon with no floating point");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (JavaField field : type.getFields()) {
            if (involved(field.getType())) {
                report(field, field.getDescription() + " is floating point", events);
            }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
            if (Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                    .anyMatch(HoldNoFloatingPoint::involved)) {
                report(unit, unit.getDescription() + " takes or returns floating point", events);
            }
        }
        type.getAccessesFromSelf().stream()
                .filter(HoldNoFloatingPoint::isFloating)
                .forEach(access -> report(access, access.getDescription() + ", which is floating point", events));
        FloatingInstructions.in(type).forEach(unit -> report(type, unit + " reckons with floating point", events));
    }

    private static void report(Object culprit, String message, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(culprit, message));
    }

    private static boolean isFloating(JavaAccess<?> access) {
        boolean raw = false;
        if (access.getTarget() instanceof FieldAccessTarget field) {
            raw = isFloating(field.getRawType());
        } else if (access.getTarget() instanceof CodeUnitAccessTarget called) {
            raw = isFloating(called.getRawReturnType())
                    || called.getRawParameterTypes().stream().anyMatch(HoldNoFloatingPoint::isFloating);
        }
        return raw
                || isFloating(access.getTargetOwner())
                || resolved(access).filter(HoldNoFloatingPoint::involved).isPresent();
    }

    /** The type with its arguments, if the library that declares it is on the class path: {@code DataType<Double>}. */
    private static Optional<JavaType> resolved(JavaAccess<?> access) {
        if (access.getTarget() instanceof FieldAccessTarget field) {
            return field.resolveMember().map(JavaField::getType);
        }
        if (access.getTarget() instanceof CodeUnitAccessTarget called) {
            return called.resolveMember().map(HoldNoFloatingPoint::result);
        }
        return Optional.empty();
    }

    private static JavaType result(JavaMember unit) {
        return ((JavaCodeUnit) unit).getReturnType();
    }

    private static boolean involved(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().anyMatch(HoldNoFloatingPoint::isFloating);
    }

    private static boolean isFloating(JavaClass type) {
        JavaClass base = type.getBaseComponentType();
        return base.isEquivalentTo(double.class)
                || base.isEquivalentTo(float.class)
                || (base.getPackageName().startsWith("java.")
                        && (base.getSimpleName().contains("Double")
                                || base.getSimpleName().contains("Float")));
    }
}
