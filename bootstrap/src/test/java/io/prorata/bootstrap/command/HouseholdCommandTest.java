package io.prorata.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.bootstrap.command.Shell.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseholdCommandTest {

    @TempDir
    private Path home;

    private Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(home);
    }

    private Ended create(String name) {
        return shell.run(
                "household",
                "create",
                "--name",
                name,
                "--currency",
                "EUR",
                "--zone",
                "Europe/Paris",
                "--member",
                "ines=Inès",
                "--member",
                "jules=Jules");
    }

    @Test
    void aHouseholdIsMadeInTheUsersOwnFolderAndListed() {
        Ended made = create("Ours");
        Ended listed = shell.must("household", "list");

        assertEquals(
                List.of(
                        "ID  NAME  CURRENCY  ZONE          MEMBERS",
                        " 1  Ours  EUR       Europe/Paris  ines=Inès, jules=Jules"),
                made.outLines());
        assertEquals(made.out(), listed.out());
        assertTrue(Files.exists(shell.database()));
        assertEquals(
                "Next, let a device in: prorata token create --household 1 --name phone",
                made.err().strip());
    }

    @Test
    void whereTheBooksAreIsSaidByOptionThenEnvironmentThenXdg() {
        Path byOption = home.resolve("a/option.db");
        Path byVariable = home.resolve("b/variable.db");
        Path data = home.resolve("c");
        Shell both = shell.with("PRORATA_DATABASE", byVariable.toString()).with("XDG_DATA_HOME", data.toString());
        String[] make = {"household", "create", "--name", "X", "--currency", "EUR", "--member", "x=X"};

        both.must(Shell.join(make, "--database", byOption.toString()));
        both.must(make);
        shell.with("XDG_DATA_HOME", data.toString()).must(make);

        assertAll(
                () -> assertTrue(Files.exists(byOption)),
                () -> assertTrue(Files.exists(byVariable)),
                () -> assertTrue(Files.exists(data.resolve("prorata/prorata.db"))),
                () -> assertFalse(Files.exists(shell.database())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            euros | x=X     | --currency | no currency
            XXX   | x=X     |            | no minor unit
            EUR   | x       | --member   | write a key and a name
            EUR   | Ines=I  | --member   | a small letter
            EUR   | x=      | --member   | not blank
            """)
    void whatCannotBeAHouseholdIsRefusedByName(String currency, String member, @Nullable String option, String reason) {
        Ended ended = shell.run("household", "create", "--name", "X", "--currency", currency, "--member", member);

        assertEquals(ExitCode.USAGE, ended.code(), ended.err());
        assertTrue(ended.err().contains(reason), ended.err());
        assertTrue(option == null || ended.err().contains(option), ended.err());
        assertFalse(Files.exists(shell.database()));
    }

    @Test
    void twoMembersOfOneKeyAreRefused() {
        Ended ended = shell.run(
                "household", "create", "--name", "X", "--currency", "EUR", "--member", "x=X", "--member", "x=Y");

        assertEquals(ExitCode.USAGE, ended.code());
        assertTrue(ended.err().contains("two members have the same key"), ended.err());
    }

    @Test
    void aDatabaseThatIsNotThereIsNotMadeByLooking() {
        Ended ended = shell.run("household", "list");

        assertEquals(ExitCode.USAGE, ended.code());
        assertTrue(ended.err().contains("There is no database in " + shell.database()), ended.err());
        assertFalse(Files.exists(shell.database()));
    }
}
