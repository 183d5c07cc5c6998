package io.prorata.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * That no package has more than a certain number of top-level classes; {@code package-info} does not count. An exception that is no
 * longer needed breaks the rule, too.
 */
final class LiveInASmallPackage extends ArchCondition<JavaClass> {

    private final int most;
    private final Map<String, Integer> larger;
    private final Map<String, SortedSet<String>> byPackage = new TreeMap<>();

    /** @param larger packages that may have more, with how many */
    LiveInASmallPackage(int most, Map<String, Integer> larger) {
        super("live in a package of at most " + most + " classes");
        this.most = most;
        this.larger = Map.copyOf(larger);
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (type.isTopLevelClass() && !type.getSimpleName().equals("package-info")) {
            byPackage
                    .computeIfAbsent(type.getPackageName(), first -> new TreeSet<>())
                    .add(type.getName());
        }
    }

    @Override
    public void finish(ConditionEvents events) {
        byPackage.forEach((name, types) -> {
            int allowed = larger.getOrDefault(name, most);
            if (types.size() > allowed) {
                events.add(SimpleConditionEvent.violated(
                        name, name + " has " + types.size() + " classes, of at most " + allowed + ": " + types));
            }
        });
        new TreeMap<>(larger).forEach((name, allowed) -> {
            if (byPackage.getOrDefault(name, new TreeSet<>()).size() <= most) {
                events.add(SimpleConditionEvent.violated(
                        name, name + " may have " + allowed + " classes, and needs that exception no longer"));
            }
        });
        byPackage.clear();
    }
}
