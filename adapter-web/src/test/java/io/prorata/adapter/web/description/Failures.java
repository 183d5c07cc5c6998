package io.prorata.adapter.web.description;

import io.prorata.adapter.web.ApiRoutes;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which problems a route may answer with, by status. */
final class Failures {

    private static final Map<String, String> THINGS = Map.ofEntries(
            Map.entry("configs", "unknown-config"),
            Map.entry("fixed-expenses", "unknown-fixed-expense"),
            Map.entry("provisions", "unknown-provision"),
            Map.entry("budgets", "unknown-budget"),
            Map.entry("transactions", "unknown-transaction"),
            Map.entry("imports", "unknown-import"),
            Map.entry("import-profiles", "unknown-import-profile"),
            Map.entry("rules", "unknown-rule"),
            Map.entry("tokens", "unknown-token"),
            Map.entry("accounts", "unknown-account"),
            Map.entry("settlements", "unknown-settlement"),
            Map.entry("transfers", "unknown-transfer"));

    private static final String DELETION = "DELETE /operator/households/{id}";

    private final ApiRoutes.Route route;
    private final SortedMap<Integer, SortedSet<String>> kinds = new TreeMap<>();

    private Failures(ApiRoutes.Route route) {
        this.route = route;
    }

    /** @param edits whether it needs {@code If-Match} */
    static SortedMap<Integer, SortedSet<String>> of(ApiRoutes.Route route, boolean edits) {
        var failures = new Failures(route);
        failures.everywhere();
        failures.conditions(edits);
        failures.plan();
        failures.ledger();
        failures.views();
        return failures.kinds;
    }

    private void everywhere() {
        add(400, "unreadable-request");
        add(403, "foreign-origin");
        add(421, "foreign-host");
        if (route.template().startsWith("/changes")) {
            add(410, "changes-gone");
        }
        if (is("GET /explain")) {
            add(422, "invalid-request");
        }
        if (is("GET /problems/{name}")) {
            add(404, "not-found");
        }
        if (route.open()) {
            return;
        }
        add(401, "unauthenticated");
        add(403, "forbidden");
        if (!route.operator()) {
            add(429, "too-many-requests");
        }
        if (route.body() != null) {
            add(413, "body-too-large");
            add(415, "unsupported-media-type");
            add(415, "unsupported-content-encoding");
            add(400, "broken-body");
            add(503, "too-many-uploads");
            add(422, "invalid-request");
        }
        if (route.writes() && !route.computes()) {
            add(503, "store-busy");
            add(507, "store-full");
        }
        String thing = THINGS.get(route.template().split("/", -1)[1]);
        if (route.namesAThing() && thing != null) {
            add(404, thing);
        }
        if (route.template().contains("{revision}")) {
            add(404, "unknown-revision");
        }
        if (route.template().contains("{movement}")) {
            add(404, "unknown-movement");
        }
    }

    private void conditions(boolean edits) {
        if (edits) {
            add(428, "if-match-needed");
        }
        if (!route.open() && !route.operator() && !route.writes() && !ApiDescription.isOperational(route)) {
            add(412, "revision-not-reached");
        }
        if (ApiDescription.changesAThing(route)) {
            add(412, "overtaken");
        }
        if (ApiDescription.isCarriedOutOnce(route)) {
            add(409, "still-running");
            add(422, "key-used-otherwise");
        }
    }

