package io.prorata.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;

/** The roles of the application's classes. */
final class Roles {

    private static final Set<String> JAVA_BASE =
            ModuleLayer.boot().findModule("java.base").orElseThrow().getPackages();

    private final Layout layout;

    Roles(Layout layout) {
        this.layout = layout;
    }

    /** Only this module: {@code java..} would also allow java.sql, java.desktop and others. */
    static DescribedPredicate<JavaClass> ofJavaBase() {
        return describe(
                "belong to java.base",
                type -> type.getBaseComponentType().isPrimitive()
                        || JAVA_BASE.contains(type.getBaseComponentType().getPackageName()));
    }

    /** A port: an interface that adapters implement. A sealed interface is a value with several forms. */
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

    /** A use case: a class of the application with a port in its constructor and a public method. */
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
