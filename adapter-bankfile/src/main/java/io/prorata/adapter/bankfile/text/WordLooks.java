package io.prorata.adapter.bankfile.text;

/** Scores how much the words of a text with letters beyond ASCII look like words of a language. */
final class WordLooks {

    private static final int OF_THE_LANGUAGE = 3;
    private static final int STRANGE = -3;
    private static final int NO_LETTER = -20;
    private static final int INSIDE_A_WORD = -8;
    private static final int BESIDE_A_WORD = -3;
    private static final int CASE = -6;

    private static final String SLAVIC_LETTERS = "ąćęłńśźżčďěňřšťůž";

    private WordLooks() {}

    static long beyondAscii(String text) {
        return text.chars().filter(c -> c > 0x7F).count();
    }

    /** @param letters of the language beyond ASCII, small; empty where a script is one language's */
    static long score(String text, String letters) {
        long score = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 0x7F) {
                char before = i == 0 ? ' ' : text.charAt(i - 1);
                char after = i + 1 == text.length() ? ' ' : text.charAt(i + 1);
                score += score(c, before, after, letters);
                score += neighbours(text, i, letters);
            }
        }
        return score;
    }

    private static int score(char c, char before, char after, String letters) {
        if (c == '\uFFFD' || Character.isISOControl(c)) {
            return NO_LETTER;
        }
        if (!Character.isLetter(c)) {
            return ofSign(c, before, after);
        }
        int score = script(c, before, after, letters);
        if (Character.isUpperCase(c) && Character.isLowerCase(before)) {
            score += CASE;
        }
        if (Character.isLowerCase(c) && Character.isUpperCase(before) && Character.isUpperCase(after)) {
            score += CASE;
        }
        if (Character.isLowerCase(c) && !Character.isLetter(before) && Character.isUpperCase(after)) {
            score += CASE;
        }
        return score;
    }

    private static int script(char c, char before, char after, String letters) {
        if (letters.isEmpty()) {
            boolean own = c >= 0x0370 && c <= 0x045F;
            boolean alone = !Character.isLetter(before) && !Character.isLetter(after);
            boolean besideLatin = isLatin(before) || isLatin(after);
            return !own || besideLatin ? INSIDE_A_WORD : alone ? 0 : OF_THE_LANGUAGE;
        }
        boolean ofTheLanguage = letters.indexOf(Character.toLowerCase(c)) >= 0;
        boolean alone = !Character.isLetter(before) && !Character.isLetter(after);
        boolean crowded = before > 0x7F && after > 0x7F && Character.isLetter(before) && Character.isLetter(after);
        return (ofTheLanguage ? OF_THE_LANGUAGE : STRANGE)
                + (alone && !ofTheLanguage ? STRANGE : 0)
                + (crowded ? STRANGE * 2 : 0);
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0x024F);
    }

    private static int ofSign(char c, char before, char after) {
        boolean word = Character.isLetter(before) && Character.isLetter(after);
        if (c == '\u2019' || c == '\u00B7' || c == '\u00A0' || c == '\u2018') {
            return word ? 1 : 0;
        }
        if (c >= '\u2500' && c <= '\u25FF') {
            return INSIDE_A_WORD;
        }
        boolean common = "€£§°ºª«»“”„–—…•¿¡²©®™".indexOf(c) >= 0;
        boolean afterNumber =
                "€£°ºª²".indexOf(c) >= 0 && (Character.isDigit(before) || Character.isDigit(after) || before == ' ');
        if (word) {
            return INSIDE_A_WORD;
        }
        if (afterNumber) {
            return 1;
        }
        return common && !Character.isLetter(before) ? 0 : BESIDE_A_WORD;
    }

    /** Letters that are rare in Romance languages speak for a Slavic one, and against them. */
    private static int neighbours(String text, int at, String letters) {
        boolean slavic = !letters.isEmpty() && letters.chars().anyMatch(c -> SLAVIC_LETTERS.indexOf(c) >= 0);
        boolean romance = letters.indexOf('ç') >= 0 || letters.indexOf('ñ') >= 0 || letters.indexOf('ì') >= 0;
        if (!slavic && !romance) {
            return 0;
        }
        int rare = 0;
        for (int i = at - 1; i >= Math.max(0, at - 4) && Character.isLetter(text.charAt(i)); i--) {
            rare += isRare(text.charAt(i)) ? 1 : 0;
        }
        for (int i = at + 1; i < Math.min(text.length(), at + 5) && Character.isLetter(text.charAt(i)); i++) {
            rare += isRare(text.charAt(i)) ? 1 : 0;
        }
        return slavic ? Math.min(rare, 2) : -Math.min(rare, 2);
    }

    private static boolean isRare(char c) {
        return "kwzjKWZJ".indexOf(c) >= 0;
    }
}
