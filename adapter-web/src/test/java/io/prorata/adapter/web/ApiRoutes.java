package io.prorata.adapter.web;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every route of the API with a request that it takes; a route that is missing here fails the build. */
public final class ApiRoutes {

    /** In every name of the examples. */
    static final String NAMED = "Lilas";

    static final String BILL =
            "{\"label\": \"Lilas rent\", \"category\": \"Lilas\", \"amount\": \"1\", \"frequency\": \"monthly\","
                    + " \"from\": \"2024-01\"}";
    static final String BILL_ANEW =
            "{\"label\": \"Rent\", \"category\": \"Home\", \"amount\": \"2\", \"frequency\": \"monthly\"}";
    static final String PROVISION =
            "{\"name\": \"Lilas\", \"base\": {\"mode\": \"fixed\", \"amount\": \"1\"}, \"from\": \"2024-01\"}";
    static final String PROVISION_ANEW = "{\"name\": \"x\", \"base\": {\"mode\": \"fixed\", \"amount\": \"2\"}}";
    static final String MOVEMENT = "{\"date\": \"2024-01-05\", \"amount\": \"1\"}";
    static final String BUDGET = "{\"category\": \"Lilas\", \"amount\": \"1\", \"from\": \"2024-01\"}";
    static final String LINE =
            "{\"date\": \"2024-01-05\", \"label\": \"Lilas market\", \"amount\": \"-1\", \"category\": \"Lilas\"}";
    /** The legs of two transfers, between accounts that nobody has described. */
    public static final String LEGS =
            leg("Current", "-80.00") + leg("Savings", "80.00") + leg("Savings", "-25.00") + leg("Current", "25.00");

    public static final String CONFIG =
            "{\"from\": \"2024-01\", \"members\": [{\"member\": \"member1\", \"gross\": \"1\", \"tax_rate\": \"0\"}]}";
    static final String ACCOUNT = "{\"name\": \"Lilas account\", \"owner\": \"member1\"}";
    static final String BALANCE = "{\"date\": \"2024-01-10\", \"amount\": \"1\"}";
    static final String SETTLEMENT =
            "{\"date\": \"2024-01-05\", \"from\": \"member1\", \"to\": \"pot\", \"amount\": \"1\", \"note\":"
                    + " \"Lilas\"}";
    private static final String RULE = "{\"name\": \"Lilas\", \"conditions\": {\"label_contains\": \"lilas\"},"
            + " \"effects\": {\"tags\": [\"Lilas\"]}}";
    static final String RULES = "{\"rules\": [{\"category\": \"Lilas\", \"expense_type\": \"FIXED\"}]}";
    static final String TOKEN = "{\"name\": \"Lilas phone\", \"scope\": \"read\"}";

    private ApiRoutes() {}

    private static String leg(String account, String amount) {
        return ", {\"date\": \"2024-01-15\", \"label\": \"Savings\", \"amount\": \"" + amount + "\", \"account\": \""
                + account + "\"}";
    }

