package io.prorata.application.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A finished answer: the bytes that are sent. They are never changed. */
public final class Document {

    /** The maximum overhead of gzip for data that cannot be compressed. */
    private static final int GZIP_OVERHEAD = 64;

    private final byte[] bytes;

    /** Computed at the first use, and then stored with the document. */
    private volatile byte @Nullable [] compressed;

    /** @param bytes not copied, for speed; the caller must not change them */
    public Document(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the bytes without a copy; they must not be changed. */
    public byte[] bytes() {
        return bytes;
    }

    /** Returns the bytes in gzip format (RFC 1952), which must not be changed; always the same for the same bytes. */
    public byte[] compressed() {
        byte[] made = compressed;
        if (made == null) {
            made = gzip(bytes);
            compressed = made;
        }
        return made;
    }

    /** Returns the maximum number of bytes in memory, in both forms. */
    public int mostBytes() {
        return Math.addExact(Math.multiplyExact(bytes.length, 2), GZIP_OVERHEAD);
    }

    private static byte[] gzip(byte[] bytes) {
        var compressed = new ByteArrayOutputStream(bytes.length / 4 + GZIP_OVERHEAD);
        try (var gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Document document && Arrays.equals(bytes, document.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Document of " + bytes.length + " bytes";
    }
}
