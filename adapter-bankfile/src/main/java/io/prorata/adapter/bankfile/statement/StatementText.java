package io.prorata.adapter.bankfile.statement;

import io.prorata.adapter.bankfile.text.Encoding;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.Unreadable;
import io.prorata.domain.Refusal.UnreadableBankFile;
import io.prorata.domain.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The letters of a file whose header says how they are written, rightly or not. */
public final class StatementText {

    /** What headers claim whatever the letters are. */
    private static final Charset USUAL = Charset.forName("windows-1252");

    private final BankFile.Content content;
    private final Encoding encoding;

    private StatementText(BankFile.Content content, Encoding encoding) {
        this.content = content;
        this.encoding = encoding;
    }

    /**
     * Finds the encoding by the bytes, and by what the header claims only where they leave it open.
     *
     * @param stated by the sender, if they did
     * @param claimed by the header, if it does
     */
    public static StatementText of(BankFile.Content content, Optional<Charset> stated, Optional<Charset> claimed) {
        return new StatementText(content, encoding(content, stated, claimed));
    }

    private static Encoding encoding(BankFile.Content content, Optional<Charset> stated, Optional<Charset> claimed) {
        try {
            Encoding found = Encoding.of(content, stated);
            boolean open = stated.isEmpty() && isOfOneByte(found.charset());
            return claimed.filter(charset -> open && isOfOneByte(charset) && !charset.equals(USUAL))
                    .map(charset -> Encoding.plain(charset, 0))
                    .orElse(found);
        } catch (RefusedException e) {
            boolean broken = e.refusal() instanceof UnreadableBankFile unreadable
                    && unreadable.reason().equals(Unreadable.UNKNOWN_ENCODING.reason());
            if (broken) {
                // UTF-8 with a few broken letters: those are shown as such.
                return Encoding.plain(StandardCharsets.UTF_8, 0);
            }
            throw e;
        }
    }

    private static boolean isOfOneByte(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
    }

    /** Returns the name of the encoding, for people. */
    public String encoding() {
        return encoding.name();
    }

    /** Opens the text. Letters that mean nothing in the encoding are shown as such: they are no reason to refuse a file. */
    public Reader open() {
        try {
            InputStream bytes = content.open();
            bytes.skipNBytes(encoding.markBytes());
            return new InputStreamReader(
                    bytes,
                    encoding.charset()
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPLACE)
                            .onUnmappableCharacter(CodingErrorAction.REPLACE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
