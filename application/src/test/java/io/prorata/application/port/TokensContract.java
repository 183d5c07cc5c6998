package io.prorata.application.port;

import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.write;
import static io.prorata.application.port.BooksContract.assertRejected;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.prorata.application.port.Tokens.Token;
import io.prorata.application.port.Tokens.TokenScope;
import io.prorata.application.port.Tokens.Use;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What every {@link Tokens} promises. */
public interface TokensContract extends BooksContract {

    Token PHONE = new Token(1, "phone", TokenScope.READ, "c0ffee", NOON, false);
    Token LAPTOP = new Token(
            2,
            "laptop",
            TokenScope.ADMIN,
            "decaf0",
            NOON.plusSeconds(1),
            false,
            Optional.empty(),
            new Use.Header(Optional.of(NOON.plusSeconds(3600))));

    @Test
    default void tokensComeBackAsTheyWereAddedAndById() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);

        change(work, household, tokens -> tokens.add(household, LAPTOP));
        change(work, household, tokens -> tokens.add(household, PHONE));

        assertEquals(Optional.of(PHONE), find(work, household, 1));
        assertEquals(Optional.empty(), find(work, household, 3));
        assertEquals(
                List.of(PHONE, LAPTOP),
                work.read(household, books -> books.tokens().all(household)));
    }

    @Test
    default void aSessionAndALinkKeepWhenTheyEnd() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        var session = new Token(
                3,
                "browser",
                TokenScope.WRITE,
                "abcdef",
                NOON,
                false,
                Optional.empty(),
                new Use.Session(OptionalLong.of(1), NOON.plusSeconds(60)));
        var unbound = new Token(
                4,
                "browser",
                TokenScope.WRITE,
                "abcde0",
                NOON,
                false,
                Optional.empty(),
                new Use.Session(OptionalLong.empty(), NOON.plusSeconds(61)));
        var link = new Token(
                5,
                "tablet",
                TokenScope.READ,
                "fedcba",
                NOON,
                false,
                Optional.empty(),
                new Use.Link(NOON.plusSeconds(9)));
        List<Token> all = List.of(session, unbound, link);
        all.forEach(token -> change(work, household, tokens -> tokens.add(household, token)));

        assertEquals(all, work.read(household, books -> books.tokens().all(household)));
        change(work, household, tokens -> tokens.revoke(household, 5));
        assertEquals(Optional.of(link.asRevoked()), find(work, household, 5));
    }

    @Test
    default void aRevokedTokenStaysAndSaysSo() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);
        change(work, household, tokens -> tokens.add(household, PHONE));
        change(work, household, tokens -> tokens.add(household, LAPTOP));

        change(work, household, tokens -> tokens.revoke(household, 1));

        assertEquals(
                Optional.of(new Token(1, "phone", TokenScope.READ, "c0ffee", NOON, true)), find(work, household, 1));
        assertEquals(Optional.of(LAPTOP), find(work, household, 2));
    }

    @Test
    default void aNeighboursTokenIsNotThere() {
        UnitOfWork work = empty();
        HouseholdId us = found(work);
        HouseholdId neighbours = found(work);
        change(work, neighbours, tokens -> tokens.add(neighbours, PHONE));

        change(work, us, tokens -> tokens.revoke(us, 1));

        assertEquals(Optional.empty(), find(work, us, 1));
        assertEquals(Optional.of(PHONE), find(work, neighbours, 1));
        assertEquals(Optional.empty(), find(work, new HouseholdId(neighbours.value() + 1), 1));
    }

    @Test
    default void idsOfTokensAreGivenOnce() {
        UnitOfWork work = empty();
        HouseholdId household = found(work);

        change(work, household, tokens -> assertEquals(1, tokens.nextId(household)));
        change(work, household, tokens -> {
            assertEquals(2, tokens.nextId(household));
            tokens.add(household, LAPTOP);
        });
        change(work, household, tokens -> assertEquals(3, tokens.nextId(household)));

        assertRejected(() -> change(work, household, tokens -> tokens.add(household, LAPTOP)));
    }

    private static Optional<Token> find(UnitOfWork work, HouseholdId household, long id) {
        return work.read(household, books -> books.tokens().find(household, id));
    }

    private static void change(UnitOfWork work, HouseholdId household, Consumer<Tokens> writing) {
        write(work, household, new Change.AccessChanged(), books -> writing.accept(books.tokens()));
    }
}
