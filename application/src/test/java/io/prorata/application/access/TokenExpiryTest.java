package io.prorata.application.access;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.memory.InMemoryBooks;
import io.prorata.application.port.Tokens.TokenScope;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A token that has an end is valid until then, whatever is remembered of it. */
class TokenExpiryTest {

    private Instant now = NOON;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final InMemoryBooks books = new InMemoryBooks(clock, new SplittableRandom(1));
    private final HouseholdId household = found(books);
    private final IssueToken issue = new IssueToken(books, clock, new SecureRandom());
    private final Authenticate authenticate = new Authenticate(books, books, clock, Runnable::run);

    @Test
    void itIsValidUntilItsEnd() {
        Instant end = NOON.plusSeconds(3600);
        String token = issued(Optional.of(end));

        assertTrue(authenticate.authenticate(token).isPresent());
        now = end.minusSeconds(1);
        assertTrue(authenticate.authenticateAtOnce(token).isPresent());
        now = end;
        assertEquals(Optional.empty(), authenticate.authenticateAtOnce(token));
        assertEquals(Optional.empty(), authenticate.authenticate(token));
    }

    @Test
    void withoutAnEndItStaysValid() {
        String token = issued(Optional.empty());
        now = NOON.plusSeconds(1_000_000_000);
        assertTrue(authenticate.authenticate(token).isPresent());
    }

    @Test
    void itsEndLiesAhead() {
        var refused = assertThrows(RefusedException.class, () -> issued(Optional.of(NOON)));
        assertEquals(new Refusal.BrokenRule("/expires_at", "a token expires in the future"), refused.refusal());
    }

    private String issued(Optional<Instant> end) {
        return issue.issue(household, ANNA, new IssueToken.Command("guest", TokenScope.READ, end))
                .result()
                .secret()
                .text();
    }
}
