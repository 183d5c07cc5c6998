package io.prorata.adapter.bankfile.text;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Guesses the encoding of letters of one byte by what the words look like: their letters are those of one language, capitals stand at
 * the beginning or throughout, and no sign stands inside a word. The most likely encoding is used and reported; if another is nearly as
 * likely, it is reported too.
 *
 * @param charset the likeliest
 * @param rival another by which the text reads otherwise and nearly as well
 */
record LetterGuess(Charset charset, Optional<Charset> rival) {

    private static final String FRENCH = "éèêëàâùûüôîïçœæ";
    private static final String GERMAN = "äöüß";
    private static final String SPANISH = "áéíóúñüç";
    private static final String PORTUGUESE = "áâãàçéêíóôõú";
    private static final String ITALIAN = "àèéìòù";
    private static final String NORDIC = "åäöæøé";
    private static final String DUTCH = "éèëïöüê";
    private static final String POLISH = "ąćęłńóśźż";
    private static final String CZECH = "áčďéěíňóřšťúůýž";
    private static final String SLOVAK = "áäčďéíĺľňóôŕšťúýž";
    private static final String HUNGARIAN = "áéíóöőúüű";
    private static final String ROMANIAN = "ăâîșțşţ";
    private static final String CROATIAN = "čćđšž";
    private static final String TURKISH = "çğıöşüâîİ";
    private static final String LATVIAN = "āčēģīķļņšūž";
    private static final String LITHUANIAN = "ąčęėįšųūž";
    private static final String ESTONIAN = "äõöüšž";

    /** In the order in which they are preferred where the text reads the same, or as well. */
    private static final List<Candidate> CANDIDATES = List.of(
            new Candidate("windows-1252", 3, List.of(FRENCH, GERMAN, SPANISH, PORTUGUESE, ITALIAN, NORDIC, DUTCH)),
            new Candidate("windows-1250", 2, List.of(POLISH, CZECH, SLOVAK, HUNGARIAN, ROMANIAN, CROATIAN, GERMAN)),
            new Candidate("ISO-8859-2", 1, List.of(POLISH, CZECH, SLOVAK, HUNGARIAN, ROMANIAN, CROATIAN)),
            new Candidate("ISO-8859-15", 1, List.of(FRENCH, GERMAN, SPANISH, ESTONIAN)),
            new Candidate("windows-1251", 1, List.of()),
            new Candidate("IBM850", 1, List.of(FRENCH, GERMAN, SPANISH, PORTUGUESE, ITALIAN, NORDIC, DUTCH)),
            new Candidate("IBM437", 0, List.of(FRENCH, GERMAN, SPANISH, ITALIAN, NORDIC, DUTCH)),
            new Candidate("IBM852", 0, List.of(POLISH, CZECH, SLOVAK, HUNGARIAN, ROMANIAN, CROATIAN)),
            new Candidate("x-MacRoman", 0, List.of(FRENCH, GERMAN, SPANISH, PORTUGUESE, ITALIAN, NORDIC)),
            new Candidate("windows-1254", 0, List.of(TURKISH)),
            new Candidate("windows-1257", 0, List.of(LATVIAN, LITHUANIAN, ESTONIAN)),
            new Candidate("windows-1253", 0, List.of()),
            new Candidate("KOI8-R", 0, List.of()),
            new Candidate("IBM866", 0, List.of()),
            new Candidate("ISO-8859-5", 0, List.of()));

    private static final String SHIFT_JIS = "windows-31j";

    /** A smaller difference in points (of a hundred) counts as equal. */
    private static final int NEARLY = 4;

    /** @param languages each by its letters beyond ASCII; empty where the script itself is the language's */
    private record Candidate(String charset, int preference, List<String> languages) {

        private record Scored(Charset charset, String text, long score, int preference) {}

        Optional<Scored> score(byte[] bytes) {
            if (!Charset.isSupported(charset)) {
                return Optional.empty();
            }
            Charset own = Charset.forName(charset);
            String text = new String(bytes, own);
            long best = languages.isEmpty()
                    ? WordLooks.score(text, "")
                    : languages.stream()
                            .mapToLong(letters -> WordLooks.score(text, letters))
                            .max()
                            .orElse(0);
            return Optional.of(new Scored(own, text, best, preference));
        }
    }

    /** Whether each letter is one byte, so that a line is of this encoding or not whatever the others are. */
    boolean isOneByte() {
        return !charset.name().equals(SHIFT_JIS);
    }

    /** Guesses by lines that hold letters beyond ASCII and are not UTF-8. */
    static LetterGuess of(byte[] lines) {
        if (isJapanese(lines)) {
            return new LetterGuess(Charset.forName(SHIFT_JIS), Optional.empty());
        }
        List<Candidate.Scored> scored = new ArrayList<>();
        CANDIDATES.forEach(candidate -> candidate.score(lines).ifPresent(scored::add));
        scored.sort(Comparator.comparingLong(Candidate.Scored::score)
                .thenComparingInt(Candidate.Scored::preference)
                .reversed());
        Candidate.Scored best = scored.get(0);
        long near = Math.max(1, WordLooks.beyondAscii(best.text()) * NEARLY / 100);
        Optional<Charset> rival = scored.stream()
                .filter(other ->
                        other.score() + near >= best.score() && !other.text().equals(best.text()))
                .map(Candidate.Scored::charset)
                .findFirst();
        return new LetterGuess(best.charset(), rival);
    }

    /** Japanese of two bytes a letter: every pair means something, and most are of its own syllables or characters. */
    private static boolean isJapanese(byte[] lines) {
        if (!Charset.isSupported(SHIFT_JIS)) {
            return false;
        }
        String text = new String(lines, Charset.forName(SHIFT_JIS));
        long letters = 0;
        long syllables = 0;
        long others = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x3040 && isInsideAWord(text, i)) {
                // A letter of the west has become half of one of the east.
                others += 2;
            } else if (c >= 0x3040 && c <= 0x30FF) {
                syllables++;
            } else if (c >= 0x4E00 && c <= 0x9FFF) {
                letters++;
            } else if (c == '\uFFFD') {
                others += 4;
            } else if (c > 0x7F) {
                // Syllables of half width are single bytes, which any text of the west has.
                others++;
            }
        }
        return letters + syllables > 3 && letters + syllables > others * 2;
    }

    private static boolean isInsideAWord(String text, int at) {
        return (at > 0 && Character.isLowerCase(text.charAt(at - 1)))
                || (at + 1 < text.length() && Character.isLowerCase(text.charAt(at + 1)));
    }
}
