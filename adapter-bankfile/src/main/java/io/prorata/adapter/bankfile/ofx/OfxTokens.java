package io.prorata.adapter.bankfile.ofx;

import java.io.IOException;
import java.io.Reader;

/**
 * The tags of an OFX file with the text after each, in bounded memory.
 *
 * <p>A {@code <} that begins no tag is text. Comments, declarations and processing instructions are passed over, CDATA is text.
 */
final class OfxTokens {

    /** A value longer than this is cut: the longest that the format knows has 255 characters. */
    private static final int LONGEST_TEXT = 4096;

    private static final int LONGEST_NAME = 64;
    private static final int BUFFER = 16_384;
    private static final int END = -1;

    private final Reader reader;
    private final char[] buffer = new char[BUFFER];
    private int at;
    private int filled;
    private int pushedBack = END;
    private int afterPushedBack = END;

    private final StringBuilder name = new StringBuilder();
    private final StringBuilder text = new StringBuilder();
    private boolean closing;

    OfxTokens(Reader reader) {
        this.reader = reader;
    }

    /** Goes on to the next tag and the text behind it; false at the end of the file. */
    boolean next() throws IOException {
        name.setLength(0);
        closing = false;
        while (name.isEmpty()) {
            int c = read();
            if (c == END) {
                return false;
            }
            if (c == '<') {
                tag();
            }
        }
        text.setLength(0);
        readText();
        return true;
    }

    /** Returns the tag's name in capitals. */
    String name() {
        return name.toString();
    }

    /** Whether the tag ends what another of its name began. */
    boolean closing() {
        return closing;
    }

    /** Returns the text behind the tag, its entities replaced. */
    String text() {
        return Entities.replaced(text.toString()).strip();
    }

    /** Reads a tag whose bracket has been read; leaves the name empty if it is none. */
    private void tag() throws IOException {
        int c = read();
        if (c == '!' || c == '?') {
            declaration();
            return;
        }
        closing = c == '/';
        int first = closing ? read() : c;
        if (!isNameStart(first)) {
            pushedBack = first;
            return;
        }
        for (c = first; c != END && c != '>' && c != '<'; c = read()) {
            if (name.length() < LONGEST_NAME && !Character.isWhitespace(c) && c != '/') {
                name.append((char) (c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c));
            } else if (Character.isWhitespace(c)) {
                skipAttributes();
                return;
            }
        }
        if (c == '<') {
            pushedBack = c;
        }
    }

    private void skipAttributes() throws IOException {
        for (int c = read(); c != END && c != '>'; c = read()) {
            // Of no tag that matters.
        }
    }

    /** Passes over a comment, a declaration or an instruction; the text of CDATA is kept. */
    private void declaration() throws IOException {
        StringBuilder begin = new StringBuilder();
        int c = read();
        while (c != END && begin.length() < 7 && c != '>') {
            begin.append((char) c);
            if (begin.toString().equals("--")) {
                skipComment();
                return;
            }
            if (begin.toString().equals("[CDATA[")) {
                cdata();
                return;
            }
            c = read();
        }
        while (c != END && c != '>') {
            c = read();
        }
    }

    private void cdata() throws IOException {
        int brackets = 0;
        for (int c = read(); c != END; c = read()) {
            if (c == '>' && brackets >= 2) {
                text.setLength(Math.max(0, text.length() - 2));
                return;
            }
            brackets = c == ']' ? brackets + 1 : 0;
            add(c == '&' ? Entities.PROTECTED : c);
        }
    }

    private void skipComment() throws IOException {
        int dashes = 0;
        for (int c = read(); c != END && !(c == '>' && dashes >= 2); c = read()) {
            dashes = c == '-' ? dashes + 1 : 0;
        }
    }

    /** Reads up to the next tag; comments and CDATA in between belong to the text or to nothing. */
    private void readText() throws IOException {
        for (int c = read(); c != END; c = read()) {
            if (c != '<') {
                add(c);
                continue;
            }
            int following = read();
            if (following == '!' || following == '?') {
                declaration();
            } else if (following == '/' || isNameStart(following)) {
                // A tag: it is read again from its bracket.
                unread('<', following);
                return;
            } else {
                add('<');
                pushedBack = following;
            }
        }
    }

    private void add(int c) {
        if (text.length() < LONGEST_TEXT) {
            text.append((char) c);
        }
    }

    private static boolean isNameStart(int c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    private void unread(int first, int second) {
        pushedBack = first;
        afterPushedBack = second;
    }

    private int read() throws IOException {
        if (pushedBack != END) {
            int c = pushedBack;
            pushedBack = afterPushedBack;
            afterPushedBack = END;
            return c;
        }
        if (at == filled) {
            filled = Math.max(0, reader.read(buffer));
            at = 0;
            if (filled == 0) {
                return END;
            }
        }
        return buffer[at++];
    }
}
