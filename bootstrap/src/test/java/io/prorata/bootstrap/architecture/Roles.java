package io.prorata.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Set;

/** Who is who in the house. */
final class Roles {

    private static final Set<String> JAVA_BASE =
            ModuleLayer.boot().findModule("java.base").orElseThrow().getPackages();

    private final String application;
    private final String port;
    private final String generated;

    Roles(String root) {
        this.application = root + ".application";
        this.port = application + ".port";
        this.generated = root + ".adapter.persistence.generated";
    }

    /** Exactly the module, because {@code java..} would let in java.sql, java.desktop and the rest. */
    DescribedPredicate<JavaClass> ofJavaBase() {
        return describe(
                "belong to java.base",
                type -> type.getBaseComponentType().isPrimitive()
                        || JAVA_BASE.contains(type.getBaseComponentType().getPackageName()));
    }

    boolean isGenerated(JavaClass type) {
        return type.getPackageName().startsWith(generated);
    }

    DescribedPredicate<JavaClass> notGenerated() {
        return describe("are written by hand", type -> !isGenerated(type));
    }

    /** What adapters implement: an interface beside the ports' own values. A sealed interface is a value with several forms. */
    DescribedPredicate<JavaClass> arePorts() {
        return describe(
                "are ports",
                type -> type.getPackageName().equals(port)
                        && type.isInterface()
                        && !type.isAnnotation()
                        && type.isTopLevelClass()
                        && !type.reflect().isSealed());
    }

    /** The application's packages but those of ports, of values and of mechanisms. */
    private boolean isRoomOfUseCases(String name) {
        return name.equals(application)
                || (name.startsWith(application + ".")
                        && !Set.of(port, application + ".view", application + ".cache")
                                .contains(name));
    }

    /** A class of the application that is made of ports and can be asked for something. */
    DescribedPredicate<JavaClass> areUseCases() {
        return describe(
                "are use cases",
                type -> isRoomOfUseCases(type.getPackageName())
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
