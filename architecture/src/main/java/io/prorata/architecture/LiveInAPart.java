package io.prorata.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** That a class belongs to a part: the other rules allow everything to a class outside the parts. */
final class LiveInAPart extends ArchCondition<JavaClass> {

    private final Layout layout;

    LiveInAPart(Layout layout) {
        super("live in a part");
        this.layout = layout;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        if (!type.getSimpleName().equals("package-info") && !layout.isInAPart(type.getPackageName())) {
            events.add(SimpleConditionEvent.violated(
                    type,
                    type.getDescription() + " lives in " + type.getPackageName()
                            + ", which is neither domain, application, an adapter nor the program"));
        }
    }
}
