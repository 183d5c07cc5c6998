package io.prorata.application.idempotency;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.refused;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.idempotency.IdempotentRequests.Request;
import io.prorata.application.idempotency.IdempotentRequests.Start.Begun;
import io.prorata.application.idempotency.IdempotentRequests.Start.Replayed;
import io.prorata.application.memory.InMemoryBooks;
import io.prorata.application.port.Actor;
import io.prorata.application.port.IdempotencyStore.AnswerState;
import io.prorata.application.port.IdempotencyStore.CarriedAt;
import io.prorata.application.port.IdempotencyStore.StoredAnswer;
import io.prorata.application.port.IdempotencyStore.StoredResponse;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.Access;
import io.prorata.application.view.Document;
import io.prorata.application.view.TransactionFilter;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Change;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A request that is sent again has one effect and one answer. */
class IdempotentRequestsTest {

    private static final Request PAY = new Request("key", "pay", false);

    private final Hands clock = new Hands();
    private final UnitOfWork work = new InMemoryBooks(clock, new SplittableRandom(1), () -> clock.running);
    private final HouseholdId household = found(work);
    private final Access anna = new Access(household, Tokens.TokenScope.WRITE, ANNA, Currency.getInstance("EUR"));
    private final Access bruno =
            new Access(household, Tokens.TokenScope.WRITE, new Actor("token 2 (bruno)"), Currency.getInstance("EUR"));
    private final IdempotentRequests requests = new IdempotentRequests(work, clock);
    private final UnitOfWork door = new ClaimingUnitOfWork(work, clock);

    /** A clock whose hands are moved by the test. */
    private static final class Hands extends Clock {

        private volatile Instant now = NOON;
        private volatile long running;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void theFirstAnswerIsGivenAgain() {
        Answered first = answer(anna, PAY, pay(1));
        Answered again = answer(anna, PAY, pay(2));

        assertEquals(first.answer(), again.answer());
        assertEquals(List.of(false, true), List.of(first.replayed(), again.replayed()));
        assertEquals(1, rows());
    }

    @Test
    void aKeyIsOfItsSenderAndOfItsRequest() {
        answer(anna, PAY, pay(1));

        assertEquals(
                new Refusal.KeyUsedOtherwise("key"),
                refused(() -> answer(anna, new Request("key", "other", false), pay(2))));
        answer(bruno, PAY, pay(3));
        answer(anna, new Request("another", "pay", false), pay(4));
        assertEquals(3, rows());
    }

    @Test
    void whatFailsIsNotKeptAndMayBeTriedAgain() {
        assertEquals(
                new Refusal.Overtaken(),
                refused(() -> answer(anna, PAY, actor -> {
                    write(door, household, actor, new Change.TransactionRecorded(MARCH), _ -> {
                        throw new RefusedException(new Refusal.Overtaken());
                    });
                    throw new AssertionError("it is refused");
                })));
        assertEquals(0, rows());

        answer(anna, PAY, pay(2));
        assertEquals(1, rows());
    }

    @Test
    void whatFailsBeforeItsFirstWriteIsNotNoted() {
        assertEquals(
                new Refusal.Overtaken(),
                refused(() -> answer(anna, PAY, actor -> {
                    throw new RefusedException(new Refusal.Overtaken());
                })));
        answer(anna, PAY, pay(2));
        assertEquals(1, rows());
    }

    /** As where the server stopped between the two: nobody knows what was answered, and nothing is done twice. */
    @Test
    void anEffectWhoseAnswerWasNotKeptIsNotRepeated() {
        Begun begun = assertInstanceOf(Begun.class, requests.begin(household, anna, PAY));
        var _ = pay(1).apply(begun.actor());
        requests.end(begun);

        var afterTheStop = new IdempotentRequests(work, clock);
        for (Instant later : List.of(
                NOON.plus(IdempotentRequests.ANSWERED_WITHIN), NOON.minus(IdempotentRequests.ANSWERED_WITHIN))) {
            clock.now = later;
            assertEquals(new Refusal.AnswerNotKept("key"), refused(() -> afterTheStop.begin(household, anna, PAY)));
        }
        assertEquals(1, rows());
    }

    /** Another node has its effect in the books already, and has not given its answer yet. */
    @Test
    void whileAnotherNodeAnswersARequestIsStillRunning() {
        var another = new IdempotentRequests(work, clock);
        Begun there = assertInstanceOf(Begun.class, another.begin(household, anna, PAY));
        StoredAnswer answer = pay(1).apply(there.actor());

        clock.now = NOON.plus(IdempotentRequests.ANSWERED_WITHIN).minusMillis(1);
        assertEquals(new Refusal.StillRunning("key"), refused(() -> requests.begin(household, anna, PAY)));

        another.keep(there, answer);
        another.end(there);
        assertEquals(new Replayed(answer), requests.begin(household, anna, PAY));
        assertEquals(1, rows());
    }

    /** Two nodes are asked at once: what one has noted, the other finds when it writes, and writes nothing. */
    @Test
    void ofTwoNodesOneHasTheEffect() {
        var another = new IdempotentRequests(work, clock);
        Begun here = assertInstanceOf(Begun.class, requests.begin(household, anna, PAY));
        Begun there = assertInstanceOf(Begun.class, another.begin(household, anna, PAY));
        requests.keep(here, pay(1).apply(here.actor()));

        assertEquals(new Refusal.StillRunning("key"), refused(() -> pay(2).apply(there.actor())));
        assertEquals(1, rows());
    }

