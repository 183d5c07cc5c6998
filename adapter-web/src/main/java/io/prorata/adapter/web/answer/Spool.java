package io.prorata.adapter.web.answer;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.application.request.ReadResult;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;

/**
 * Answers that may be larger than memory: each is written into a temporary file and then sent. So a slow client holds a file and no
 * snapshot, and errors occur before the answer begins. The number of concurrent writes is limited.
 */
@Singleton
public final class Spool {

    private static final int AT_ONCE = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int RETRY_SECONDS = 10;
    private static final int BUFFER = 64 * 1024;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /**
     * Answers a read with the output of {@code content}: 304 if the client has it already.
     *
     * @param query of the request, with its format
     * @param compressible whether compression makes it smaller
     * @param content writes the body and returns its revision
     * @throws ProblemException 429 if other answers take too long to write, 507 if the disk is full
     */
    public HttpResponse<SpooledBody> answer(
            HttpRequest<?> request,
            Object query,
            String type,
            boolean compressible,
            Function<OutputStream, ReadResult<?>> content) {
        boolean compressed = compressible && ContentCoding.takesGzip(request);
        FileChannel file = open();
        try {
            ReadResult<?> written = inTurn(() -> write(file, compressed, content));
            var body = new SpooledBody(file, file.size(), compressed);
            HttpResponse<SpooledBody> response = Answers.listed(request, written, query, read -> body);
            if (response.getStatus() == HttpStatus.NOT_MODIFIED) {
                body.close();
                return response;
            }
            return ((MutableHttpResponse<SpooledBody>) response).contentType(type);
        } catch (IOException | UncheckedIOException e) {
            close(file);
            throw full(e);
        } catch (RuntimeException | Error e) {
            close(file);
            throw e;
        }
    }

    private interface Writing {
        ReadResult<?> write() throws IOException;
    }

    private ReadResult<?> inTurn(Writing writing) throws IOException {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return writing.write();
        } finally {
            turns.release();
        }
    }

    private static ReadResult<?> write(
            FileChannel file, boolean compressed, Function<OutputStream, ReadResult<?>> content) throws IOException {
        // Not closed, because that would close the file, which is sent next.
        OutputStream buffered = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
        if (!compressed) {
            ReadResult<?> written = content.apply(buffered);
            buffered.flush();
            return written;
        }
        var gzip = new GZIPOutputStream(buffered, BUFFER);
        ReadResult<?> written = content.apply(gzip);
        gzip.finish();
        buffered.flush();
        return written;
    }

    /** Readable by this user alone, and deleted after use. */
    private static FileChannel open() {
        try {
            Path path = Files.createTempFile("prorata-answer", null);
            return FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw full(e);
        }
    }

    private static void close(FileChannel file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException busy() {
        return new ProblemException(Problem.of(
                        "too-many-requests",
                        "Too many requests",
                        HttpStatus.TOO_MANY_REQUESTS,
                        AT_ONCE + " exports are written at once, and others are before this one; try again.")
                .retryAfter(RETRY_SECONDS));
    }

    private static ProblemException full(Exception cause) {
        var problem = new ProblemException(Problem.of(
                "store-full",
                "Disk full",
                HttpStatus.INSUFFICIENT_STORAGE,
                "An export is written into the temporary folder first, and that takes no more."));
        problem.initCause(cause);
        return problem;
    }
}
