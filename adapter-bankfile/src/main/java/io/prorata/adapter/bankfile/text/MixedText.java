package io.prorata.adapter.bankfile.text;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A file of which some lines are UTF-8 and others are not, as UTF-8 throughout. */
final class MixedText extends InputStream {

    private static final int LONGEST_PIECE = 65_536;

    private final InputStream in;
    private final Charset other;
    private byte[] piece = new byte[0];
    private int at;

    /** @param other the encoding of the lines that are not UTF-8 */
    MixedText(InputStream in, Charset other) {
        this.in = new BufferedInputStream(in);
        this.other = other;
    }

    @Override
    public int read() throws IOException {
        return at < piece.length || next() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == piece.length && !next()) {
            return -1;
        }
        int count = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, offset, count);
        at += count;
        return count;
    }

    private boolean next() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            line.write(b);
            if (b == '\n' || b == '\r' || line.size() >= LONGEST_PIECE) {
                break;
            }
        }
        byte[] bytes = line.toByteArray();
        piece = isUtf8(bytes) ? bytes : new String(bytes, other).getBytes(StandardCharsets.UTF_8);
        at = 0;
        return piece.length > 0;
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            // It is asked whether it is, and this is the answer.
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
