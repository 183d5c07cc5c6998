package io.prorata.application.access;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.access.Authenticate.Shown;
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

        assertTrue(authenticate.authenticate(token, Shown.IN_HEADER).isPresent());
        now = end.minusSeconds(1);
        assertTrue(authenticate.authenticateAtOnce(token, Shown.IN_HEADER).isPresent());
        now = end;
        assertEquals(Optional.empty(), authenticate.authenticateAtOnce(token, Shown.IN_HEADER));
        assertEquals(Optional.empty(), authenticate.authenticate(token, Shown.IN_HEADER));
    }

    @Test
    void withoutAnEndItStaysValid() {
        String token = issued(Optional.empty());
        now = NOON.plusSeconds(1_000_000_000);
        assertTrue(authenticate.authenticate(token, Shown.IN_HEADER).isPresent());
    }

    @Test
    void aSessionThatIsBegunWithItEndsWithIt() {
        Instant end = NOON.plusSeconds(3600);
        String session = begun(issued(Optional.of(end)));

        now = end.minusSeconds(1);
        assertTrue(authenticate.authenticate(session, Shown.IN_COOKIE).isPresent());
        now = end;
        assertEquals(Optional.empty(), authenticate.authenticateAtOnce(session, Shown.IN_COOKIE));
        assertEquals(Optional.empty(), authenticate.authenticate(session, Shown.IN_COOKIE));
    }

    @Test
    void aSessionEndsBeforeATokenThatStaysValidLonger() {
        String session = begun(issued(Optional.of(NOON.plus(BeginSession.LASTS).plusSeconds(1))));

        now = NOON.plus(BeginSession.LASTS);
        assertEquals(Optional.empty(), authenticate.authenticate(session, Shown.IN_COOKIE));
    }

    @Test
    void nobodySignsInWithATokenThatHasExpired() {
        String token = issued(Optional.of(NOON.plusSeconds(1)));
        now = NOON.plusSeconds(1);
        var refused = assertThrows(RefusedException.class, () -> begun(token));
        assertEquals(new Refusal.SignInRefused(), refused.refusal());
    }

    @Test
    void itsEndLiesAhead() {
        var refused = assertThrows(RefusedException.class, () -> issued(Optional.of(NOON)));
        assertEquals(new Refusal.BrokenRule("/expires_at", "a token expires in the future"), refused.refusal());
    }

    private String begun(String token) {
        return new BeginSession(books, clock, new SecureRandom())
                .begin(token)
                .result()
                .secret()
                .text();
    }

    private String issued(Optional<Instant> end) {
        return issue.issue(household, ANNA, new IssueToken.Command("guest", TokenScope.READ, end))
                .result()
                .secret()
                .text();
    }
}
