package io.prorata.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;

/** What the classes of the application are. */
final class Roles {

    private static final Set<String> JAVA_BASE =
            ModuleLayer.boot().findModule("java.base").orElseThrow().getPackages();

    private final Layout layout;

    Roles(Layout layout) {
        this.layout = layout;
    }

    /** Exactly the module, because {@code java..} would let in java.sql, java.desktop and the rest. */
    static DescribedPredicate<JavaClass> ofJavaBase() {
        return describe(
                "belong to java.base",
                type -> type.getBaseComponentType().isPrimitive()
                        || JAVA_BASE.contains(type.getBaseComponentType().getPackageName()));
    }

    /** What adapters implement: an interface beside the ports' own values. A sealed interface is a value with several forms. */
    DescribedPredicate<JavaClass> arePorts() {
        return describe(
                "are ports",
                type -> layout.ports().contains(type.getPackageName())
                        && type.isInterface()
                        && !type.isAnnotation()
                        && type.isTopLevelClass()
                        && !ClassFiles.isSealed(type));
    }

    private boolean mayHoldUseCases(String packageName) {
        return Layout.isBelowAny(packageName, layout.application())
                && !layout.ports().contains(packageName)
                && !layout.withoutUseCases().contains(packageName);
    }

    /** A class of the application that is made of ports and can be asked for something. */
    DescribedPredicate<JavaClass> areUseCases() {
        return describe(
                "are use cases",
                type -> mayHoldUseCases(type.getPackageName())
                        && type.isTopLevelClass()
                        && !type.isInterface()
                        && !type.isRecord()
                        && !type.isEnum()
                        && type.getModifiers().contains(JavaModifier.PUBLIC)
                        && type.getConstructors().stream()
                                .anyMatch(maker ->
                                        maker.getRawParameterTypes().stream().anyMatch(arePorts())));
    }
}
