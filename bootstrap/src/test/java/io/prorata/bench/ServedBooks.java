package io.prorata.bench;

import io.prorata.adapter.web.ServerSettings;
import io.prorata.application.access.IssueToken;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Tokens;
import io.prorata.bootstrap.server.Server;
import io.prorata.domain.household.HouseholdId;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/** Serves books of some size, as {@code prorata serve} does, with the limit of requests on, too high to be reached. */
final class ServedBooks {

    private static final int MANY_A_MINUTE = Integer.MAX_VALUE / 2;

    private ServedBooks() {}

    /** @param arguments the file of the database, which is made, how many months it has, and how many rows a month */
    public static void main(String... arguments) throws IOException {
        var settings = new ServerSettings(ServerSettings.LOOPBACK, -1, MANY_A_MINUTE);
        try (Server server = Server.start(Path.of(arguments[0]), settings, Clock.systemUTC())) {
            HouseholdId household =
                    BigBooks.fill(server.work(), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            Child.serve(server.address() + " " + token(server, household));
        }
    }

    /** Returns the secret of a new token of {@code household} that may write. */
    static String token(Server server, HouseholdId household) {
        return new IssueToken(server.work(), Clock.systemUTC(), new SecureRandom())
                .issue(household, Actor.COMMAND_LINE, new IssueToken.Command("bench", Tokens.TokenScope.WRITE))
                .result()
                .secret()
                .text();
    }
}
