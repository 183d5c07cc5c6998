package io.prorata.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;

/** A file as a bank gives it. */
record BankFile(String name, String text) {

    static BankFile bakery() {
        return new BankFile(
                "march.csv",
                "Date;Label;Amount\n2026-03-02;Bakery on the corner;-4.20\n2026-03-03;Garden centre;-31.90\n2026-03-03;No amount;x\n");
    }

    /** Chooses it on the screen of imports, which shows what it would do, and imports it. */
    void importBy(Window window) {
        window.open(Screen.IMPORT.path());
        choose(window.page());
        window.page().locator("#report table").waitFor();
        window.page().locator("form.drop button.main").click();
        window.page().locator("#report .done").waitFor();
    }

    void choose(Page page) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8)));
    }
}
