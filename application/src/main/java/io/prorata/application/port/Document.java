package io.prorata.application.port;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A finished answer: the bytes that are sent, and nobody changes them. */
public final class Document {

    private final byte[] bytes;

    /** @param bytes not copied, because documents are made and sent often; the maker lets go of them */
    public Document(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the bytes themselves, to be sent and not written to. */
    public byte[] bytes() {
        return bytes;
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
