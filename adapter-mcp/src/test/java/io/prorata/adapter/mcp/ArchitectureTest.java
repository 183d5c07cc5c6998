package io.prorata.adapter.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.prorata.architecture.HouseRules;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the house hold here, too, and no class of the program is known. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.prorata.adapter.mcp");

    /** Layers are of several parts: there is one here, and the other test says what it knows. */
    @Test
    void theRulesOfTheHouseHold() {
        HouseRules.below("io.prorata").without("layers").check(CLASSES);
    }

    @Test
    void theApiIsAllThatIsKnown() {
        assertEquals(
                List.of(),
                CLASSES.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass())
                        .map(JavaClass::getPackageName)
                        .filter(name -> name.startsWith("io.prorata") && !name.equals("io.prorata.adapter.mcp"))
                        .distinct()
                        .toList());
    }
}
