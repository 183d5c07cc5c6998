package io.prorata.adapter.web.answer;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.body.TypedMessageBodyWriter;
import io.micronaut.http.body.stream.InputStreamByteBody;
import io.micronaut.http.codec.CodecException;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/** Sends a temporary file unchanged, with backpressure, for any media type. */
@Singleton
final class SpooledBodyWriter implements ResponseBodyWriter<SpooledBody>, TypedMessageBodyWriter<SpooledBody> {

    private final Executor reading;

    /** @param reading the executor that reads the file, not the network's threads */
    SpooledBodyWriter(@Named(TaskExecutors.BLOCKING) ExecutorService reading) {
        this.reading = reading;
    }

    @Override
    public Argument<SpooledBody> getType() {
        return Argument.of(SpooledBody.class);
    }

    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory bodies,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<SpooledBody> type,
            MediaType mediaType,
            SpooledBody body) {
        return InputStreamByteBody.create(body.content(), OptionalLong.of(body.bytes()), reading, bodies);
    }

    @Override
    public void writeTo(
            Argument<SpooledBody> type,
            MediaType mediaType,
            SpooledBody body,
            MutableHeaders headers,
            OutputStream to) {
        try (InputStream content = body.content()) {
            content.transferTo(to);
        } catch (IOException e) {
            throw new CodecException("a file could not be sent", e);
        }
    }
}
