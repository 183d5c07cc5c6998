package io.prorata.application.request;

import static io.prorata.application.Examples.ANNA;
import static io.prorata.application.Examples.MARCH;
import static io.prorata.application.Examples.NOON;
import static io.prorata.application.Examples.found;
import static io.prorata.application.Examples.row;
import static io.prorata.application.Examples.write;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.application.memory.InMemoryBooks;
import io.prorata.application.port.Actor;
import io.prorata.application.port.IdempotencyStore.CarriedAt;
import io.prorata.application.port.IdempotencyStore.StoredAnswer;
import io.prorata.application.port.IdempotencyStore.StoredResponse;
import io.prorata.application.port.Tokens;
import io.prorata.application.port.UnitOfWork;
import io.prorata.application.request.IdempotentRequests.Answered;
import io.prorata.application.request.IdempotentRequests.Request;
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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** A request that is sent again has one effect and one answer. */
class IdempotentRequestsTest {

    private static final Request PAY = new Request("key", "pay", false);

    private final Hands clock = new Hands();
    private final UnitOfWork work = new InMemoryBooks(clock, new SplittableRandom(1), () -> clock.running);
    private final HouseholdId household = found(work);
    private final Access anna = new Access(household, Tokens.TokenScope.WRITE, ANNA, Currency.getInstance("EUR"));
    private final Access bruno =
            new Access(household, Tokens.TokenScope.WRITE, new Actor("token 2 (bruno)"), Currency.getInstance("EUR"));
    private final IdempotentRequests answerOnce = new IdempotentRequests(work, clock);

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
        Answered first = answerOnce.answer(household, anna, PAY, pay(1));
        Answered again = answerOnce.answer(household, anna, PAY, pay(2));

        assertEquals(first.answer(), again.answer());
        assertEquals(List.of(false, true), List.of(first.replayed(), again.replayed()));
        assertEquals(1, rows());
    }

    @Test
    void aKeyIsOfItsSenderAndOfItsRequest() {
        answerOnce.answer(household, anna, PAY, pay(1));

        assertEquals(
                new Refusal.KeyUsedOtherwise("key"),
                refused(() -> answerOnce.answer(household, anna, new Request("key", "other", false), pay(2))));
        answerOnce.answer(household, bruno, PAY, pay(3));
        answerOnce.answer(household, anna, new Request("another", "pay", false), pay(4));
        assertEquals(3, rows());
    }

    @Test
    void whatFailsIsNotKeptAndMayBeTriedAgain() {
        assertEquals(
                new Refusal.Overtaken(),
                refused(() -> answerOnce.answer(household, anna, PAY, () -> {
                    var _ = pay(1).get();
                    throw new RefusedException(new Refusal.Overtaken());
                })));
        assertEquals(0, rows());

        answerOnce.answer(household, anna, PAY, pay(2));
        assertEquals(1, rows());
    }

    @Test
    void aSecretIsNotKept() {
        var secret = new Request("key", "issue", true);
        answerOnce.answer(household, anna, secret, pay(1));

        assertEquals(
                new Refusal.AnswerNotKept("key"), refused(() -> answerOnce.answer(household, anna, secret, pay(2))));
        assertEquals(1, rows());
    }

    @Test
    void aDayLaterAKeyIsFree() {
        answerOnce.answer(household, anna, PAY, pay(1));

        clock.now = NOON.plus(Duration.ofHours(24)).minusMillis(1);
        clock.running = Duration.ofHours(24).toNanos();
        answerOnce.answer(household, anna, PAY, pay(2));
        assertEquals(1, rows());

        clock.now = NOON.plus(Duration.ofHours(24));
        clock.running = Duration.ofHours(24).toNanos() - 1;
        answerOnce.answer(household, anna, PAY, pay(3));
        assertEquals(1, rows());

        clock.running = Duration.ofHours(24).toNanos();
        answerOnce.answer(household, anna, PAY, pay(4));
        assertEquals(2, rows());
    }

    @Test
    void aClockThatJumpsFreesNoKey() {
        answerOnce.answer(household, anna, PAY, pay(1));
        long id = 2;
        for (Instant jumped : List.of(
                NOON.plus(Duration.ofDays(1)),
                NOON.minus(Duration.ofDays(1)),
                NOON.plus(Duration.ofDays(366)),
                NOON.minus(Duration.ofDays(366)),
                Instant.EPOCH,
                Instant.parse("2099-12-31T23:59:59Z"))) {
            clock.now = jumped;
            answerOnce.answer(household, anna, PAY, pay(2));
            answerOnce.answer(household, anna, new Request("at " + jumped, "pay", false), pay(++id));
            clock.now = NOON;
            answerOnce.answer(household, anna, new Request("at " + jumped, "pay", false), pay(++id));
        }
        assertEquals(7, rows());
    }

    @Test
    void aKeyIsFreeAfterADayWithTenThousandOthersWhereTheServerHardlyRan() {
        answerOnce.answer(household, anna, PAY, pay(1));
        clock.now = NOON.plus(Duration.ofHours(25));
        noteAs(10_000);
        answerOnce.answer(household, anna, PAY, pay(2));
        assertEquals(1, rows());

        noteAs(10_001);
        answerOnce.answer(household, anna, PAY, pay(3));
        assertEquals(2, rows());
    }

    /** Notes another request as the {@code number}th of the household. */
    private void noteAs(long number) {
        work.inOneTransaction(household, notes -> {
            var at = new CarriedAt(clock.now, notes.next(household, clock.now).running(), number);
            notes.stored(household, "another", "key " + number, new StoredResponse("hash", at, Optional.empty()));
            return number;
        });
    }

    @Test
    void fiftyAtOnceHaveOneEffect() throws Exception {
        var begin = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= 50; i++) {
                Supplier<StoredAnswer> effect = pay(i);
                Callable<String> asking = () -> {
                    begin.await();
                    try {
                        answerOnce.answer(household, anna, PAY, effect);
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
        answerOnce.answer(household, anna, PAY, () -> {
            assertEquals(
                    new Refusal.StillRunning("key"), refused(() -> answerOnce.answer(household, anna, PAY, pay(1))));
            return pay(2).get();
        });

        assertEquals(1, rows());
    }

    private Supplier<StoredAnswer> pay(long id) {
        return () -> {
            write(
                    work,
                    household,
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

    private static Refusal refused(Executable executable) {
        return assertThrows(RefusedException.class, executable).refusal();
    }
}
