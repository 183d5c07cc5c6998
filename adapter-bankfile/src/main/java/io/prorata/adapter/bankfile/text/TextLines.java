package io.prorata.adapter.bankfile.text;

import io.prorata.application.bankfile.BankFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The lines of a file, ended by CR, LF or both, in bounded memory however long they are. */
public final class TextLines implements Iterator<TextLine>, AutoCloseable {

    private static final int LONGEST_LINE = 65_536;
    private static final int BUFFER = 32_768;

    private final boolean twice;
    private final Reader reader;
    private final char[] buffer = new char[BUFFER];
    private int at;
    private int filled;
    private int number;
    private boolean afterReturn;
    private @Nullable TextLine next;

    private TextLines(boolean twice, Reader reader) {
        this.twice = twice;
        this.reader = reader;
    }

    /** Opens a file behind the mark of its encoding, if it has one, and behind the first {@code skip} lines. */
    public static TextLines open(BankFile.Content content, Encoding encoding, int skip) {
        try {
            InputStream bytes = content.open();
            bytes.skipNBytes(encoding.markBytes());
            if (encoding.other().isPresent()) {
                bytes = new MixedText(bytes, encoding.other().get());
            }
            // An invalid letter is replaced by the replacement character, which is visible in the line.
            var decoder = encoding.charset()
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE);
            var lines = new TextLines(encoding.twice(), new InputStreamReader(bytes, decoder));
            for (int i = 0; i < skip && lines.hasNext(); i++) {
                lines.next();
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = read();
        }
        return next != null;
    }

    @Override
    public TextLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        TextLine line = next;
        next = null;
        if (line == null) {
            throw new NoSuchElementException();
        }
        return line;
    }

    private @Nullable TextLine read() {
        @Nullable StringBuilder begun = null;
        boolean cut = false;
        while (at < filled || fill()) {
            if (afterReturn && buffer[at] == '\n') {
                at++;
                afterReturn = false;
                continue;
            }
            afterReturn = false;
            int start = at;
            while (at < filled && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            boolean ended = at < filled;
            int room = LONGEST_LINE - (begun == null ? 0 : begun.length());
            int length = Math.min(at - start, room);
            cut |= length < at - start;
            if (ended) {
                afterReturn = buffer[at] == '\r';
                at++;
                String text = begun == null
                        ? new String(buffer, start, length)
                        : begun.append(buffer, start, length).toString();
                return line(text, cut);
            }
            begun = (begun == null ? new StringBuilder() : begun).append(buffer, start, length);
        }
        return begun == null ? null : line(begun.toString(), cut);
    }

    private TextLine line(String text, boolean cut) {
        return new TextLine(++number, twice ? TwiceEncoded.mended(text) : text, cut);
    }

    private boolean fill() {
        try {
            filled = Math.max(0, reader.read(buffer));
            at = 0;
            return filled > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
