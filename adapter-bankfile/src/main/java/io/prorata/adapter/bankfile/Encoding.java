package io.prorata.adapter.bankfile;

import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the letters of a file are written.
 *
 * <p>A byte order mark says so; many zero bytes are UTF-16; bytes that are well-formed UTF-8 from beginning to end are UTF-8, since
 * hardly any other text is; the rest is Windows-1252, of which Latin-1 is the part that bank files use.
 *
 * @param markBytes the length of the byte order mark at the beginning
 */
record Encoding(Charset charset, int markBytes) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int HEAD = 4096;
    private static final int CHUNK = 65_536;

    String name() {
        return charset.name() + (markBytes > 0 ? " with byte order mark" : "");
    }

    /**
     * Finds the encoding of {@code content}.
     *
     * @param stated by the sender, if they did
     */
    static Encoding of(BankFile.Content content, Optional<Charset> stated) {
        try (InputStream bytes = content.open()) {
            byte[] head = bytes.readNBytes(HEAD);
            if (head.length == 0) {
                throw Unreadable.EMPTY_FILE.because("the file is empty");
            }
            OtherFormat.refuse(head);
            Optional<Encoding> marked = marked(head);
            if (stated.isPresent()) {
                int mark = marked.filter(found -> found.charset.equals(stated.get()))
                        .map(Encoding::markBytes)
                        .orElse(0);
                return new Encoding(stated.get(), mark);
            }
            if (marked.isPresent()) {
                return marked.get();
            }
            return wide(head).orElseGet(() -> narrow(head, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Encoding> marked(byte[] head) {
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(new Encoding(StandardCharsets.UTF_8, 3));
        }
        if (begins(head, 0xFF, 0xFE)) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16LE, 2));
        }
        return begins(head, 0xFE, 0xFF) ? Optional.of(new Encoding(StandardCharsets.UTF_16BE, 2)) : Optional.empty();
    }

    private static boolean begins(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 without a mark: nearly every second byte of western text is zero, and none of the others. */
    private static Optional<Encoding> wide(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                zeros[i % 2]++;
            }
        }
        int most = head.length / 2;
        if (zeros[1] > most * 3 / 4 && zeros[0] == 0) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16LE, 0));
        }
        return zeros[0] > most * 3 / 4 && zeros[1] == 0
                ? Optional.of(new Encoding(StandardCharsets.UTF_16BE, 0))
                : Optional.empty();
    }

    private static Encoding narrow(byte[] head, InputStream rest) {
        var count = new Utf8Count();
        count.add(head, head.length);
        try {
            byte[] chunk = new byte[CHUNK];
            for (int n = rest.read(chunk); n > 0; n = rest.read(chunk)) {
                count.add(chunk, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        count.end();
        if (count.malformed == 0) {
            return new Encoding(StandardCharsets.UTF_8, 0);
        }
        // In a text of one byte a letter, pairs that happen to be UTF-8 are rare; in UTF-8 with a wound, they are the
        // rule.
        if (count.beyondAscii - count.malformed > count.malformed) {
            throw Unreadable.UNKNOWN_ENCODING.because(
                    "most of the file is UTF-8, but " + count.malformed + " bytes of it are not", ReadOption.ENCODING);
        }
        return new Encoding(WINDOWS_1252, 0);
    }

    /** Counts what is UTF-8 and what is not. */
    private static final class Utf8Count {
        private final CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        private final CharBuffer letters = CharBuffer.allocate(CHUNK);
        private byte[] left = new byte[0];
        private long malformed;
        private long beyondAscii;

        void add(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                if (bytes[i] == 0) {
                    throw Unreadable.NOT_TEXT.because("the file holds zero bytes, as no text does");
                }
                if (bytes[i] < 0) {
                    beyondAscii++;
                }
            }
            byte[] joined = Arrays.copyOf(left, left.length + length);
            System.arraycopy(bytes, 0, joined, left.length, length);
            ByteBuffer in = ByteBuffer.wrap(joined);
            decode(in, false);
            left = Arrays.copyOfRange(joined, in.position(), joined.length);
        }

        void end() {
            decode(ByteBuffer.wrap(left), true);
        }

        private void decode(ByteBuffer in, boolean end) {
            while (true) {
                letters.clear();
                CoderResult result = decoder.decode(in, letters, end);
                if (result.isError()) {
                    malformed += result.length();
                    in.position(in.position() + result.length());
                } else if (result.isUnderflow()) {
                    return;
                }
            }
        }
    }
}
