package io.prorata.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.WaitForFunctionOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What somebody else changes appears by itself, and nothing is fetched again for what has not changed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OthersTest {

    private final Visit visit = new Visit();

    @AfterAll
    void close() {
        visit.close();
    }

    @Test
    void aChangeOfASecondClientAppearsAndIsSaid() {
        try (Window window = visit.atADesk()) {
            window.open(Screen.MONTH.path());
            Page page = window.page();
            String before = page.locator(".figure a").innerText();
            window.forget();

            spend("2026-03-10", "A new bicycle");

            page.waitForFunction(
                    "before => document.querySelector('.figure a').innerText !== before",
                    before,
                    new WaitForFunctionOptions());
            page.waitForFunction("() => document.getElementById('live').textContent !== ''");
            assertEquals(
                    1,
                    window.asked().stream()
                            .filter("GET /months/2026-03"::equals)
                            .count());
            window.complainsAboutNothing("after a change");
        }
    }

    @Test
    void aMonthThatDoesNotChangeIsNotFetchedAgain() {
        try (Window past = visit.atADesk();
                Window present = visit.atADesk()) {
            past.open("/months/2025-01");
            present.open(Screen.MONTH.path());
            String before = present.page().locator(".figure a").innerText();
            past.forget();
            spend("2026-03-11", "Tickets");
            present.page()
                    .waitForFunction("before => document.querySelector('.figure a').innerText !== before", before);
            // Its stream has told it as well by now: it comes from the same server, in the order of revisions.
            spend("2025-01-11", "Forgotten tickets");
            past.page().waitForFunction("() => document.getElementById('live').textContent !== ''");
            assertEquals(
                    1,
                    past.asked().stream().filter("GET /months/2025-01"::equals).count(),
                    past.asked().toString());
        }
    }

    @Test
    void whatIsBeingTypedStays() {
        try (Window window = visit.atADesk()) {
            window.open(Screen.ROWS.path());
            Page page = window.page();
            page.locator("#many-form input[name=subcategory]").fill("Half a wo");
            spend("2026-03-12", "In between");
            page.waitForFunction("() => document.querySelector('[data-waiting]') !== null");
            assertEquals(
                    "Half a wo",
                    page.locator("#many-form input[name=subcategory]").inputValue());
        }
    }

    @Test
    void scriptsSeeNoSecret() {
        try (Window window = visit.atADesk()) {
            window.open(Screen.MONTH.path());
            assertEquals("", window.page().evaluate("document.cookie"));
            assertEquals(
                    "",
                    window.page()
                            .evaluate("Object.keys(localStorage).concat(Object.keys(sessionStorage))"
                                    + ".filter(key => key !== 'htmx-current-path-for-history').join()"));
            assertFalse(window.page().content().contains("prorata_1_"));
        }
    }

    @Test
    void whoSignsOutSeesNothingMoreEvenByGoingBack() {
        try (Window window = visit.atADesk()) {
            window.open("/settings");
            window.page().locator("form[action='/sign-out'] button").click();
            window.page().waitForURL("**/sign-in");
            window.page().goBack();
            assertTrue(
                    window.page().locator("input[name=token]").isVisible(),
                    window.page().content());
        }
    }

    private void spend(String date, String label) {
        visit.send(
                "POST",
                "/transactions",
                "{\"date\": \"" + date + "\", \"label\": \"" + label
                        + "\", \"amount\": \"-431.10\", \"category\": \"Leisure\"}");
    }
}
