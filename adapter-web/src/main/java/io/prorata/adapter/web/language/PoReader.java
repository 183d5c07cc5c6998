package io.prorata.adapter.web.language;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads the part of gettext's format that catalogues here need: {@code msgid} and {@code msgstr}, over several lines if they like. */
final class PoReader {

    private final String file;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final StringBuilder english = new StringBuilder();
    private final StringBuilder translated = new StringBuilder();
    private int number;

    PoReader(String file) {
        this.file = file;
    }

    Map<String, String> read(BufferedReader lines) throws IOException {
        StringBuilder now = english;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.startsWith("msgid ")) {
                finish();
                now = english;
                append(line.substring("msgid ".length()), now);
            } else if (line.startsWith("msgstr ")) {
                now = translated;
                append(line.substring("msgstr ".length()), now);
            } else if (line.startsWith("\"")) {
                append(line, now);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw unreadable();
            }
        }
        finish();
        return texts;
    }

    private void finish() {
        if (!english.isEmpty() && texts.put(english.toString(), translated.toString()) != null) {
            throw new IllegalStateException(file + " has this twice: " + english);
        }
        english.setLength(0);
        translated.setLength(0);
    }

    private void append(String quoted, StringBuilder text) {
        if (quoted.length() < 2 || !quoted.startsWith("\"") || !quoted.endsWith("\"")) {
            throw unreadable();
        }
        for (int i = 1; i < quoted.length() - 1; i++) {
            char c = quoted.charAt(i);
            if (c == '\\') {
                i++;
                text.append(quoted.charAt(i) == 'n' ? '\n' : quoted.charAt(i));
            } else {
                text.append(c);
            }
        }
    }

    private IllegalStateException unreadable() {
        return new IllegalStateException(file + ": line " + number + " cannot be read");
    }
}
