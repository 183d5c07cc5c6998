package io.prorata.browser;

import java.util.List;

/**
 * A screen of the page, with the sample household in March 2026.
 *
 * @param name of its pictures
 */
record Screen(String name, String path) {

    static final Screen MONTH = new Screen("month", "/months/2026-03");
    static final Screen ROWS = new Screen("rows", "/rows?month=2026-03");
    static final Screen IMPORT = new Screen("import", "/import");

    static final Screen WHAT_IF = new Screen("what-if", "/plan/what-if?month=2026-03");

    /** All that are shown to who has signed in. */
    static final List<Screen> ALL = List.of(
            MONTH,
            new Screen("category", "/months/2026-03/categories?type=VARIABLE&category=Groceries"),
            ROWS,
            new Screen("row", "/rows/1"),
            new Screen("year", "/year/2026"),
            new Screen("plan", "/plan?month=2026-03"),
            new Screen("budgets", "/plan/budgets?month=2026-03"),
            WHAT_IF,
            new Screen("confirm", "/confirm?month=2026-03"),
            new Screen("settle", "/settle?month=2026-03"),
            IMPORT,
            new Screen("settings", "/settings"),
            new Screen("accounts", "/settings/accounts"),
            new Screen("rules", "/settings/rules"),
            new Screen("rule", "/settings/rules/new?row=1"),
            new Screen("categories", "/settings/categories?from=Groceries"),
            new Screen("history", "/settings/history"),
            new Screen("change", "/settings/history/2"));

    @Override
    public String toString() {
        return name;
    }
}
