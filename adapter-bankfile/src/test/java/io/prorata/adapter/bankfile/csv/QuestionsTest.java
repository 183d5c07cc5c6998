package io.prorata.adapter.bankfile.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.domain.Refusal.UnreadableBankFile;
import io.prorata.domain.RefusedException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a file does not say is asked all at once, with an answer that would do. */
class QuestionsTest {

    @Test
    void columnsWithoutKnownNamesAreProposedByWhatTheyHold() {
        assertEquals(
                Map.of("date_column", "Wann", "amount_column", "Wieviel", "label_column", "Wofür"),
                asked(
                        "Wann;Wieviel;Wofür;Wer\n31.01.2024;-3,50;Tee mit Milch;Laden\n01.02.2024;-4,50;Kuchen und mehr;Laden\n"));
    }

    @Test
    void aFileWithoutAHeaderIsToldWhatItSeemsToBe() {
        Map<String, String> answers =
                asked("AT00;Karte Laden;21.01.2021;-400,00;EUR\nAT00;Gehalt Firma;25.02.2022;+100,00;EUR\n");
        assertEquals(
                Map.of(
                        "header",
                        "no",
                        "date_column",
                        "3",
                        "amount_column",
                        "4",
                        "label_column",
                        "2",
                        "currency_column",
                        "5"),
                answers);
    }

    @Test
    void theAnswersReadTheFile() {
        String text = "AT00;Karte Laden;21.01.2021;400,00;D\nAT00;Gehalt Firma;25.02.2022;100,00;C\n";
        assertEquals(
                List.of("2021-01-21 -40000 Karte Laden", "2022-02-25 10000 Gehalt Firma"),
                Readings.of(text, asked(text)).lines());
    }

    @Test
    void datesDecimalsAndSignsAreAskedTogether() {
        assertEquals(
                Map.of(
                        "date_format", "day-first|month-first|year-first",
                        "decimal", "comma|point",
                        "sign_column", "Type",
                        "out", "Return|Sale",
                        "in", "Return|Sale"),
                asked("Date;Label;Amount;Type\n01/02/2024;Tea;1.234;Sale\n03/04/2024;Cake;5.678;Return\n"));
        UnreadableBankFile refusal =
                refusal("Date;Label;Amount;Type\n01/02/2024;Tea;1.234;Sale\n03/04/2024;Cake;5.678;Return\n");
        assertEquals("ambiguous-dates", refusal.reason());
        assertEquals(3, refusal.detail().split("; and ").length, refusal.detail());
    }

    @Test
    void whatFollowsFromTheProposedColumnsIsAskedWithThem() {
        String text = "When;What;How much\n01/02/2024;A;-1.234\n03/02/2024;B;-2.345\n";
        assertEquals(
                Map.of(
                        "date_column", "When",
                        "amount_column", "How much",
                        "label_column", "What",
                        "date_format", "day-first|month-first|year-first",
                        "decimal", "comma|point"),
                asked(text));
        assertEquals("no-header", refusal(text).reason());
    }

    @Test
    void wordsThatCouldTellAreProposedForBothDirections() {
        assertEquals(Map.of("sign_column", "Kind", "out", "Credit|Swipe", "in", "Credit|Swipe"), asked("""
                        Date,Description,Amount,Kind
                        2024-02-01,Shop,12.50,Swipe
                        2024-02-02,Pay,100.00,Credit
                        2024-02-13,Shop,3.00,Swipe
                        """));
    }

    private static Map<String, String> asked(String text) {
        return new LinkedHashMap<>(refusal(text).answers());
    }

    private static UnreadableBankFile refusal(String text) {
        var thrown = assertThrows(
                RefusedException.class,
                () -> Readings.of(text.getBytes(StandardCharsets.UTF_8), Map.of(), Readings.EUR));
        return (UnreadableBankFile) thrown.refusal();
    }
}
