package io.prorata.adapter.bankfile.xlsx;

import io.prorata.adapter.bankfile.xml.XmlEvents;

/** A text in pieces of different look; how Japanese is pronounced is no part of it. */
final class RichText {

    private static final int LONGEST = 8192;

    private final StringBuilder text = new StringBuilder();
    private boolean pronounced;

    void begin() {
        text.setLength(0);
        pronounced = false;
    }

    void take(XmlEvents events) {
        if (events.name().equals("rPh")) {
            pronounced = events.isStart();
        } else if (!events.isStart() && events.name().equals("t") && !pronounced && text.length() < LONGEST) {
            text.append(events.rawText());
        }
    }

    String whole() {
        return text.toString();
    }
}
