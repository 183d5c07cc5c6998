package io.prorata.adapter.web.description;

import io.prorata.adapter.web.ApiRoutes;
import java.util.Map;

/** What parameters mean that are the same wherever they are taken. */
final class Parameters {

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("id", "By which the thing is known; every answer that shows it has it."),
            Map.entry("movement", "By which the contribution or withdrawal is known; their lists have it."),
            Map.entry(
                    "segment",
                    "The category's name; all for every one, none for the uncategorised, - for the one that the"
                            + " parameter category names."),
            Map.entry("month", "The month, YYYY-MM; the current one of the household unless stated."),
            Map.entry("from", "The first month, YYYY-MM."),
            Map.entry("to", "The last month, YYYY-MM."),
            Map.entry(
                    "restate", "Whether a month that is over may change; without, reaching into one is refused (409)."),
            Map.entry("all", "Whether those that have ended or not yet begun are listed too."),
            Map.entry(
                    "use_cache",
                    "false computes the answer anew, past everything that is kept; the bytes are the same."),
            Map.entry("config_id", "The version of the config to reckon with, as if it were in force."),
            Map.entry("category", "Those of this category alone; empty: those that have none."),
            Map.entry("subcategory", "Those of this subcategory alone; empty: those that have none."),
            Map.entry("account", "Those of this account alone; empty: those that have none."),
            Map.entry("expense_type", "Those of this type alone."),
            Map.entry("expense_types", "Those of these types alone: repeated, or between commas."),
            Map.entry("excluded", "Those that are left out of all sums (true), or those that are not (false)."),
            Map.entry("tag", "Those that have this tag."),
            Map.entry("text", "Those whose label has this in it, whatever the case and the accents."),
            Map.entry("min_amount", "Those of this amount or more, with the bank's sign."),
            Map.entry("max_amount", "Those of this amount or less, with the bank's sign."),
            Map.entry(
                    "order",
                    "date, amount, label or category; with a minus before it the other way round. A cursor is of one"
                            + " order alone."),
            Map.entry(
                    "months",
                    "The months, YYYY-MM, repeated or between commas; or how many, counted back from the current one."),
            Map.entry("name", "By which the feature is known; the list of features has it."),
            Map.entry("since", "The X-Revision after which changes begin; the current one unless stated."),
            Map.entry("wait", "false: the stream ends where nothing is left to send."),
            Map.entry("limit", "How many a page has at most."),
            Map.entry("offset", "How many to leave out before the page; not together with cursor."),
            Map.entry(
                    "cursor",
                    "Where the page begins: next_cursor of the page before, with the same filter and order. It stays"
                            + " right whatever is entered meanwhile."),
            Map.entry("count", "Whether the rows of all pages are counted even if they are of several months."),
            Map.entry("level", "How deep: summary, details or transactions."),
            Map.entry("dry_run", "Only says what would happen; nothing is kept."),
            Map.entry(
                    "as",
                    "mistake: it is removed wholly, as if it had never been stated, where nothing refers to it."
                            + " Without it, it ends."),
            Map.entry("revision", "The household's revision in the backup that was made of it."),
            Map.entry(
                    "correct",
                    "Changes rows that are there in another form: refined by the bank, or read otherwise before."),
            Map.entry("rows", "How many rows a dry run shows: a number, or all."),
            Map.entry("force", "Takes rows out too that were changed since."),
            Map.entry("file_name", "By which the import is known in the list."),
            Map.entry(
                    "If-Match",
                    "The ETag that was read; * for whatever is there. Somebody else's change in between: 412."),
            Map.entry("If-None-Match", "ETags of answers that are there already: 304 if one still holds."),
            Map.entry(
                    "Min-Revision",
                    "The X-Revision that has to be reached, such as that of a write: 412 if it is not."),
            Map.entry(
                    "Idempotency-Key",
                    "1 to 200 visible ASCII characters, drawn anew for each request: sent again within a day it has no"
                            + " second effect and the first answer."));

    private static final Map<String, String> ELSEWHERE = Map.of(
            "DELETE /operator/households/{id} name", "What the household is called, typed anew.",
            "GET /problems/{name} name", "What the type of the problem ends in: past-month.",
            "GET /transactions from", "The first day, YYYY-MM-DD.",
            "GET /transactions to", "The last day, YYYY-MM-DD.",
            "GET /transactions month", "The month, YYYY-MM; all of them unless stated. Not together with from or to.",
            "GET /transactions expense_type", "Those of this type, or of these: repeated, or between commas.",
            "GET /transactions expense_types", "The same as expense_type, by the name that analyses have for it.",
            "DELETE /dashboard/cache/invalidate month",
                    "Only what shows this month last, YYYY-MM; everything unless stated.",
            "GET /analytics/categories/optimized month",
                    "The month, YYYY-MM; the current one unless stated. Not together with from and to.");

    private Parameters() {}

    /** @throws IllegalStateException if nothing is said of it */
    static String meaning(ApiRoutes.Route route, String name) {
        String here = ELSEWHERE.get(route + " " + name);
        if (here != null) {
            return here;
        }
        boolean ofPlan = route.template().matches("/(fixed-expenses|provisions)/\\{id}");
        if (ofPlan && name.equals("from")) {
            return route.method().equals("DELETE")
                    ? "The first month without it, YYYY-MM; the current one unless stated."
                    : "The month from which it holds, YYYY-MM; the current one unless stated.";
        }
        String everywhere = MEANINGS.get(name);
        if (everywhere == null) {
            throw new IllegalStateException("nothing is said of the parameter " + name + " of " + route);
        }
        return everywhere;
    }
}
