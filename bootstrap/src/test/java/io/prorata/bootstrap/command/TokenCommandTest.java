package io.prorata.bootstrap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.bootstrap.command.Shell.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenCommandTest {

    @TempDir
    private Path home;

    private Shell shell;

    @BeforeEach
    void found() {
        shell = new Shell(home);
        found("Ours");
    }

    private void found(String name) {
        shell.must("household", "create", "--name", name, "--currency", "EUR", "--member", "x=X");
    }

    @Test
    void aTokenAloneIsOnStandardOutputAndItsSecretNowhereElse() throws IOException {
        Ended made = shell.must("token", "create", "--name", "phone");

        String secret = made.out().strip();
        assertTrue(secret.matches("prorata_1_1_[A-Za-z0-9_-]{43}"), secret);
        assertFalse(made.err().contains(secret));
        String file = Files.readString(shell.database(), StandardCharsets.ISO_8859_1);
        assertFalse(file.contains(secret.substring("prorata_1_1_".length())));
    }

    @Test
    void tokensAreListedAndRevoked() {
        shell.must("token", "create", "--name", "phone");
        shell.must("token", "create", "--name", "script", "--scope", "read");

        Ended revoked = shell.must("token", "revoke", "1");
        Ended listed = shell.must("token", "list");

        assertEquals("Token 1 (phone) is revoked.", revoked.out().strip());
        assertEquals(
                List.of(
                        "ID  NAME    SCOPE  MADE                  STATE",
                        " 1  phone   write  2026-03-15T12:00:00Z  revoked",
                        " 2  script  read   2026-03-15T12:00:00Z  valid"),
                listed.outLines());
    }

    @Test
    void aTokenMayExpireWithADayOrAtAMoment() {
        Ended byDay = shell.must("token", "create", "--name", "guest", "--expires", "2026-03-20");
        shell.must("token", "create", "--name", "script", "--expires", "2026-03-15T12:30:00Z");

        assertTrue(byDay.err().contains(", until 2026-03-21T00:00:00Z."), byDay.err());
        assertEquals(
                List.of("valid until 2026-03-21T00:00:00Z", "valid until 2026-03-15T12:30:00Z"),
                shell.must("token", "list").outLines().stream()
                        .skip(1)
                        .map(line -> line.substring(line.indexOf("valid")))
                        .toList());
        for (String wrong : List.of("tomorrow", "2026-13-01", "2026-03-20T10:00")) {
            Ended refused = shell.run("token", "create", "--name", "x", "--expires", wrong);
            assertEquals(ExitCode.USAGE, refused.code(), wrong);
            assertTrue(refused.err().contains("--expires wants a day such as 2027-01-31"), refused.err());
        }
        assertEquals(
                ExitCode.REFUSED,
                shell.run("token", "create", "--name", "x", "--expires", "2026-03-14")
                        .code());
    }

    @Test
    void anUnknownTokenIsRefused() {
        Ended ended = shell.run("token", "revoke", "7");

        assertEquals(ExitCode.REFUSED, ended.code());
        assertEquals("No token has the id 7.", ended.err().strip());
    }

    @Test
    void ofSeveralHouseholdsOneHasToBeChosen() {
        found("Theirs");

        Ended none = shell.run("token", "create", "--name", "phone");
        Ended unknown = shell.run("token", "create", "--name", "phone", "--household", "3");
        Ended second = shell.must("token", "create", "--name", "phone", "--household", "2");

        assertEquals(ExitCode.USAGE, none.code());
        assertEquals(
                "Which household? Choose with --household: 1 (Ours), 2 (Theirs)",
                none.err().strip());
        assertEquals(ExitCode.USAGE, unknown.code());
        assertEquals(
                "There is no household 3. There are: 1 (Ours), 2 (Theirs)",
                unknown.err().strip());
        assertTrue(second.out().startsWith("prorata_2_1_"), second.out());
    }
}
