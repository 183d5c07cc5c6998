package io.prorata.adapter.web.description;

import io.prorata.adapter.web.ApiRoutes;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The bodies that the description shows, of a household of two: what a person might send, so that whoever sends one by mistake sees what
 * it was. {@link DescriptionTest} sends each to a server.
 */
final class Examples {

    private static final String RENT = """
            {"label": "Rent", "category": "Housing", "amount": "1034.00", "frequency": "monthly", "from": "2024-01"}""";
    private static final String HOLIDAYS = """
            {"name": "Holidays", "base": {"mode": "total", "percentage": "5"}, "target": "2400.00", "from": "2024-01"}""";
    private static final String GROCERIES = """
            {"date": "2024-01-05", "label": "Market hall", "amount": "-42.10", "category": "Groceries"}""";

    private static final String RULE = """
            {"name": "Market", "conditions": {"label_begins_with": "market hall", "sign": "spent"}, \
            "effects": {"category": "Groceries", "tags": ["fresh"]}}""";

    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("PATCH /household", "{\"name\": \"Rue des Lilas\"}"),
            Map.entry("POST /operator/households", """
                    {"name": "Ours", "currency": "EUR", "time_zone": "Europe/Paris", \
                    "members": [{"key": "ines", "name": "Inès"}, {"key": "jules", "name": "Jules"}]}"""),
            Map.entry("POST /configs", """
                    {"from": "2024-01", "members": [{"member": "ines", "gross": "3500.00", "tax_rate": "18"}, \
                    {"member": "jules", "net": "2539.27"}]}"""),
            Map.entry("POST /tax/estimates", """
                    {"scale": "fr-2025", "taxable_incomes": ["42000.00", "30500.00"], "parts": "2.5"}"""),
            Map.entry("POST /simulations", """
                    {"from": "2024-01", "to": "2024-03", "changes": [{"method": "POST", "path": "/fixed-expenses", \
                    "body": {"label": "Gym", "category": "Sport", "amount": "30.00", "frequency": "monthly", \
                    "from": "2024-02"}}]}"""),
            Map.entry("POST /plan-effects", """
                    {"from": "2024-01", "fixed_expense": {"amount": "30.00", "frequency": "monthly"}}"""),
            Map.entry("POST /fixed-expenses", RENT),
            Map.entry("PUT /fixed-expenses/{id}", """
                    {"label": "Rent", "category": "Housing", "amount": "1058.00", "frequency": "monthly"}"""),
            Map.entry("PATCH /fixed-expenses/{id}", "{\"amount\": \"1058.00\"}"),
            Map.entry("POST /budgets", """
                    {"category": "Groceries", "amount": "450.00", "from": "2024-01"}"""),
            Map.entry("PUT /budgets/{id}", "{\"category\": \"Groceries\", \"amount\": \"480.00\"}"),
            Map.entry("PATCH /budgets/{id}", "{\"amount\": \"480.00\"}"),
            Map.entry("POST /provisions", HOLIDAYS),
            Map.entry("PUT /provisions/{id}", """
                    {"name": "Holidays", "base": {"mode": "fixed", "amount": "250.00"}, "target": "2400.00"}"""),
            Map.entry("PATCH /provisions/{id}", "{\"target\": \"3000.00\"}"),
            Map.entry("POST /provisions/{id}/contributions", "{\"date\": \"2024-01-05\", \"amount\": \"250.00\"}"),
            Map.entry("POST /provisions/{id}/withdrawals", "{\"date\": \"2024-01-12\", \"amount\": \"86.40\"}"),
            Map.entry("POST /transactions", GROCERIES),
            Map.entry("POST /transactions/batch", "{\"transactions\": [" + GROCERIES + ApiRoutes.LEGS + "]}"),
            Map.entry("POST /transactions/changes", """
                    {"filter": {"month": "2024-01", "text": "market hall"}, "set": {"category": "Groceries"}}"""),
            Map.entry("PATCH /transactions/{id}", "{\"label\": \"Market hall, fish\"}"),
            Map.entry("POST /members/renames", "{\"from\": \"noa\", \"to\": \"noah\"}"),
            Map.entry("POST /categories/renames", "{\"from\": \"Groceries\", \"to\": \"Food\"}"),
            Map.entry("PUT /household/pot", "{\"in_use\": false}"),
            Map.entry("POST /accounts", """
                    {"name": "Joint account", "names": ["FR7630006000011234567890189"], "owner": "pot", \
                    "opening_balance": {"date": "2023-12-31", "amount": "1250.00"}}"""),
            Map.entry("POST /accounts/{id}/balances", "{\"date\": \"2024-01-10\", \"amount\": \"1207.90\"}"),
            Map.entry("PATCH /accounts/{id}", "{\"owner\": \"ines\"}"),
            Map.entry("POST /settlements", """
                    {"date": "2024-01-20", "month": "2024-01", "from": "jules", "to": "ines", "amount": "41.20"}"""),
            Map.entry("PATCH /settlements/{id}", "{\"amount\": \"42.20\"}"),
            Map.entry("POST /rules", RULE),
            Map.entry("PUT /rules/{id}", RULE),
            Map.entry("PUT /rules/order", "{\"rules\": [1]}"),
            Map.entry("POST /rules/test", "{\"rule\": " + RULE + ", \"filter\": {\"month\": \"2024-01\"}}"),
            Map.entry("POST /rules/apply", "{\"filter\": {\"month\": \"2024-01\"}}"),
            Map.entry("PUT /category-mappings", """
                    {"rules": [{"category": "Housing", "expense_type": "FIXED"}]}"""),
            Map.entry("POST /imports", """
                    Date;Label;Amount;Category
                    2024-01-03;Rent;-1034.00;Housing
                    2024-01-06;Bakery;-4.20;Groceries
                    2024-01-07;Card market hall;-42.10;Groceries
                    """),
            Map.entry("POST /confirmations", "{\"reject\": [\"twin:1:9\"]}"),
            Map.entry("POST /session/links", "{\"name\": \"phone\", \"scope\": \"write\"}"),
            Map.entry("POST /tokens", "{\"name\": \"phone\", \"scope\": \"read\"}"));

    private Examples() {}

    /** Returns the body that is shown of {@code route}, if it has one. */
    static @Nullable String of(ApiRoutes.Route route) {
        return BODIES.getOrDefault(route.toString(), route.body());
    }
}
