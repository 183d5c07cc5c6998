package io.prorata.adapter.bankfile.text;

import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The encoding of a file.
 *
 * <p>A byte order mark says so; zero bytes at every second place are UTF-16; lines that are well-formed UTF-8 are UTF-8, since hardly
 * any other text is; the rest is what its words look like ({@link LetterGuess}). A file may contain both, if it was joined from several.
 *
 * @param markBytes the length of the byte order mark at the beginning
 * @param other the encoding of lines that are not of the first
 * @param twice whether letters were encoded twice
 * @param rival an encoding by which the letters read otherwise and nearly as well
 */
public record Encoding(
        Charset charset, int markBytes, Optional<Charset> other, boolean twice, Optional<Charset> rival) {

    private static final int HEAD = 4096;
    private static final int CHUNK = 65_536;

    /** Returns an encoding that holds throughout. */
    public static Encoding plain(Charset charset, int markBytes) {
        return new Encoding(charset, markBytes, Optional.empty(), false, Optional.empty());
    }

    /** Returns its name, for people. */
    public String name() {
        return charset.name()
                + (markBytes > 0 ? " with byte order mark" : "")
                + other.map(lines -> " and " + lines.name()).orElse("")
                + (twice ? ", encoded twice" : "");
    }

    /**
     * Finds the encoding of {@code content}.
     *
     * @param stated by the sender, if they did
     */
    public static Encoding of(BankFile.Content content, Optional<Charset> stated) {
        try (InputStream bytes = content.open()) {
            byte[] head = bytes.readNBytes(HEAD);
            if (head.length == 0) {
                throw Unreadable.EMPTY_FILE.because("the file is empty");
            }
            Optional<Encoding> marked = marked(head);
            if (stated.isPresent()) {
                int mark = marked.filter(found -> found.charset.equals(stated.get()))
                        .map(Encoding::markBytes)
                        .orElse(0);
                return plain(stated.get(), mark);
            }
            Optional<Encoding> wide = marked.filter(found -> !found.charset.equals(StandardCharsets.UTF_8))
                    .or(() -> wide(head));
            return wide.isPresent()
                    ? wide.get()
                    : narrow(head, bytes, marked.map(Encoding::markBytes).orElse(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Encoding> marked(byte[] head) {
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(plain(StandardCharsets.UTF_8, 3));
        }
        if (begins(head, 0xFF, 0xFE)) {
            return Optional.of(plain(StandardCharsets.UTF_16LE, 2));
        }
        return begins(head, 0xFE, 0xFF) ? Optional.of(plain(StandardCharsets.UTF_16BE, 2)) : Optional.empty();
    }

    private static boolean begins(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 without a mark: digits, delimiters and line ends of any language have a zero, always on the same side. */
    private static Optional<Encoding> wide(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                zeros[i % 2]++;
            }
        }
        int some = head.length / 16;
        if (zeros[1] > some && zeros[0] == 0 && reads(head, StandardCharsets.UTF_16LE)) {
            return Optional.of(plain(StandardCharsets.UTF_16LE, 0));
        }
        return zeros[0] > some && zeros[1] == 0 && reads(head, StandardCharsets.UTF_16BE)
                ? Optional.of(plain(StandardCharsets.UTF_16BE, 0))
                : Optional.empty();
    }

    private static boolean reads(byte[] head, Charset charset) {
        String text = new String(head, 0, head.length / 2 * 2, charset);
        return text.chars().noneMatch(c -> !Character.isDefined(c) || Character.getType(c) == Character.PRIVATE_USE);
    }

    private static Encoding narrow(byte[] head, InputStream rest, int markBytes) {
        var scan = new Utf8Scan();
        scan.add(head, head.length);
        try {
            byte[] chunk = new byte[CHUNK];
            for (int n = rest.read(chunk); n > 0; n = rest.read(chunk)) {
                scan.add(chunk, n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        scan.end();
        if (scan.hasZero()) {
            throw Unreadable.NOT_TEXT.because("the file holds zero bytes, as no text does");
        }
        long foreign = scan.illLines();
        if (foreign == 0 || (markBytes > 0 && scan.wellLines() > foreign)) {
            // Letters that are broken are replaced, and their lines are named.
            return new Encoding(StandardCharsets.UTF_8, markBytes, Optional.empty(), scan.isTwice(), Optional.empty());
        }
        LetterGuess guess = LetterGuess.of(scan.foreign());
        boolean mixed = scan.wellLines() > 0 && guess.isOneByte();
        return mixed
                ? new Encoding(
                        StandardCharsets.UTF_8, markBytes, Optional.of(guess.charset()), scan.isTwice(), guess.rival())
                : new Encoding(guess.charset(), 0, Optional.empty(), false, guess.rival());
    }
}
