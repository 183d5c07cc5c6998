package io.prorata.bootstrap.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;

/** That a port's methods have the household's id as first parameter. */
final class NameTheHouseholdFirst extends ArchCondition<JavaClass> {

    private final String householdId;
    private final Set<String> excepted;

    /** @param excepted methods for which there is a reason, as {@code Port.method} */
    NameTheHouseholdFirst(String householdId, Set<String> excepted) {
        super("begin with the household's id");
        this.householdId = householdId;
        this.excepted = excepted;
    }

    @Override
    public void check(JavaClass port, ConditionEvents events) {
        port.getMethods().stream()
                .filter(method -> !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC)
                        && !excepted.contains(nameOf(method))
                        && !beginsWithHousehold(method))
                .forEach(method -> events.add(SimpleConditionEvent.violated(
                        method, method.getDescription() + " does not begin with the household's id")));
    }

    static String nameOf(JavaMethod method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    private boolean beginsWithHousehold(JavaMethod method) {
        var parameters = method.getRawParameterTypes();
        return !parameters.isEmpty() && parameters.get(0).getName().equals(householdId);
    }
}
