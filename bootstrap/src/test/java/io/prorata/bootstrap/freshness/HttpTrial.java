package io.prorata.bootstrap.freshness;

import io.prorata.adapter.web.ServerSettings;
import io.prorata.application.Examples;
import io.prorata.application.access.IssueToken;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.query.ViewQuery;
import io.prorata.bootstrap.composition.TierSettings;
import io.prorata.bootstrap.server.Server;
import io.prorata.domain.household.HouseholdId;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** People who act over HTTP, on a server as it is started for them. */
final class HttpTrial {

    private static final TierSettings TIERS =
            new TierSettings(192 * 1024, 8 * 1024 * 1024, Optional.empty(), Optional.empty());

    static final List<ViewQuery> VIEWS =
            HttpPerson.PAGES.stream().map(HttpPerson.Page::view).toList();

    private HttpTrial() {}

    static History act(Path books, int clients, int households, int times, int writesPerMille, long seed)
            throws InterruptedException {
        var history = new History();
        var random = new SplittableRandom(seed);
        try (Server server =
                        Server.start(books, new ServerSettings(ServerSettings.LOOPBACK, -1), TIERS, AnyAction.CLOCK);
                var client = HttpClient.newHttpClient()) {
            List<AnyAction.Made> made = new ArrayList<>();
            for (int i = 0; i < households; i++) {
                made.add(new AnyAction.Made());
                Examples.found(server.work());
            }
            List<HttpPerson> people = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int home = i % households;
                var household = new HouseholdId(home + 1);
                var token = new StringBuilder();
                var issue = new Action("issue a token", (door, id) -> token.append(secret(door, id)));
                var actions = new AnyAction(Trial.MONTHS, random.split(), made.get(home));
                // Issuing the token is part of the history too.
                var founder = new HttpPerson(
                        -i - 1,
                        household,
                        HttpPerson.Servers.one(server.address()),
                        "",
                        client,
                        server.work(),
                        actions,
                        random);
                founder.writeBeside(issue);
                if (i < households) {
                    actions.first().forEach(founder::writeBeside);
                }
                founder.report(history);
                people.add(new HttpPerson(
                        i,
                        household,
                        HttpPerson.Servers.one(server.address()),
                        token.toString(),
                        client,
                        server.work(),
                        actions,
                        random.split()));
            }
            List<Thread> acting = people.stream()
                    .map(person -> Thread.ofPlatform().start(() -> person.act(times, writesPerMille)))
                    .toList();
            for (Thread person : acting) {
                person.join();
            }
            people.forEach(person -> person.report(history));
        }
        return history;
    }

    static String secret(UnitOfWork door, HouseholdId household) {
        return new IssueToken(door, AnyAction.CLOCK, new SecureRandom())
                .issue(household, Examples.ANNA, new IssueToken.Command("trial", Tokens.TokenScope.WRITE))
                .result()
                .secret()
                .text();
    }
}
