package io.prorata.application.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearNamesTest {

    private static final List<String> KNOWN = List.of("Courses", "Santé", "Transport", "Cours de piano", "Loisirs");

    @Test
    void findsWhatIsSpeltNearlyAlikeWhateverCaseAndAccents() {
        assertEquals(List.of("Courses"), NearNames.to("Corses", KNOWN));
        assertEquals(List.of("Courses"), NearNames.to("COURSES", KNOWN));
        assertEquals(List.of("Santé"), NearNames.to("sante", KNOWN));
        assertEquals(List.of("Transport"), NearNames.to("Trans", KNOWN));
    }

    @Test
    void putsTheNearestFirstAndEqualOnesByName() {
        assertEquals(List.of("Cours de piano", "Courses"), NearNames.to("Cours", KNOWN));
        assertEquals(List.of("ab", "abc"), NearNames.to("ab", List.of("abc", "ab", "xyzzy")));
    }

    @Test
    void isSilentWhereNothingIsNear() {
        assertEquals(List.of(), NearNames.to("Vacances", KNOWN));
        assertEquals(List.of(), NearNames.to("Courses", List.of()));
    }

    @Test
    void namesFiveAtMost() {
        List<String> many =
                IntStream.range(0, 30).mapToObj(i -> "Category " + i).toList();
        assertEquals(5, NearNames.to("Category", many).size());
    }
}
