package org.example;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.prorata.architecture.NamedRule;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ByJUnitTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.example");

    static Stream<NamedRule> rules() {
        return new OurHouse().house().rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holds(NamedRule rule) {
        rule.check(CLASSES);
    }
}
