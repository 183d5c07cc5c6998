package io.prorata.application;

import io.prorata.application.port.Actor;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.domain.household.HouseholdId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Finds out who asks. A revoked token is refused from the next request on. */
public final class Authenticate {

    /** About when a token was last used is all that a household wants to know; each note is a write. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

    private final UnitOfWork work;
    private final Clock clock;
    private final Executor later;
    private final Map<TokenKey, Instant> noted = new ConcurrentHashMap<>();

    /** @param later where uses are noted, so that nobody waits for it */
    public Authenticate(UnitOfWork work, Clock clock, Executor later) {
        this.work = work;
        this.clock = clock;
        this.later = later;
    }

    private record TokenKey(HouseholdId household, long id) {}

    /** Returns what the bearer of {@code text} may do; empty for a token that is malformed, unknown, wrong or revoked. */
    public Optional<Access> authenticate(String text) {
        return BearerToken.read(text)
                .flatMap(shown -> find(shown).map(kept -> {
                    noteUse(shown.household(), kept);
                    return new Access(shown.household(), kept.scope(), actor(kept));
                }));
    }

    private Optional<Tokens.Token> find(BearerToken shown) {
        return work.read(
                shown.household(),
                books -> books.tokens()
                        .find(shown.household(), shown.id())
                        .filter(kept -> !kept.revoked() && isOf(kept, shown)));
    }

    private void noteUse(HouseholdId household, Tokens.Token token) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var key = new TokenKey(household, token.id());
        Instant last = noted.get(key);
        if (last == null || now.isAfter(last.plus(NOTED_EVERY))) {
            noted.put(key, now);
            later.execute(() -> note(key, now));
        }
    }

    private void note(TokenKey key, Instant at) {
        try {
            work.together(key.household(), notes -> {
                notes.used(key.household(), key.id(), at);
                return key;
            });
        } catch (StoreUnavailableException e) {
            // The next use is noted instead.
            noted.remove(key);
        }
    }

    /** Takes the same time wherever the two differ, so that nobody guesses a hash letter by letter. */
    private static boolean isOf(Tokens.Token kept, BearerToken shown) {
        return MessageDigest.isEqual(
                kept.hash().getBytes(StandardCharsets.US_ASCII), shown.hash().getBytes(StandardCharsets.US_ASCII));
    }

    private static Actor actor(Tokens.Token token) {
        return new Actor("token " + token.id() + " (" + token.name() + ")");
    }
}