    private void plan() {
        String template = route.template();
        boolean terms = template.matches("/(fixed-expenses|provisions|budgets)(/\\{id})?") && route.writes();
        if ((terms && route.namesAThing()) || is("POST /configs")) {
            add(409, "past-month");
        }
        if (terms && template.startsWith("/budgets") && !route.method().equals("DELETE")) {
            add(409, "category-has-budget");
        }
        if (terms && route.method().equals("DELETE") && !template.startsWith("/budgets")) {
            add(409, "still-referred-to");
        }
        if ((terms && !route.method().equals("DELETE")) || is("POST /configs")) {
            add(422, "unknown-member");
        }
        if (is("POST /plan-effects")) {
            add(404, "unknown-fixed-expense");
            add(404, "unknown-provision");
            add(422, "unknown-member");
        }
        if (is("POST /simulations")) {
            add(404, "unknown-fixed-expense");
            add(404, "unknown-provision");
            add(409, "past-month");
            add(409, "currency-changed");
            add(422, "unknown-member");
        }
        if (is("DELETE /configs/{id}")) {
            add(409, "config-held");
        }
        if (is("GET /config") || is("GET /provisions/calculate/optimized")) {
            add(404, is("GET /config") ? "no-config" : "unknown-config");
        }
        if (is(DELETION)) {
            add(404, "unknown-household");
            add(409, "changed-since-backup");
            add(422, "invalid-request");
        }
        if (is("PATCH /accounts/{id}") || is("PUT /household/pot")) {
            add(409, "past-month");
        }
        if (is("DELETE /accounts/{id}")) {
            add(409, "still-referred-to");
        }
        boolean namesMembers =
                template.matches("/(accounts|settlements|transactions|confirmations)(/\\{id}|/batch|/changes)?")
                        && route.body() != null;
        if (namesMembers) {
            add(422, "unknown-member");
        }
        if (is("PATCH /household")) {
            add(409, "member-in-use");
            add(409, "currency-fixed");
        }
    }

    private void ledger() {
        if (is("POST /transactions/batch") || is("POST /transactions/changes") || is("DELETE /transactions")) {
            add(422, "too-many-rows");
        }
        if (is("POST /categories/renames")) {
            add(404, "unknown-category");
            add(409, "circular-rename");
            add(409, "category-has-budget");
            add(422, "too-many-rows");
        }
        if (is("POST /members/renames")) {
            add(409, "member-key-taken");
            add(422, "unknown-member");
            add(422, "too-many-rows");
        }
        if (is("POST /history/{revision}/undo")) {
            add(409, "not-undoable");
            add(409, "changed-since");
            add(409, "already-undone");
            add(409, "rows-changed-since");
            add(409, "category-has-budget");
            add(422, "too-many-rows");
        }
        if (is("POST /rules/apply")) {
            add(422, "too-many-rows");
        }
        if (is("POST /rules") || is("PUT /rules/{id}") || is("POST /rules/test")) {
            add(422, "unknown-member");
        }
        if (is("POST /imports")) {
            add(409, "import-running");
            add(422, "unreadable-bank-file");
            add(422, "nothing-accepted");
        }
        if (is("DELETE /imports/{id}")) {
            add(409, "already-undone");
            add(409, "rows-changed-since");
        }
        if (is("POST /imports/{id}/bills")) {
            add(409, "already-undone");
            add(422, "unknown-rows");
            add(422, "pays-no-bill");
        }
        if (is("POST /tokens") || is("POST /session/links")) {
            add(409, "answer-not-kept");
        }
    }

    private void views() {
        if (is("GET /dashboard/cache/warm/{id}")) {
            add(404, "unknown-warming");
        }
        if (is("PUT /operator/features/{name}")) {
            add(404, "unknown-feature");
        }
        boolean ofCategory = route.template().contains("{segment}")
                || is("GET /transactions/subcategories")
                || is("GET /dashboard/savings")
                || is("GET /dashboard/expenses");
        if (ofCategory) {
            add(404, "unknown-category");
            add(422, "invalid-request");
        }
        if (is("GET /transactions")) {
            add(404, "unknown-account");
        }
        if (is("DELETE /transactions")
                || is("GET /transactions")
                || is("GET /analytics/categories/optimized")
                || is("GET /settlement")) {
            add(422, "invalid-request");
        }
    }

    private boolean is(String other) {
        return route.toString().equals(other);
    }

    private void add(int status, String kind) {
        kinds.computeIfAbsent(status, none -> new TreeSet<>()).add(kind);
    }
}
