package io.prorata.adapter.cache;

import io.prorata.application.view.Document;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The form of a document in a store that others can write to: its identity, its stamp, its bytes, and a seal over all of them
 * (HMAC-SHA-256), which needs the key. The form is plain bytes: no objects are deserialised.
 */
final class Envelope {

    /** The version of the form; any other version is rejected. */
    private static final byte FORM = 1;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SEAL_BYTES = 32;

    private final SecretKeySpec key;

    /** @param key shared by all nodes that share entries */
    Envelope(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The result of opening an entry. */
    sealed interface Opened {

        /** The requested document. */
        record Payload(Document document) implements Opened {}

        /** The same document under another stamp. */
        record OtherStamp() implements Opened {}

        /** Any other content. */
        record Rejected() implements Opened {}
    }

    /**
     * Seals {@code payload}.
     *
     * @param identity of the document
     * @param stamp for which it was computed
     */
    byte[] seal(String identity, String stamp, byte[] payload) {
        byte[] name = identity.getBytes(StandardCharsets.UTF_8);
        byte[] mark = stamp.getBytes(StandardCharsets.UTF_8);
        ByteBuffer sealed = ByteBuffer.allocate(
                        1 + Integer.BYTES * 3 + name.length + mark.length + payload.length + SEAL_BYTES)
                .put(FORM)
                .putInt(name.length)
                .put(name)
                .putInt(mark.length)
                .put(mark)
                .putInt(payload.length)
                .put(payload);
        sealed.put(hmac(sealed.array(), sealed.position()));
        return sealed.array();
    }

    /** Opens the entry under the key of {@code identity}. */
    Opened open(String identity, String stamp, byte[] found) {
        int sealAt = found.length - SEAL_BYTES;
        if (sealAt < 0
                || !MessageDigest.isEqual(hmac(found, sealAt), Arrays.copyOfRange(found, sealAt, found.length))) {
            return new Opened.Rejected();
        }
        try {
            ByteBuffer parts = ByteBuffer.wrap(found, 0, sealAt);
            if (parts.get() != FORM || !text(parts).equals(identity)) {
                return new Opened.Rejected();
            }
            return text(parts).equals(stamp) ? new Opened.Payload(new Document(bytes(parts))) : new Opened.OtherStamp();
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            // A valid seal, but an unknown form.
            return new Opened.Rejected();
        }
    }

    private static String text(ByteBuffer parts) {
        return new String(bytes(parts), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer parts) {
        int length = parts.getInt();
        if (length > parts.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        parts.get(bytes);
        return bytes;
    }

    private byte[] hmac(byte[] bytes, int length) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(bytes, 0, length);
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
