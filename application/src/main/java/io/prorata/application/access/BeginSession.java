package io.prorata.application.access;

import io.prorata.application.access.IssueToken.Issued;
import io.prorata.application.access.TokenDraw.Granted;
import io.prorata.application.port.Actor;
import io.prorata.application.port.Books;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.Tokens.Token;
import io.prorata.application.port.Tokens.Use;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.port.UnitOfWork.AuditEntry;
import io.prorata.application.port.UnitOfWork.Committed;
import io.prorata.application.port.UnitOfWork.Decision;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Signs a browser in, with a token or with the code of a link, which is then used up. */
public final class BeginSession {

    /** Long enough for a phone that is used seldom. */
    public static final Duration LASTS = Duration.ofDays(30);

    private final UnitOfWork work;
    private final Clock clock;
    private final SecureRandom random;

    public BeginSession(UnitOfWork work, Clock clock, SecureRandom random) {
        this.work = work;
        this.clock = clock;
        this.random = random;
    }

    /**
     * @param text a token for headers, or the code of a link
     * @throws RefusedException if it is neither, or is revoked, used or expired; nothing is kept
     */
    public Committed<Issued> begin(String text) {
        BearerToken shown = BearerToken.read(text).orElseThrow(BeginSession::refused);
        HouseholdId household = shown.household();
        // A read finds nothing for an unknown household; a write would reveal that there is none.
        Token known = work.read(household, books -> find(books, shown));
        return work.write(household, actor(known), books -> {
            Token token = find(books, shown);
            if (token.use() instanceof Use.Link) {
                books.tokens().revoke(household, token.id());
            }
            Issued issued = TokenDraw.add(
                    books,
                    household,
                    new IssueToken.Command(token.name(), token.scope()),
                    new Use.Session(parent(token), until(token)),
                    clock.instant(),
                    random);
            return new Decision<>(
                    issued, new Change.AccessChanged(), AuditEntry.added("session begun", Granted.of(issued.token())));
        });
    }

    private Token find(Books books, BearerToken shown) {
        Tokens tokens = books.tokens();
        return tokens.find(shown.household(), shown.id())
                .filter(token -> !(token.use() instanceof Use.Session))
                .filter(token -> token.isValid(clock.instant()))
                .filter(shown::isOf)
                .orElseThrow(BeginSession::refused);
    }

    /** It ends at the latest with the token that started it. */
    private Instant until(Token token) {
        Instant longest = clock.instant().plus(LASTS);
        return token.use() instanceof Use.Header(Optional<Instant> until)
                ? until.filter(longest::isAfter).orElse(longest)
                : longest;
    }

    /** A link ends with its only use; its session does not. */
    private static OptionalLong parent(Token token) {
        return token.use() instanceof Use.Header ? OptionalLong.of(token.id()) : OptionalLong.empty();
    }

    private static Actor actor(Token token) {
        return new Actor("token " + token.id() + " (" + token.name() + ")");
    }

    private static RefusedException refused() {
        return new RefusedException(new Refusal.SignInRefused());
    }
}