    @Test
    void severalWritesOfOneRequestAreItsOwn() {
        answer(anna, PAY, actor -> {
            var _ = pay(1).apply(actor);
            return pay(2).apply(actor);
        });
        assertEquals(2, rows());
        assertTrue(answer(anna, PAY, pay(3)).replayed());
        assertEquals(2, rows());
    }

    @Test
    void aSecretIsNotKept() {
        var secret = new Request("key", "issue", true);
        answer(anna, secret, pay(1));

        assertEquals(new Refusal.AnswerNotKept("key"), refused(() -> answer(anna, secret, pay(2))));
        assertEquals(1, rows());
    }

    @Test
    void aDayLaterAKeyIsFree() {
        answer(anna, PAY, pay(1));

        clock.now = NOON.plus(Duration.ofHours(24)).minusMillis(1);
        clock.running = Duration.ofHours(24).toNanos();
        answer(anna, PAY, pay(2));
        assertEquals(1, rows());

        clock.now = NOON.plus(Duration.ofHours(24));
        clock.running = Duration.ofHours(24).toNanos() - 1;
        answer(anna, PAY, pay(3));
        assertEquals(1, rows());

        clock.running = Duration.ofHours(24).toNanos();
        answer(anna, PAY, pay(4));
        assertEquals(2, rows());
    }

    @Test
    void aClockThatJumpsFreesNoKey() {
        answer(anna, PAY, pay(1));
        long id = 2;
        for (Instant jumped : List.of(
                NOON.plus(Duration.ofDays(1)),
                NOON.minus(Duration.ofDays(1)),
                NOON.plus(Duration.ofDays(366)),
                NOON.minus(Duration.ofDays(366)),
                Instant.EPOCH,
                Instant.parse("2099-12-31T23:59:59Z"))) {
            clock.now = jumped;
            answer(anna, PAY, pay(2));
            answer(anna, new Request("at " + jumped, "pay", false), pay(++id));
            clock.now = NOON;
            answer(anna, new Request("at " + jumped, "pay", false), pay(++id));
        }
        assertEquals(7, rows());
    }

    @Test
    void aKeyIsFreeAfterADayWithTenThousandOthersWhereTheServerHardlyRan() {
        answer(anna, PAY, pay(1));
        clock.now = NOON.plus(Duration.ofHours(25));
        noteAs(10_000);
        answer(anna, PAY, pay(2));
        assertEquals(1, rows());

        noteAs(10_001);
        answer(anna, PAY, pay(3));
        assertEquals(2, rows());
    }

    /** Notes another request as the {@code number}th of the household. */
    private void noteAs(long number) {
        work.inOneTransaction(household, notes -> {
            var at = new CarriedAt(clock.now, notes.next(household, clock.now).running(), number);
            notes.stored(
                    household, "another", "key " + number, new StoredResponse("hash", at, new AnswerState.Pending()));
            return number;
        });
    }

    @Test
    void fiftyAtOnceHaveOneEffect() throws Exception {
        var begin = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= 50; i++) {
                Function<Actor, StoredAnswer> effect = pay(i);
                Callable<String> asking = () -> {
                    begin.await();
                    try {
                        answer(anna, PAY, effect);
                        return "answered";
                    } catch (RefusedException e) {
                        return e.refusal().toString();
                    }
                };
                answers.add(threads.submit(asking));
            }
            begin.countDown();
            List<String> distinct = new ArrayList<>();
            for (Future<String> answer : answers) {
                distinct.add(answer.get());
            }
            assertTrue(distinct.contains("answered"));
            assertEquals(
                    0,
                    distinct.stream()
                            .filter(text -> !text.equals("answered"))
                            .filter(text -> !text.equals(new Refusal.StillRunning("key").toString()))
                            .count());
        }
        assertEquals(1, rows());
    }

    @Test
    void whileItRunsAnotherIsTold() {
        answer(anna, PAY, actor -> {
            assertEquals(new Refusal.StillRunning("key"), refused(() -> answer(anna, PAY, pay(1))));
            return pay(2).apply(actor);
        });

        assertEquals(1, rows());
    }

    /** @param replayed whether this is the answer to the same request, given before */
    private record Answered(StoredAnswer answer, boolean replayed) {}

    private Answered answer(Access sender, Request request, Function<Actor, StoredAnswer> effect) {
        switch (requests.begin(household, sender, request)) {
            case Replayed(StoredAnswer before) -> {
                return new Answered(before, true);
            }
            case Begun begun -> {
                try {
                    StoredAnswer answer = effect.apply(begun.actor());
                    requests.keep(begun, answer);
                    return new Answered(answer, false);
                } finally {
                    requests.end(begun);
                }
            }
        }
    }

    private Function<Actor, StoredAnswer> pay(long id) {
        return actor -> {
            write(
                    door,
                    household,
                    actor,
                    new Change.TransactionRecorded(MARCH),
                    books -> books.ledger()
                            .add(
                                    household,
                                    OptionalLong.empty(),
                                    List.of(row(id, MARCH, -1, ExpenseType.VARIABLE, null))));
            return new StoredAnswer(
                    201,
                    Map.of("Location", "/transactions/" + id),
                    new Document(("{\"id\":" + id + "}").getBytes(StandardCharsets.UTF_8)));
        };
    }

    private long rows() {
        return work.read(household, books -> books.ledger().count(household, TransactionFilter.ALL));
    }
}
