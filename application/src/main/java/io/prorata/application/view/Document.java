package io.prorata.application.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A finished answer: the bytes that are sent, and nobody changes them. */
public final class Document {

    /** What gzip adds at most where nothing can be made smaller. */
    private static final int GZIP_OVERHEAD = 64;

    private final byte[] bytes;

    /** Made when somebody first wants it, and then kept with the document: it is sent as often. */
    private volatile byte @Nullable [] compressed;

    /** @param bytes not copied, because documents are made and sent often; the maker lets go of them */
    public Document(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the bytes themselves, to be sent and not written to. */
    public byte[] bytes() {
        return bytes;
    }

    /** Returns the bytes in gzip's form (RFC 1952), to be sent and not written to; always the same for the same bytes. */
    public byte[] compressed() {
        byte[] made = compressed;
        if (made == null) {
            made = gzip(bytes);
            compressed = made;
        }
        return made;
    }

    /** Returns the most bytes that this takes in memory, in both its forms. */
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
