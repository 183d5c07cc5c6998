package io.prorata.application.access;

import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.Snapshots;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.Access;
import io.prorata.application.view.StampAtRevision;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.freshness.Stamp;
import io.prorata.domain.freshness.ViewScopes;
import io.prorata.domain.household.HouseholdId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/** Finds out who asks. A revoked token is refused from the next request on. */
public final class Authenticate {

    /** About when a token was last used is all that a household wants to know; each note is a write. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(5);

    /** What is kept of a token: itself, and the currency of its household. */
    private static final ViewScopes TOKENS = ViewScopes.of(new Scope.Access(), new Scope.Catalogue());

    /** Beyond so many, all are asked for again. */
    private static final int MOST_KNOWN = 50_000;

    private final UnitOfWork work;
    private final Snapshots snapshots;
    private final Clock clock;
    private final Executor later;
    private final Map<TokenKey, Instant> noted = new ConcurrentHashMap<>();
    private final Map<TokenKey, KnownToken> known = new ConcurrentHashMap<>();

    /** @param later where uses are noted, so that nobody waits for it */
    public Authenticate(UnitOfWork work, Snapshots snapshots, Clock clock, Executor later) {
        this.work = work;
        this.snapshots = snapshots;
        this.clock = clock;
        this.later = later;
    }

    /** Where a request shows its token: one that is for the other place is none. */
    public enum Shown {
        IN_HEADER,
        IN_COOKIE
    }

    private record TokenKey(HouseholdId household, long id) {}

    /**
     * A token as it was read.
     *
     * @param stamp of the household's tokens and settings, not later than the reading
     */
    private record KnownToken(String epoch, Stamp stamp, Tokens.Token token, Currency currency) {

        boolean holds(StampAtRevision now) {
            return now.stamp().equals(stamp) && now.revision().epoch().equals(epoch);
        }
    }

    /**
     * Returns what the bearer of {@code text} may do, if memory suffices to say so.
     *
     * @return empty if somebody has to be asked, which is not to say that the token is refused
     */
    public Optional<Access> authenticateAtOnce(String text, Shown where) {
        return BearerToken.read(text)
                .flatMap(shown -> Optional.ofNullable(known.get(keyOf(shown)))
                        .filter(kept -> snapshots
                                .knownStampAtRevision(shown.household(), TOKENS)
                                .filter(kept::holds)
                                .isPresent())
                        .filter(kept -> lets(kept.token(), shown, where))
                        .map(kept -> access(shown, kept)));
    }

    /**
     * Who asks, and how far what they ask for has come.
     *
     * @param view of the moment at which the token was valid
     */
    public record Admission(Access access, StampAtRevision view) {}

    /**
     * Returns what the bearer of {@code text} may do and how far a view has come, if the token is in memory. The store is asked once for both.
     *
     * @param view what the view depends on
     * @return empty if the token is not in memory, or has changed since it was read, which is not to say that it is refused
     */
    public Optional<Admission> authenticate(String text, Shown where, ViewScopes view) {
        return BearerToken.read(text)
                .flatMap(shown -> admitted(shown, where, List.of(TOKENS, view))
                        .map(admitted -> new Admission(
                                access(shown, admitted.token()), admitted.now().getLast())));
    }

    /** @param now how far the views have come that were asked about */
    private record Admitted(KnownToken token, List<StampAtRevision> now) {}

    /** @param views that of the tokens first */
    private Optional<Admitted> admitted(BearerToken shown, Shown where, List<ViewScopes> views) {
        return Optional.ofNullable(known.get(keyOf(shown)))
                .filter(kept -> lets(kept.token(), shown, where))
                .flatMap(kept -> stamps(shown.household(), views)
                        .filter(now -> kept.holds(now.getFirst()))
                        .map(now -> new Admitted(kept, now)));
    }

    /** Returns nothing for a household that is gone. */
    private Optional<List<StampAtRevision>> stamps(HouseholdId household, List<ViewScopes> views) {
        try {
            return Optional.of(snapshots.stampsAtRevision(household, views));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }

    /** Returns what the bearer of {@code text} may do; empty for a token that is malformed, unknown, wrong, revoked or expired. */
    public Optional<Access> authenticate(String text, Shown where) {
        return authenticateAtOnce(text, where)
                .or(() -> BearerToken.read(text)
                        .flatMap(shown -> admitted(shown, where, List.of(TOKENS))
                                .map(Admitted::token)
                                .or(() -> find(shown).filter(found -> lets(found.token(), shown, where)))
                                .map(token -> access(shown, token))));
    }

    private Optional<KnownToken> find(BearerToken shown) {
        if (work.read(shown.household(), books -> books.tokens().find(shown.household(), shown.id()))
                .isEmpty()) {
            return Optional.empty();
        }
        // The stamp first: a token that is read after it is at least as new, and so is never taken for a newer one.
        StampAtRevision before = snapshots.stampAtRevision(shown.household(), TOKENS);
        Optional<KnownToken> found = work.read(
                shown.household(),
                books -> books.tokens()
                        .find(shown.household(), shown.id())
                        .map(token -> new KnownToken(
                                before.revision().epoch(),
                                before.stamp(),
                                withParent(books, shown.household(), token),
                                books.households().get(shown.household()).currency())));
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        found.ifPresent(token -> known.put(keyOf(shown), token));
        return found;
    }

    /** A session is over when the token is revoked, by which it was begun. */
    private static Tokens.Token withParent(Books books, HouseholdId household, Tokens.Token token) {
        boolean parentRevoked = token.use() instanceof Tokens.Use.Session(OptionalLong parent, Instant _)
                && parent.isPresent()
                && books.tokens()
                        .find(household, parent.getAsLong())
                        .filter(Tokens.Token::revoked)
                        .isPresent();
        return parentRevoked ? token.asRevoked() : token;
    }

    private static TokenKey keyOf(BearerToken shown) {
        return new TokenKey(shown.household(), shown.id());
    }

    private boolean lets(Tokens.Token token, BearerToken shown, Shown where) {
        boolean inItsPlace = switch (token.use()) {
            case Tokens.Use.Header _ -> where == Shown.IN_HEADER;
            case Tokens.Use.Session _ -> where == Shown.IN_COOKIE;
            case Tokens.Use.Link _ -> false;
        };
        return inItsPlace && token.isValid(clock.instant()) && shown.isOf(token);
    }

    private Access access(BearerToken shown, KnownToken known) {
        noteUse(shown.household(), known.token());
        return new Access(shown.household(), known.token().scope(), actor(known.token()), known.currency());
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
            work.inOneTransaction(key.household(), notes -> {
                notes.used(key.household(), key.id(), at);
                return key;
            });
        } catch (StoreUnavailableException e) {
            // The next use is noted instead.
            noted.remove(key);
        }
    }

    private static Actor actor(Tokens.Token token) {
        return new Actor("token " + token.id() + " (" + token.name() + ")");
    }
}
