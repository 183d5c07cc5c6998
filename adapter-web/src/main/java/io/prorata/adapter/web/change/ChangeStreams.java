package io.prorata.adapter.web.change;

import io.micronaut.http.HttpStatus;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.prorata.adapter.web.change.ChangesResponse.ChangeResponse;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.adapter.web.properties.ServerProperties;
import io.prorata.application.change.ShowChanges;
import io.prorata.application.change.ShowChanges.ChangesSince;
import io.prorata.application.change.ShowRevision;
import io.prorata.application.port.Changes.LoggedChange;
import io.prorata.application.port.StoreUnavailableException;
import io.prorata.application.request.Access;
import io.prorata.application.view.Revision;
import io.prorata.domain.RefusedException;
import io.prorata.domain.freshness.Scope;
import io.prorata.domain.household.HouseholdId;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * The open streams. Nothing is queued: a few times a second, each household's revision is compared with that of its streams, and streams
 * whose client can receive more get the later changes. So a slow client costs nothing, changes of other nodes arrive in the same way, and
 * the state of a stream is one number.
 */
@Singleton
final class ChangeStreams {

    /** A change shows elsewhere within a second, with the time to fetch what it made stale. */
    private static final Duration LOOKED_EVERY = Duration.ofMillis(300);

    private static final Duration LONGEST = Duration.ofHours(1);

    /** More than a person has pages open with one token; a client that leaks connections is told. */
    static final int MOST_OF_TOKEN = 16;

    private static final int MOST = 20_000;
    private static final int AT_ONCE = 100;
    private static final byte[] COMMENT = ":\n\n".getBytes(StandardCharsets.UTF_8);

    /** At once, so that a client knows that it is connected. How long a browser waits before it asks again. */
    private static final byte[] FIRST = "retry: 2000\n\n".getBytes(StandardCharsets.UTF_8);

    private final ShowChanges showChanges;
    private final ShowRevision showRevision;
    private final JsonMapper json;
    private final ExecutorService blocking;
    private final long heartbeatNanos;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("changes").factory());
    private final Map<HouseholdId, Set<OpenStream>> open = new ConcurrentHashMap<>();

    ChangeStreams(
            ShowChanges showChanges,
            ShowRevision showRevision,
            JsonMapper json,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking,
            ServerProperties properties) {
        this.heartbeatNanos = properties.changesHeartbeat().toNanos();
        this.showChanges = showChanges;
        this.showRevision = showRevision;
        this.json = json;
        this.blocking = blocking;
        var _ = timer.scheduleWithFixedDelay(
                this::look, LOOKED_EVERY.toMillis(), LOOKED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        timer.shutdownNow();
        open.values().forEach(streams -> streams.forEach(OpenStream::end));
    }

    /** Returns how many are open. */
    int count() {
        return open.values().stream().mapToInt(Set::size).sum();
    }

    /** @throws ProblemException 429 if the token, or the server, has as many as it may */
    Publisher<byte[]> open(Access access, Revision after) {
        long ofToken = open.getOrDefault(access.household(), Set.of()).stream()
                .filter(stream -> stream.actor.equals(access.actor().name()))
                .count();
        if (ofToken >= MOST_OF_TOKEN || count() >= MOST) {
            throw new ProblemException(Problem.of(
                            "too-many-requests",
                            "Too many requests",
                            HttpStatus.TOO_MANY_REQUESTS,
                            "A token has " + MOST_OF_TOKEN + " streams of changes at once; close one first.")
                    .retryAfter(5));
        }
        return Flux.create(
                sink -> {
                    var stream = new OpenStream(access.actor().name(), after, sink);
                    open.compute(access.household(), (household, streams) -> {
                        Set<OpenStream> all = streams == null ? ConcurrentHashMap.newKeySet() : streams;
                        all.add(stream);
                        return all;
                    });
                    sink.onDispose(() -> close(access.household(), stream));
                    stream.send(FIRST);
                },
                FluxSink.OverflowStrategy.ERROR);
    }

    /** Returns what was changed since, as a stream that ends with the last of it. */
    Publisher<byte[]> read(Access access, Revision after) {
        return Flux.generate(() -> after, (since, sink) -> {
            ChangesSince found = showChanges.show(access.household(), since, 1).thing();
            if (found.changes().isEmpty()) {
                sink.complete();
            } else {
                sink.next(event(found.last(), ChangeResponse.of(found.changes().getFirst(), since.epoch())));
            }
            return found.last();
        });
    }

    private void close(HouseholdId household, OpenStream stream) {
        open.computeIfPresent(household, (same, streams) -> {
            streams.remove(stream);
            return streams.isEmpty() ? null : streams;
        });
    }

    private void look() {
        open.forEach((household, streams) -> {
            streams.forEach(OpenStream::beat);
            blocking.execute(() -> tell(household, streams));
        });
    }

    private void tell(HouseholdId household, Set<OpenStream> streams) {
        try {
            Revision current = showRevision.show(household);
            Map<Revision, List<OpenStream>> behind = streams.stream()
                    .filter(stream -> stream.isBehind(current))
                    .collect(Collectors.groupingBy(stream -> stream.sent));
            behind.forEach((since, waiting) -> tell(household, since, waiting));
        } catch (RefusedException e) {
            // The household is gone, or the history is another one: who asks again is told so.
            streams.forEach(OpenStream::end);
        } catch (StoreUnavailableException e) {
            // The next look finds it.
            return;
        }
    }

    private void tell(HouseholdId household, Revision since, List<OpenStream> waiting) {
        ChangesSince found = showChanges.show(household, since, AT_ONCE).thing();
        for (LoggedChange change : found.changes()) {
            var revision = new Revision(found.current().epoch(), change.revision());
            byte[] event = event(revision, ChangeResponse.of(change, revision.epoch()));
            boolean ends = change.stale().orElseThrow().contains(new Scope.Access());
            waiting.forEach(stream -> stream.send(revision, event, ends));
        }
    }

    private byte[] event(Revision revision, ChangeResponse change) {
        try {
            return ("id: " + revision + "\nevent: change\ndata: "
                            + new String(json.writeValueAsBytes(change), StandardCharsets.UTF_8) + "\n\n")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One client that listens. */
    private final class OpenStream {

        private final String actor;
        private final FluxSink<byte[]> sink;
        private final long begun = System.nanoTime();
        private volatile Revision sent;
        private volatile long lastNanos = begun;

        OpenStream(String actor, Revision sent, FluxSink<byte[]> sink) {
            this.actor = actor;
            this.sent = sent;
            this.sink = sink;
        }

        /** Whether there is something to send, and it would be taken. */
        boolean isBehind(Revision current) {
            return !current.equals(sent) && sink.requestedFromDownstream() > 0;
        }

        /** Sends an event unless it was sent already, or is not the next that the client takes. */
        synchronized void send(Revision revision, byte[] event, boolean last) {
            if (revision.number() == sent.number() + 1 && send(event)) {
                sent = revision;
                if (last) {
                    end();
                }
            }
        }

        synchronized boolean send(byte[] bytes) {
            if (sink.isCancelled() || sink.requestedFromDownstream() <= 0) {
                return false;
            }
            sink.next(bytes);
            lastNanos = System.nanoTime();
            return true;
        }

        void beat() {
            long now = System.nanoTime();
            if (now - begun > LONGEST.toNanos()) {
                end();
            } else if (now - lastNanos > heartbeatNanos) {
                send(COMMENT);
            }
        }

        void end() {
            sink.complete();
        }
    }
}
