package io.prorata.bootstrap.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.prorata.adapter.web.access.OperatorSecret;
import io.prorata.adapter.web.properties.ServerProperties;
import io.prorata.application.access.IssueToken;
import io.prorata.application.cache.Features;
import io.prorata.application.cache.Tiers;
import io.prorata.application.memory.InMemoryBooks;
import io.prorata.application.memory.InMemoryCalculations;
import io.prorata.application.memory.InMemoryViews;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.Store;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.view.Tier;
import io.prorata.bootstrap.command.Shell;
import io.prorata.bootstrap.composition.UseCases;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The server as Micronaut starts it: application.yml, properties of the test, and beans for the ports. */
@MicronautTest
@Property(name = "prorata.requests-per-minute", value = "2")
@Property(name = "spec.name", value = "MicronautServerTest")
class MicronautServerTest {

    @Inject
    private EmbeddedServer server;

    @Inject
    private ServerProperties properties;

    @Inject
    private UnitOfWork work;

    @Test
    void propertiesReachTheServerThatBeansMake() throws IOException, InterruptedException {
        UseCases useCases = UseCases.over(work, Shell.MID_MARCH);
        HouseholdId household = useCases.household()
                .createHousehold()
                .create(
                        Actor.COMMAND_LINE,
                        new Household(
                                "Ours",
                                Currency.getInstance("EUR"),
                                ZoneOffset.UTC,
                                List.of(new Member(new MemberKey("x"), "X"))));
        String token = useCases.access()
                .issueToken()
                .issue(household, Actor.COMMAND_LINE, new IssueToken.Command("test", Tokens.TokenScope.READ))
                .result()
                .secret()
                .text();

        assertEquals(2, properties.limit());
        assertEquals(200, get("/health/live", "").statusCode());
        assertEquals(200, get("/household", token).statusCode());
        assertEquals(200, get("/household", token).statusCode());
        assertEquals(429, get("/household", token).statusCode());
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.getURI().resolve(path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    /** Every test's beans are on the class path of all: these are for this one. */
    @Factory
    @Requires(property = "spec.name", value = "MicronautServerTest")
    static final class Ports {

        @Singleton
        Clock clock() {
            return Shell.MID_MARCH;
        }

        @Singleton
        @Bean(typed = {UnitOfWork.class, Snapshots.class, Store.class})
        InMemoryBooks books(Clock clock) {
            return new InMemoryBooks(clock, new SplittableRandom(7));
        }

        @Singleton
        Tiers tiers() {
            return new Tiers(List.of(new InMemoryViews(Tier.NEAR)), new InMemoryCalculations());
        }

        @Singleton
        Features features() {
            return new Features();
        }

        @Singleton
        OperatorSecret secret() {
            return OperatorSecret.draw(new SecureRandom());
        }
    }
}
