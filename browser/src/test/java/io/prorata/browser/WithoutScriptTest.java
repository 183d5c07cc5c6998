package io.prorata.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** All that shows and changes money works where scripts do not run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WithoutScriptTest {

    private final Visit visit = new Visit();

    @AfterAll
    void close() {
        visit.close();
    }

    @Test
    void aRowIsFoundAndChangedAFileImportedAndACategoryOpened() {
        try (Window window = visit.signedIn(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = window.page();
            window.open(Screen.ROWS.path());
            page.locator("#list .rows a").first().click();
            page.locator("input[name=category]").fill("Found by hand");
            page.locator("main form.editing button.main").click();
            page.waitForURL("**/rows?month=2026-03&done=*");
            assertTrue(page.locator("#list").innerText().contains("Found by hand"));
            page.locator(".offer a").click();
            page.locator("#undo ~ form button").click();
            page.waitForURL("**/settings/history?done=*");
            window.open(Screen.ROWS.path());
            assertFalse(page.locator("#list").innerText().contains("Found by hand"));

            window.open(Screen.IMPORT.path());
            BankFile.bakery().choose(page);
            page.locator("form.drop button.main").click();
            page.locator("#report .done").waitFor();

            window.open(Screen.MONTH.path());
            page.locator("a.opens").first().click();
            page.waitForURL("**/categories?*");
            assertEquals(1, page.locator("#inside").count());
            window.open("/settings/rules/new?row=1");
            page.locator("input[name=name]").fill("Made by hand");
            page.locator("form.editing button[formaction]").click();
            page.locator("#tried").waitFor();
            page.locator("form.editing button.main").click();
            page.waitForURL("**/settings/rules");
            assertTrue(page.locator("ol.lines").innerText().contains("Made by hand"));
            page.locator("#apply ~ form button").click();
            page.locator("#would").waitFor();
            window.complainsAboutNothing("without script");
        }
    }

    @Test
    void whatWouldBeIsShown() {
        try (Window window = visit.signedIn(new NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = window.page();
            window.open(Screen.WHAT_IF.path());
            page.locator("select[name=key]").selectOption("equal");
            page.locator("main form button.main").click();
            page.locator("#outcome").waitFor();
            assertEquals("equal", page.locator("select[name=key]").inputValue());
            window.complainsAboutNothing("without script");
        }
    }
}
