package io.prorata.adapter.bankfile.xml;

import io.prorata.application.bankfile.Unreadable;
import io.prorata.domain.RefusedException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The elements of an XML document one after the other, by their names without namespace. */
public final class XmlEvents implements AutoCloseable {

    private static final int DEEPEST = 64;

    /** A text longer than this is cut. */
    private static final int LONGEST_TEXT = 8192;

    private static final XMLInputFactory FACTORY = factory();

    private final Reader source;
    private final XMLStreamReader reader;
    private final StringBuilder text = new StringBuilder();
    private int depth;
    private boolean start;

    /**
     * Opens a document.
     *
     * @param source of its letters; it is closed with this
     * @throws RefusedException if it is no XML
     */
    public XmlEvents(Reader source) {
        this.source = source;
        try {
            this.reader = FACTORY.createXMLStreamReader(source);
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** The parser of Java itself, whatever others a class path brings. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_VALIDATING, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("nothing outside the file is read");
        });
        return factory;
    }

    /**
     * Moves to the next start or end of an element; false after the last.
     *
     * @throws RefusedException if the document is invalid, too deep or has a document type
     */
    public boolean next() {
        text.setLength(0);
        try {
            while (reader.hasNext()) {
                switch (event()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > DEEPEST) {
                            throw Unreadable.MALFORMED_FILE.because(
                                    "its elements lie more than " + DEEPEST + " deep in each other");
                        }
                        start = true;
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        start = false;
                        return true;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> addText();
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                        throw Unreadable.MALFORMED_FILE.because(
                                "it has a document type or entities of its own, as no bank file does");
                    default -> {
                        // Comments and instructions say nothing.
                    }
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /** For invalid XML, Java's parser also throws runtime exceptions, such as an index out of bounds. */
    private int event() throws XMLStreamException {
        try {
            return reader.next();
        } catch (RefusedException | UncheckedIOException e) {
            // From the source of the letters.
            throw e;
        } catch (RuntimeException e) {
            throw new XMLStreamException(e);
        }
    }

    private void addText() {
        int room = LONGEST_TEXT - text.length();
        if (room > 0) {
            text.append(reader.getTextCharacters(), reader.getTextStart(), Math.min(room, reader.getTextLength()));
        }
    }

    /** Whether an element begins here; it ends otherwise. */
    public boolean isStart() {
        return start;
    }

    /** Returns the element's name without namespace. */
    public String name() {
        return reader.getLocalName();
    }

    /** Returns the text between the begin or end before this and this: at the end of an element without others inside, its text. */
    public String text() {
        return text.toString().strip();
    }

    /** Returns the same with the blanks around it. */
    public String rawText() {
        return text.toString();
    }

    /** Returns an attribute by its name without namespace; empty text if the element has none such. */
    public String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Returns how many elements are open, this one included when it begins. */
    public int depth() {
        return depth;
    }

    /** Returns the namespace of the element; empty text if it has none. */
    public String namespace() {
        @Nullable String namespace = reader.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    private static RuntimeException broken(XMLStreamException e) {
        if (e.getNestedException() instanceof IOException cause && !(cause instanceof CharConversionException)) {
            return new UncheckedIOException(cause);
        }
        int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
        return Unreadable.MALFORMED_FILE.because(
                "its XML is broken" + (line > 0 ? " at line " + line : "") + ": perhaps it was not downloaded whole");
    }

    @Override
    public void close() {
        try {
            reader.close();
            source.close();
        } catch (XMLStreamException e) {
            throw broken(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
