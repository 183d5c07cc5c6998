package io.prorata.adapter.bankfile.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Repairs text whose UTF-8 was taken for Windows-1252 and encoded again: {@code CafÃ©}. */
final class TwiceEncoded {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private TwiceEncoded() {}

    /** Returns what {@code line} was before; the line as it is if it is not of this kind. */
    static String mended(String line) {
        if (line.chars().allMatch(c -> c < 0x80)) {
            return line;
        }
        ByteBuffer bytes = ByteBuffer.allocate(line.length());
        var encoder = WINDOWS_1252.newEncoder();
        try {
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c < 0x100 && (c < 0x80 || c > 0x9F || !encoder.canEncode(c))) {
                    bytes.put((byte) c);
                } else {
                    bytes.put(encoder.encode(CharBuffer.wrap(new char[] {c})));
                }
            }
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            // It holds letters that no byte of the first encoding can have become.
            return line;
        }
    }
}
