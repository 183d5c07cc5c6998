package io.prorata.adapter.bankfile.xml;

import io.prorata.application.bankfile.BankFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line of an XML document. */
public final class XmlDeclaration {

    private static final int HEAD = 256;
    private static final Pattern ENCODING = Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.-]+)[\"']");

    private XmlDeclaration() {}

    /** Returns the encoding that it states; empty if it states none that is known. */
    public static Optional<Charset> charset(BankFile.Content content) {
        try (InputStream bytes = content.open()) {
            Matcher stated = ENCODING.matcher(new String(bytes.readNBytes(HEAD), StandardCharsets.ISO_8859_1));
            return stated.find() ? Optional.of(Charset.forName(stated.group(1))) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
