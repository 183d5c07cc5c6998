package org.example;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

@AnalyzeClasses(packages = "org.example", importOptions = ImportOption.DoNotIncludeTests.class)
class ByArchUnitTest {
    @ArchTest
    static final ArchTests HOUSE = ArchTests.in(OurHouse.class);
}
