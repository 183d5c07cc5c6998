package io.prorata.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;

/** Calls that read the machine's clock or zone. */
final class Clocks {

    private static final Set<String> OLD = Set.of("java.util.Date", "java.util.GregorianCalendar");

    private Clocks() {}

    /** Whether {@code access} reads the time without a given clock; {@code now(zone)} does, too. */
    static boolean isRead(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget called)) {
            return false;
        }
        String owner = access.getTargetOwner().getName();
        List<String> parameters =
                called.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        return switch (access.getName()) {
            case "now" -> owner.startsWith("java.time.") && !parameters.equals(List.of("java.time.Clock"));
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "getInstance" -> owner.equals("java.util.Calendar");
            case "<init>" -> OLD.contains(owner) && parameters.isEmpty();
            default -> false;
        };
    }

    /** Whether {@code access} creates a clock of the machine's time, or reads the machine's zone. */
    static boolean isMade(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        return switch (owner) {
            case "java.time.Clock" -> name.startsWith("system") || name.matches("tick(Millis|Seconds|Minutes)");
            case "java.time.InstantSource" -> name.equals("system");
            case "java.time.ZoneId" -> name.equals("systemDefault");
            case "java.util.TimeZone" -> name.equals("getDefault");
            default -> false;
        };
    }
}
