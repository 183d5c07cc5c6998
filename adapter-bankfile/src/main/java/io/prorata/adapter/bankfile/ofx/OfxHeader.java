package io.prorata.adapter.bankfile.ofx;

import io.prorata.application.bankfile.BankFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands above the first tag, in either form; either may be missing.
 *
 * @param version such as {@code 102} or {@code 211}
 * @param charset of letters beyond ASCII, as it is stated
 */
record OfxHeader(Optional<String> version, Optional<Charset> charset) {

    private static final int HEAD = 2048;
    private static final Pattern VERSION = Pattern.compile("(?<![\\w.])VERSION\\s*[:=]\\s*\"?\\s*(\\d{2,3})\\b");
    private static final Pattern CHARSET = Pattern.compile("CHARSET\\s*:\\s*([\\w-]+)");

    static OfxHeader of(BankFile.Content content) {
        try (InputStream bytes = content.open()) {
            String head = new String(bytes.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            int begin = head.toUpperCase(Locale.ROOT).indexOf("<OFX");
            String above = begin < 0 ? head : head.substring(0, begin);
            return new OfxHeader(found(VERSION, above), found(CHARSET, above).flatMap(OfxHeader::charset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** A number is that of a code page of Windows. */
    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name.matches("\\d+") ? "windows-" + name : name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
