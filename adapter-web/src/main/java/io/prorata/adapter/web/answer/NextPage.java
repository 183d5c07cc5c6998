package io.prorata.adapter.web.answer;

import io.prorata.application.view.Document;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds the place of the next page in a finished document, for its {@code Link} header: kept documents are bytes and nothing else. */
final class NextPage {

    /** Quotes within texts are escaped in JSON, so that this is a name and its value, and never part of a text. */
    private static final String ADDRESS = "\"next_url\":\"";

    private NextPage() {}

    /** Returns the last parameter of the document's {@code next_url}; empty where it is null or absent. */
    static Optional<PageLinks.Next> of(Document document) {
        String text = new String(document.bytes(), StandardCharsets.UTF_8);
        int address = text.lastIndexOf(ADDRESS);
        if (address < 0) {
            return Optional.empty();
        }
        int begin = address + ADDRESS.length();
        String url = text.substring(begin, text.indexOf('"', begin));
        int parameter = url.lastIndexOf('&') + 1;
        int value = url.indexOf('=', parameter);
        return Optional.of(new PageLinks.Next(
                url.substring(parameter, value), URLDecoder.decode(url.substring(value + 1), StandardCharsets.UTF_8)));
    }
}
