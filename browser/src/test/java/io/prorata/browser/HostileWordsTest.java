package io.prorata.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator.FilterOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Names and labels that are markup, script, marks of direction or without an end: shown as text, wrapped, and nothing else. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileWordsTest {

    private static final String MARKUP =
            "<script>window.broken=1</script><img src=//elsewhere.example/x onerror=window.broken=1>\"'><b>";
    /** Marks of direction are refused in names; letters that run from right to left are not. */
    private static final String BACKWARDS = "\u05e9\u05dc\u05d5\u05dd 12.50 (\u0645\u0631\u062d\u0628\u0627) 7";

    private static final String LONG = "W".repeat(200);
    private static final List<String> NAMES =
            List.of(MARKUP, BACKWARDS, LONG, "javascript:alert(1)", "${f.base()} {{7*7}}");

    private final Visit visit = new Visit();

    @AfterAll
    void close() {
        visit.close();
    }

    @BeforeAll
    void nameThings() throws JsonProcessingException {
        visit.send(
                "PATCH",
                "/household",
                json(Map.of(
                        "members",
                        List.of(Map.of("key", "ines", "name", MARKUP), Map.of("key", "jules", "name", LONG)))));
        for (String name : NAMES) {
            String label = name.equals(LONG) ? "W".repeat(500) : name;
            visit.send(
                    "POST",
                    "/transactions",
                    json(Map.of(
                            "date",
                            "2026-03-10",
                            "label",
                            label,
                            "amount",
                            "-1.00",
                            "category",
                            name,
                            "subcategory",
                            name,
                            "tags",
                            List.of(name))));
            visit.send("POST", "/accounts", json(Map.of("name", name, "owner", "pot")));
            visit.send(
                    "POST",
                    "/rules",
                    json(Map.of(
                            "name",
                            name,
                            "conditions",
                            Map.of("label_contains", name),
                            "effects",
                            Map.of("category", name, "subcategory", name))));
            visit.send("POST", "/budgets", json(Map.of("category", name, "amount", "1.00")));
            visit.send(
                    "POST",
                    "/fixed-expenses",
                    json(Map.of("label", name, "category", name, "amount", "1.00", "frequency", "monthly")));
            visit.send(
                    "POST",
                    "/provisions",
                    json(Map.of(
                            "name",
                            name,
                            "category",
                            name,
                            "base",
                            Map.of("mode", "fixed", "amount", "1.00"),
                            "target",
                            "10.00")));
        }
    }

    private static String json(Map<String, ?> fields) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(fields);
    }

    @Test
    void everyScreenShowsThemAsText() {
        try (Window desk = visit.atADesk();
                Window phone = visit.onAPhone()) {
            BankFile hostile = new BankFile(
                    "<img src=x onerror=alert(1)>.csv",
                    "Date;Label;Amount\n2026-03-02;\"" + MARKUP.replace("\"", "\"\"") + "\";-4.20\n"
                            + "2026-03-03;Fine \u202egpj.exe;-4.30\n");
            hostile.importBy(desk);
            desk.complainsAboutNothing("import");
            for (Window window : List.of(desk, phone)) {
                for (Screen screen : Screen.ALL) {
                    window.open(screen.path());
                    window.fits(screen.name());
                    assertEquals(
                            0,
                            window.page()
                                    .locator("main img, main script, main b")
                                    .count(),
                            screen.name());
                    assertTrue((boolean) window.page().evaluate("window.broken === undefined"), screen.name());
                    window.complainsAboutNothing(screen.name());
                }
                supposeAll(window);
                window.open(Screen.ROWS.path());
                assertTrue(window.page().locator("#list").innerText().contains(MARKUP));
                window.isAccessible("rows with hostile words");
            }
        }
    }

    /** The screens that come after a look: what rules would do, and a change of many rows in the history. */
    @Test
    void whatChangesWouldDoIsText() {
        try (Window window = visit.onAPhone()) {
            var page = window.page();
            window.open("/settings/rules");
            page.locator("input[name=month]").fill("");
            page.locator("#apply ~ form button").click();
            page.locator("#would").waitFor();
            check(window, "rules would");
            window.open("/settings/history");
            page.locator("ul.lines a").first().click();
            page.locator("#who").waitFor();
            check(window, "a change");
            window.open("/settings/rules/1");
            page.locator("form.editing button[formaction]").click();
            page.locator("#tried").waitFor();
            check(window, "a rule that is tried");
            window.open("/settings/categories");
            page.locator("input[name=from]").fill(MARKUP);
            page.locator("input[name=to]").fill("<i>" + MARKUP);
            page.locator("form.editing button.main").click();
            page.locator("[role=status] ul").first().waitFor();
            check(window, "a rename");
        }
    }

    private static void check(Window window, String where) {
        window.fits(where);
        window.isAccessible(where);
        assertEquals(0, window.page().locator("main img, main script, main b").count(), where);
        window.complainsAboutNothing(where);
    }

    /** Every name is in what would be: as a line, as a budget, and over the columns. */
    private static void supposeAll(Window window) {
        window.open(Screen.WHAT_IF.path());
        window.page().evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)");
        for (String kind : List.of("bill-", "provision-", "budget-")) {
            for (var field :
                    window.page().locator("input[name^='" + kind + "']").all()) {
                field.fill("3");
            }
        }
        window.page().locator("main form button.main").click();
        window.page().locator("#outcome").waitFor();
        assertTrue(window.page().locator("#shown").innerText().contains(MARKUP));
        assertEquals(0, window.page().locator("main img, main script, main b").count());
        window.fits("what would be");
        window.isAccessible("what would be");
        window.complainsAboutNothing("what would be");
    }

    @Test
    void aCategoryOfAnyNameOpensInPlace() {
        try (Window window = visit.atADesk()) {
            for (String name : NAMES) {
                window.open(Screen.MONTH.path());
                var link = window.page().locator("a.opens").filter(new FilterOptions().setHasText(name));
                link.first().click();
                window.page().locator(".opened h2").first().waitFor();
                assertTrue(window.page().locator(".opened").innerText().contains("1.00"), name);
                window.complainsAboutNothing(name);
            }
        }
    }
}
