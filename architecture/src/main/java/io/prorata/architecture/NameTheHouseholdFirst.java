package io.prorata.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.TreeSet;

/**
 * That the first parameter of a port's methods is the id of the owner of the data. An exception without its method breaks the rule, too.
 */
final class NameTheHouseholdFirst extends ArchCondition<JavaClass> {

    private final String householdId;
    private final Set<String> excepted;
    private final Set<String> stale;

    /** @param excepted methods for which there is a reason, as {@code Port.method} */
    NameTheHouseholdFirst(String householdId, Set<String> excepted) {
        super("begin with " + householdId);
        this.householdId = householdId;
        this.excepted = Set.copyOf(excepted);
        this.stale = new TreeSet<>(excepted);
    }

    @Override
    public void check(JavaClass port, ConditionEvents events) {
        for (JavaMethod method : port.getMethods()) {
            if (method.getModifiers().contains(JavaModifier.STATIC)
                    || method.getModifiers().contains(JavaModifier.SYNTHETIC)
                    || beginsWithHousehold(method)) {
                continue;
            }
            String name = method.getOwner().getSimpleName() + "." + method.getName();
            stale.remove(name);
            if (!excepted.contains(name)) {
                events.add(SimpleConditionEvent.violated(
                        method, method.getDescription() + " does not begin with " + householdId));
            }
        }
    }

    @Override
    public void finish(ConditionEvents events) {
        stale.forEach(name -> events.add(SimpleConditionEvent.violated(
                name, "the exception " + name + " is not needed: no port has such a method")));
        stale.clear();
        stale.addAll(excepted);
    }

    private boolean beginsWithHousehold(JavaMethod method) {
        var parameters = method.getRawParameterTypes();
        return !parameters.isEmpty() && parameters.get(0).getName().equals(householdId);
    }
}