    /**
     * A route, and a request that it takes.
     *
     * @param open whether it is answered to anybody
     * @param operator whether it is the operator's alone
     */
    public record Route(
            String method,
            String template,
            String path,
            @Nullable String body,
            boolean open,
            boolean operator) {

        public boolean namesAThing() {
            return template.contains("{id}");
        }

        /** Whether it takes an admin's token to see it. */
        public boolean adminsAlone() {
            return template.startsWith("/tokens")
                    || List.of("/session/links", "/export").contains(template)
                    || List.of("/cache/stats", "/metrics", "/dashboard/performance/metrics")
                            .contains(template);
        }

        public boolean writes() {
            return !method.equals("GET");
        }

        /** Whether it only computes from its body: it changes nothing, and a repetition needs no key. */
        public boolean computes() {
            return List.of("POST /simulations", "POST /plan-effects", "POST /tax/estimates", "POST /rules/test")
                    .contains(toString());
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    /**
     * A route of a view of the dashboard.
     *
     * @param response the record that the view is written down as
     */
    public record ViewRoute(String template, String response) {

        /** Returns where the view of {@code month} is, of all categories where it takes a choice. */
        public String of(YearMonth month) {
            return template.replace("{segment}", "all")
                    + (template.equals("/settlement") ? "?from=" + month + "&to=" + month : "?month=" + month);
        }
    }

    /** Returns the routes of views; each is tried warm and cold, with its tag, and for its totals. */
    public static Stream<ViewRoute> views() {
        return Stream.of(
                new ViewRoute("/dashboard/summary", "SummaryResponse"),
                new ViewRoute("/dashboard/summary/optimized", "SlimSummaryResponse"),
                new ViewRoute("/dashboard/summary/slim", "SlimSummaryResponse"),
                new ViewRoute("/summary/enhanced", "ScreenResponse"),
                new ViewRoute("/dashboard/savings", "SavingsResponse"),
                new ViewRoute("/dashboard/expenses", "ExpensesResponse"),
                new ViewRoute("/dashboard/provisions/details", "ProvisionDetailsResponse"),
                new ViewRoute("/custom-provisions/summary", "ProvisionsSummaryResponse"),
                new ViewRoute("/provisions/calculate/optimized", "ProvisionsResponse"),
                new ViewRoute("/dashboard/categories/{segment}", "CategoryResponse"),
                new ViewRoute("/dashboard/drill-down/{segment}", "DrillDownResponse"),
                new ViewRoute("/transactions/hierarchy", "HierarchyResponse"),
                new ViewRoute("/transactions/categories", "CategoriesResponse"),
                new ViewRoute("/transactions/subcategories", "SubcategoriesResponse"),
                new ViewRoute("/analytics/categories/optimized", "AnalyticsResponse"),
                new ViewRoute("/settlement", "SettlingResponse"),
                new ViewRoute("/dashboard/year", "YearResponse"));
    }

    /** Returns all routes; things are made before they are asked for, as far as POST goes. */
    public static Stream<Route> all() {
        return Stream.concat(others(), views().map(view -> route("GET", view.template(), null)));
    }

    private static Stream<Route> others() {
        return Stream.of(
                open("GET", "/health"),
                open("GET", "/health/live"),
                open("GET", "/health/ready"),
                open("GET", "/openapi"),
                open("GET", "/openapi/page"),
                open("GET", "/openapi/page.css"),
                open("GET", "/openapi/page.js"),
                open("GET", "/problems"),
                new Route("GET", "/problems/{name}", "/problems/past-month", null, true, false),
                operator("GET", "/operator/households", null),
                operator(
                        "POST",
                        "/operator/households",
                        "{\"name\": \"x\", \"currency\": \"EUR\", \"time_zone\": \"UTC\"}"),
                operator("DELETE", "/operator/households/{id}", null),
                route("GET", "/metrics", null),
                route("GET", "/dashboard/performance/metrics", null),
                operator("GET", "/operator/features", null),
                operator("PUT", "/operator/features/{name}", "{\"on\": true}"),
                route("GET", "/export", null),
                route("GET", "/household", null),
                route("PATCH", "/household", "{\"name\": \"x\"}"),
                route("PUT", "/household/pot", "{\"in_use\": true}"),
                route("GET", "/configs", null),
                route("POST", "/configs", CONFIG),
                route("GET", "/configs/{id}", null),
                route("DELETE", "/configs/{id}", null),
                route("GET", "/config", null),
                route("GET", "/tax/scales", null),
                route("POST", "/tax/estimates", "{\"scale\": \"fr-2025\", \"taxable_incomes\": [\"30000\"]}"),
                route(
                        "POST",
                        "/simulations",
                        "{\"from\": \"2024-01\", \"to\": \"2024-02\", \"changes\": [{\"method\": \"POST\", \"path\":"
                                + " \"/fixed-expenses\", \"body\": " + BILL + "}]}"),
                route("POST", "/plan-effects", "{\"from\": \"2024-01\", \"fixed_expense\": {\"amount\": \"100.00\"}}"),
                route("GET", "/fixed-expenses", null),
                route("POST", "/fixed-expenses", BILL),
                route("GET", "/fixed-expenses/{id}", null),
                route("GET", "/fixed-expenses/{id}/timeline", null),
                route("PUT", "/fixed-expenses/{id}", BILL_ANEW),
                route("PATCH", "/fixed-expenses/{id}", "{\"label\": \"x\"}"),
                route("DELETE", "/fixed-expenses/{id}", null),
                route("GET", "/budgets", null),
                route("POST", "/budgets", BUDGET),
                route("GET", "/budgets/{id}", null),
                route("GET", "/budgets/{id}/timeline", null),
                route("PUT", "/budgets/{id}", "{\"category\": \"Lilas\", \"amount\": \"2\"}"),
                route("PATCH", "/budgets/{id}", "{\"amount\": \"3\"}"),
                route("DELETE", "/budgets/{id}", null),
                route("GET", "/provisions", null),
                route("POST", "/provisions", PROVISION),
                route("GET", "/provisions/{id}", null),
                route("GET", "/provisions/{id}/timeline", null),
                route("GET", "/provisions/{id}/schedule", null),
                route("GET", "/provisions/projection", null),
                route("PUT", "/provisions/{id}", PROVISION_ANEW),
                route("PATCH", "/provisions/{id}", "{\"name\": \"x\"}"),
                route("DELETE", "/provisions/{id}", null),
                route("GET", "/provisions/{id}/contributions", null),
                route("POST", "/provisions/{id}/contributions", MOVEMENT),
                route("GET", "/provisions/{id}/withdrawals", null),
                route("POST", "/provisions/{id}/withdrawals", MOVEMENT),
                route("GET", "/provisions/{id}/contributions/{movement}", null),
                new Route(
                        "GET",
                        "/provisions/{id}/withdrawals/{movement}",
                        "/provisions/1/withdrawals/2",
                        null,
                        false,
                        false),
                route("DELETE", "/provisions/{id}/contributions/{movement}", null),
                new Route(
                        "DELETE",
                        "/provisions/{id}/withdrawals/{movement}",
                        "/provisions/1/withdrawals/2",
                        null,
                        false,
                        false),
                route("GET", "/transactions", null),
                route("POST", "/transactions", LINE),
                route("POST", "/transactions/batch", "{\"transactions\": [" + LINE + LEGS + "]}"),
                route("POST", "/transactions/changes", "{\"filter\": {}, \"set\": {\"category\": \"x\"}}"),
                new Route("DELETE", "/transactions", "/transactions?id=2", null, false, false),
                route("GET", "/transactions/{id}", null),
                route("PATCH", "/transactions/{id}", "{\"label\": \"x\"}"),
                route("DELETE", "/transactions/{id}", null),
                route("GET", "/accounts", null),
                route("POST", "/accounts", ACCOUNT),
                route("POST", "/accounts/{id}/balances", BALANCE),
                route("GET", "/accounts/{id}", null),
                route("PATCH", "/accounts/{id}", "{\"name\": \"x\"}"),
                route("DELETE", "/accounts/{id}", null),
                route("GET", "/settlements", null),
                route("POST", "/settlements", SETTLEMENT),
                route("GET", "/settlements/{id}", null),
                route("PATCH", "/settlements/{id}", "{\"note\": \"x\"}"),
                route("DELETE", "/settlements/{id}", null),
                route("GET", "/category-mappings", null),
                route("PUT", "/category-mappings", RULES),
                route("POST", "/category-mappings/apply", null),
                route("POST", "/categories/renames", "{\"from\": \"Lilas\", \"to\": \"Lilas and roses\"}"),
                route("POST", "/members/renames", "{\"from\": \"member2\", \"to\": \"second\"}"),
                // Of the last change, which is that one.
                new Route("POST", "/history/{revision}/undo", "/history/LAST/undo", null, false, false),
                route("GET", "/rules", null),
                route("POST", "/rules", RULE),
                route("GET", "/rules/suggestions", null),
                route("PUT", "/rules/order", "{\"rules\": [1]}"),
                route("POST", "/rules/test", "{\"rule\": " + RULE + "}"),
                route("POST", "/rules/apply", "{\"filter\": {}}"),
                route("GET", "/rules/{id}", null),
                route("PUT", "/rules/{id}", RULE),
                route("DELETE", "/rules/{id}", null),
                route("GET", "/imports", null),
                route("POST", "/imports", "date;label;amount;category\n2024-01-06;Lilas bread;-1.00;Lilas\n"),
                route("GET", "/imports/{id}", null),
                new Route("DELETE", "/imports/{id}", "/imports/1?force=true", null, false, false),
                route("POST", "/imports/{id}/bills", "{\"transactions\": [7]}"),
                new Route("GET", "/explain", "/explain?figure=/summary/total_expenses", null, false, false),
                route("GET", "/confirmations", null),
                route("POST", "/confirmations", "{\"reject\": [\"twin:1:7\"]}"),
                route("GET", "/transfers", null),
                new Route("POST", "/transfers/{id}/confirm", "/transfers/transfer:3:4/confirm", null, false, false),
                new Route("POST", "/transfers/{id}/reject", "/transfers/transfer:5:6/reject", null, false, false),
                route("GET", "/import-profiles", null),
                route("GET", "/import-profiles/{id}", null),
                route("PUT", "/import-profiles/{id}", "{\"options\": {\"account\": \"Lilas\"}}"),
                route("DELETE", "/import-profiles/{id}", null),
                route("GET", "/changes", null),
                new Route("GET", "/changes/stream", "/changes/stream?wait=false", null, false, false),
                route("GET", "/history", null),
                new Route("GET", "/history/{revision}", "/history/1", null, false, false),
                route("POST", "/session/links", TOKEN),
                route("GET", "/tokens", null),
                route("POST", "/tokens", TOKEN),
                route("GET", "/tokens/{id}", null),
                route("DELETE", "/tokens/{id}", null),
                route("POST", "/dashboard/cache/warm", null),
                route("GET", "/dashboard/cache/warm/{id}", null),
                route("DELETE", "/dashboard/cache/invalidate", null),
                route("GET", "/cache/stats", null));
    }

    private static Route route(String method, String template, @Nullable String body) {
        // A household's first token is its own: the stranger's would be meant.
        String id = template.startsWith("/tokens") ? "4" : "1";
        String path = template.replace("{id}", id).replace("{movement}", "1").replace("{segment}", NAMED);
        return new Route(method, template, path, body, false, false);
    }

    private static Route open(String method, String template) {
        return new Route(method, template, template, null, true, false);
    }

    private static Route operator(String method, String template, @Nullable String body) {
        String path = template.replace("{name}", "near-tier").replace("{id}", "1?name=Elsewhere&revision=1");
        return new Route(method, template, path, body, false, true);
    }
}
