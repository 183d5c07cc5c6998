package io.prorata.adapter.bankfile.ofx;

import java.util.Map;

/** The entities that are replaced: those of XML, the blank of HTML, and characters by number. Whatever else follows an ampersand is text. */
final class Entities {

    /** Stands for an ampersand that begins no entity; it is of no script. */
    static final int PROTECTED = '\uFFFE';

    private static final Map<String, String> NAMED =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", " ");
    private static final int LONGEST = 8;

    private Entities() {}

    static String replaced(String text) {
        int ampersand = text.indexOf('&');
        if (ampersand < 0) {
            return text.replace((char) PROTECTED, '&');
        }
        StringBuilder replaced = new StringBuilder(text.length());
        int from = 0;
        while (ampersand >= 0) {
            replaced.append(text, from, ampersand);
            int end = text.indexOf(';', ampersand);
            String meant = end < 0 || end - ampersand > LONGEST ? "" : meant(text.substring(ampersand + 1, end));
            replaced.append(meant.isEmpty() ? "&" : meant);
            from = meant.isEmpty() ? ampersand + 1 : end + 1;
            ampersand = text.indexOf('&', from);
        }
        return replaced.append(text, from, text.length()).toString().replace((char) PROTECTED, '&');
    }

    private static String meant(String entity) {
        if (!entity.startsWith("#")) {
            return NAMED.getOrDefault(entity, "");
        }
        boolean hexadecimal = entity.startsWith("#x") || entity.startsWith("#X");
        try {
            int point = hexadecimal ? Integer.parseInt(entity.substring(2), 16) : Integer.parseInt(entity.substring(1));
            return Character.isValidCodePoint(point) ? Character.toString(point) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }
}
