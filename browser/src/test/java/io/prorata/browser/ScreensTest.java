package io.prorata.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every screen, at a desk by day and on a phone by night: for everybody, from here alone, without a complaint of the browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensTest {

    private final Visit visit = new Visit();

    @AfterAll
    void close() {
        visit.close();
    }

    @BeforeAll
    void fileABankFile() {
        try (Window window = visit.atADesk()) {
            BankFile.bakery().importBy(window);
        }
    }

    @Test
    void atADeskByDay() {
        try (Window window = visit.atADesk()) {
            check(window);
        }
    }

    @Test
    void onAPhoneByNight() {
        try (Window window = visit.onAPhone()) {
            check(window);
        }
    }

    /** German has the longest words. */
    @Test
    void onAPhoneInGerman() {
        try (Window window =
                visit.signedIn(new NewContextOptions().setLocale("de-DE").setViewportSize(360, 740))) {
            for (Screen screen : Screen.ALL) {
                window.open(screen.path());
                window.fits(screen.name());
                assertEquals("de", window.page().getAttribute("html", "lang"), screen.name());
            }
        }
    }

    private static void check(Window window) {
        for (Screen screen : Screen.ALL) {
            assertEquals(200, window.open(screen.path()).status(), screen.name());
            window.fits(screen.name());
            window.isAccessible(screen.name());
            window.complainsAboutNothing(screen.name());
        }
    }

    @Test
    void whatIsShownToStrangers() {
        for (int width : List.of(1280, 360)) {
            try (Window window = visit.open(new NewContextOptions().setViewportSize(width, 740))) {
                for (String path : List.of("/sign-in", "/sign-in?code=x", "/problems", "/problems/past-month")) {
                    window.open(path);
                    window.fits(path);
                    window.isAccessible(path);
                    window.complainsAboutNothing(path);
                }
            }
        }
    }

    @Test
    void theDescriptionOfTheApiFitsAPhone() {
        try (Window window = visit.open(new NewContextOptions().setViewportSize(360, 740))) {
            window.open("/openapi/page");
            window.page().locator("details").first().waitFor();
            window.fits("closed");
            window.page()
                    .evaluate("[...document.querySelectorAll('details')].slice(0, 40).forEach(d => d.open = true)");
            window.fits("opened");
            window.isAccessible("the description of the API");
            window.complainsAboutNothing("the description of the API");
        }
    }

    @Test
    void aProblemIsShownToPeople() {
        try (Window window = visit.atADesk()) {
            assertEquals(404, window.open("/rows/987654321").status());
            window.isAccessible("problem");
            assertTrue(window.page().locator("main").innerText().contains("987654321"));
        }
    }

    /** What a form would do is shown first, and the form that does it has what was typed. */
    @Test
    void effectsAreShownBeforeAnythingIsSaved() {
        try (Window window = visit.atADesk()) {
            var page = window.page();
            window.open("/plan?month=2026-03");
            page.locator("#bills ~ ul details").first().locator("summary").click();
            page.locator("#bills ~ ul details")
                    .first()
                    .locator("button[formaction*='/plan/effect/']")
                    .first()
                    .click();
            page.locator("#effect").waitFor();
            assertEquals(
                    2, page.locator("section[aria-labelledby=effect] tbody tr").count());
            window.fits("effect");
            window.isAccessible("effect");
            window.open(Screen.ROWS.path());
            page.locator("input[name=id]").first().check();
            page.locator("#many-rows input[name=category]").fill("Food");
            page.locator("#many-rows button").first().click();
            page.locator("#many-rows [role=status]").waitFor();
            assertEquals(1, page.locator("input[name=id]:checked").count());
            window.isAccessible("rows that are ticked");
            window.complainsAboutNothing("effects");
        }
    }

    /** What was done is taken back from where it was done, by keyboard alone. */
    @Test
    void aChangeIsTakenBackByKeyboard() {
        try (Window window = visit.atADesk()) {
            var page = window.page();
            window.open("/rows/2?back=%2Frows%3Fmonth%3D2026-03");
            page.locator("input[name=note]").fill("A slip of the pen");
            page.locator("input[name=note]").press("Enter");
            page.locator(".offer a").waitFor();
            window.isAccessible("an offer to undo");
            page.locator(".offer a").focus();
            page.keyboard().press("Enter");
            page.locator("#undo").waitFor();
            window.fits("undo");
            window.isAccessible("undo");
            page.locator("#undo ~ form button").focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/settings/history?done=*");
            page.locator("ul.lines a").first().click();
            page.locator("#who").waitFor();
            window.isAccessible("an undone change");
            assertFalse(visit.send("GET", "/transactions/2", "").contains("A slip of the pen"));
            window.complainsAboutNothing("undo");
        }
    }

    /** What would be is asked for by the keyboard alone, and the estimate of a tax says what it is. */
    @Test
    void whatWouldBeAndAnEstimateAreShown() {
        for (Window window : List.of(visit.atADesk(), visit.onAPhone())) {
            try (window) {
                var page = window.page();
                window.open(Screen.WHAT_IF.path());
                page.locator("main details summary").nth(1).press("Enter");
                page.locator("input[name^='bill-']").first().fill("77");
                page.locator("main form button.main").press("Enter");
                page.locator("#outcome").waitFor();
                assertTrue(page.locator("#shown table").count() >= 3, "members, lines and months");
                assertEquals("77", page.locator("input[name^='bill-']").first().inputValue());
                window.fits("what would be");
                window.isAccessible("what would be");

                window.open("/plan?month=2026-03");
                page.locator("section[aria-labelledby=incomes] details summary").click();
                page.locator("input[name^='gross-']").first().fill("3000");
                page.locator("button[formaction='/plan/tax']").click();
                page.locator("#tax").waitFor();
                assertEquals(
                        1, page.locator("form[action='/plan/effect/incomes']").count());
                window.fits("estimate");
                window.isAccessible("estimate");
                window.complainsAboutNothing("what would be");
            }
        }
    }

    @Test
    void nothingMovesByItselfAndLittleIsLoaded() {
        try (Window window = visit.measuredAtADesk()) {
            for (Screen screen : Screen.ALL) {
                window.open(screen.path());
                assertEquals("0 ", Measured.shift(window.page()), screen.name());
            }
            window.open(Screen.MONTH.path());
            long bytes = Measured.scriptAndStyle(window.page());
            assertTrue(bytes > 1_000 && bytes <= 150_000, bytes + " bytes of script and style");
        }
    }

    @Test
    void everyFigureOfTheMonthIsSeenByKeyboard() {
        try (Window window = visit.atADesk()) {
            window.open(Screen.MONTH.path());
            window.page().keyboard().press("Tab");
            assertEquals(
                    "#page", window.page().locator(":focus").getAttribute("href"), "the way past the bar is first");
            window.page().locator("a.opens").first().focus();
            window.page().keyboard().press("Enter");
            window.page().locator(".opened h2").first().waitFor();
            assertEquals("true", window.page().locator("a.opens").first().getAttribute("aria-expanded"));
            window.isAccessible("a category opened in place");
            window.page().keyboard().press("Enter");
            assertEquals(0, window.page().locator(".opened").count());
            window.complainsAboutNothing("by keyboard");
        }
    }
}
