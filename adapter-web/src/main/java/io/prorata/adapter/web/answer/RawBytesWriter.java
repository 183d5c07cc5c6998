package io.prorata.adapter.web.answer;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.codec.CodecException;
import java.io.IOException;
import java.io.OutputStream;

/** Sends bytes without a copy; Micronaut's own writer makes one. */
final class RawBytesWriter implements ResponseBodyWriter<byte[]> {

    static final RawBytesWriter WRITER = new RawBytesWriter();

    private RawBytesWriter() {}

    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory bodies,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<byte[]> type,
            MediaType mediaType,
            byte[] bytes) {
        return bodies.adapt(bytes);
    }

    @Override
    public void writeTo(
            Argument<byte[]> type, MediaType mediaType, byte[] bytes, MutableHeaders headers, OutputStream to) {
        try {
            to.write(bytes);
        } catch (IOException e) {
            throw new CodecException("bytes could not be sent", e);
        }
    }
}
