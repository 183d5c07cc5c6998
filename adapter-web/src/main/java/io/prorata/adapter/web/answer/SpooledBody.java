package io.prorata.adapter.web.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;

/**
 * The body of an answer in a temporary file, which is deleted when the body is sent or closed.
 *
 * @param file open, and used by this body alone
 * @param bytes of it
 * @param compressed whether they are compressed by gzip
 */
public record SpooledBody(FileChannel file, long bytes, boolean compressed) implements AutoCloseable {

    /** Returns its bytes from the beginning; closing the stream closes the body. */
    InputStream content() {
        try {
            return Channels.newInputStream(file.position(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
