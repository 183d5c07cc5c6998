package io.prorata.browser;

import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Measures the page in the browser and says what it measured; {@code bench/page.sh} runs it. It asserts nothing, and is no test. */
class PageSpeed {

    private static final int TIMES = 15;
    private static final int ROWS = 5_000;

    @Test
    void measure() {
        try (Visit visit = new Visit()) {
            try (Window window = visit.measuredAtADesk()) {
                Page page = window.page();
                window.open(Screen.MONTH.path());
                say("script and style", Measured.scriptAndStyle(page) + " bytes as they are sent");
                long[] first = new long[TIMES];
                for (int i = 0; i < TIMES; i++) {
                    window.open(Screen.MONTH.path());
                    page.waitForFunction("() => performance.getEntriesByName('first-contentful-paint').length > 0");
                    first[i] = Measured.firstContent(page);
                }
                Arrays.sort(first);
                say("first content of a kept month", first[TIMES / 2] + " ms, at worst " + first[TIMES - 1]);
                say("layout shift of the month", Measured.shift(page) + " thousandths");
            }
            fill(visit);
            try (Window window = visit.measuredAtADesk()) {
                Page page = window.page();
                window.open(Screen.ROWS.path());
                page.locator("form[role=search] input[name=text]").pressSequentially("shop 12");
                page.waitForURL("**/rows?*text=shop*");
                page.locator("select[name=order]").selectOption("amount");
                page.waitForURL("**/rows?*order=amount*");
                say(
                        "interaction to next paint, rows of a month with " + ROWS,
                        Measured.interaction(page) + " ms at worst");
                window.open(Screen.MONTH.path());
                page.locator("a.opens").first().click();
                page.locator(".opened h2").first().waitFor();
                say(
                        "interaction to next paint, a category opened in place",
                        Measured.interaction(page) + " ms at worst");
            }
        }
    }

    private static void fill(Visit visit) {
        List<String> rows = IntStream.range(0, ROWS)
                .mapToObj(row -> "{\"date\": \"2026-03-" + (row % 14 + 11) + "\", \"label\": \"Shop " + row
                        + "\", \"amount\": \"-1." + (row % 90 + 10) + "\", \"category\": \"Many " + row % 30 + "\"}")
                .toList();
        visit.send(
                "POST",
                "/transactions/batch",
                rows.stream().collect(Collectors.joining(",", "{\"transactions\": [", "]}")));
    }

    private static void say(String what, String figure) {
        System.out.println("MEASURED " + what + ": " + figure);
    }
}
