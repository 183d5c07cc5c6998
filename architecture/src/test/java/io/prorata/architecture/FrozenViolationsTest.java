package io.prorata.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old violations pass once they are written down; new ones do not. */
class FrozenViolationsTest {

    @TempDir
    Path folder;

    @AfterEach
    void freezeNoMore() {
        System.clearProperty(FrozenViolations.FREEZE);
    }

    private List<NamedRule> rules() {
        return FixtureHouse.rules().frozenIn(folder).rules();
    }

    private NamedRule rule(String name) {
        return FixtureHouse.rules().frozenIn(folder).rule(name).orElseThrow();
    }

    @Test
    void withoutItsFileARuleIsNotFrozen() {
        for (NamedRule rule : rules()) {
            assertThrows(AssertionError.class, () -> rule.check(Marks.HOUSE), rule.name());
        }
        assertFalse(Files.exists(folder.resolve("layers.txt")));
    }

    @Test
    void whatWasThereWhenItWasFrozenPassesForEveryRule() throws IOException {
        System.setProperty(FrozenViolations.FREEZE, "true");
        FixtureHouse.rules().frozenIn(folder).check(Marks.HOUSE);
        System.clearProperty(FrozenViolations.FREEZE);

        FixtureHouse.rules().frozenIn(folder).check(Marks.HOUSE);
        try (var files = Files.list(folder)) {
            assertEquals(HouseRules.NAMES.size(), files.count());
        }
    }

    @Test
    void whatIsNewFails() throws IOException {
        System.setProperty(FrozenViolations.FREEZE, "true");
        rule("given-clock").check(Marks.HOUSE);
        System.clearProperty(FrozenViolations.FREEZE);
        Path file = folder.resolve("given-clock.txt");
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        String first = lines.remove(0);
        Files.write(file, lines);

        AssertionError failure =
                assertThrows(AssertionError.class, () -> rule("given-clock").check(Marks.HOUSE));
        String message = String.valueOf(failure.getMessage());
        assertTrue(message.contains(first), message);
        assertTrue(message.contains("(1 times)"), message);
    }

    @Test
    void whatIsMendedLeavesItsFileAndDoesNotComeBack() throws IOException {
        System.setProperty(FrozenViolations.FREEZE, "true");
        rule("given-clock").check(Marks.HOUSE);
        System.clearProperty(FrozenViolations.FREEZE);

        JavaClasses mended = new ClassFileImporter().importPackages(FixtureHouse.ROOT + ".domain");
        rule("given-clock").check(mended);
        assertEquals(List.of(), Files.readAllLines(folder.resolve("given-clock.txt")));
        assertThrows(AssertionError.class, () -> rule("given-clock").check(Marks.HOUSE));
    }
}
