package io.prorata.adapter.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Walks through an answer and finds totals that are not the sum of the parts shown under them. It knows how answers are built, not which
 * answers there are: a new one is walked like the others.
 */
final class TotalsCheck {

    private final List<String> wrong = new ArrayList<>();
    private int checked;

    /** How many sums were compared, and which differ. */
    record Walked(int checked, List<String> wrong) {}

    static Walked walk(JsonNode answer) {
        var totals = new TotalsCheck();
        totals.walk("", answer);
        return new Walked(totals.checked, totals.wrong);
    }

    private void walk(String path, JsonNode node) {
        if (node.isObject()) {
            shares(path, node);
            parts(path, node);
            totalsBeside(path, node);
            summary(path, node);
            beside(path, node);
            incomes(path, node);
            settling(path, node);
            year(path, node);
            budget(path, node);
        }
        int index = 0;
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            walk(path + "/" + member.getKey(), member.getValue());
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                walk(path + "/" + index++, item);
            }
        }
    }

    /** Dues add up to nothing, and the transfers settle each of them. */
    private void settling(String path, JsonNode node) {
        if (!node.has("transfers")) {
            return;
        }
        same(path + "/due", BigDecimal.ZERO, values(node.get("due")));
        for (Map.Entry<String, JsonNode> due : node.get("due").properties()) {
            BigDecimal paid = BigDecimal.ZERO;
            for (JsonNode transfer : node.get("transfers")) {
                BigDecimal amount = amount(transfer.get("amount"));
                if (transfer.get("from").asText().equals(due.getKey())) {
                    paid = paid.add(amount);
                }
                if (transfer.get("to").asText().equals(due.getKey())) {
                    paid = paid.subtract(amount);
                }
            }
            same(path + "/due/" + due.getKey(), amount(due.getValue()), paid);
        }
    }

    /** What months come to together is what each comes to. */
    private void year(String path, JsonNode node) {
        if (!node.has("total") || !node.has("months")) {
            return;
        }
        for (Map.Entry<String, JsonNode> figure : node.get("total").properties()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode month : node.get("months")) {
                JsonNode value = month.get("summary").get(figure.getKey());
                sum = sum.add(value.isObject() ? values(value) : amount(value));
            }
            JsonNode total = figure.getValue();
            same(path + "/total/" + figure.getKey(), total.isObject() ? values(total) : amount(total), sum);
        }
        for (JsonNode month : node.get("months")) {
            type(path, month, "VARIABLE", month.at("/summary/total_variable"));
            type(path, month, "FIXED", month.at("/plan_and_actual/fixed/actual"));
            type(path, month, "PROVISION", month.at("/plan_and_actual/provisions/actual"));
            type(path, month, "INCOME", month.at("/plan_and_actual/income/actual"));
        }
        BigDecimal variable = BigDecimal.ZERO;
        for (JsonNode category : node.get("categories")) {
            variable = variable.add(amount(category.get("total_amount")));
        }
        same(path + "/categories", amount(node.at("/total/total_variable")), variable);
    }

    private void type(String path, JsonNode month, String type, JsonNode total) {
        JsonNode rows = month.at("/types/" + type + "/total_amount");
        same(path + "/types/" + type, amount(total), rows.isMissingNode() ? BigDecimal.ZERO : amount(rows));
    }

    /** What is left of a budget is what was not spent. */
    private void budget(String path, JsonNode node) {
        if (node.has("spent_amount")) {
            same(
                    path + "/left_amount",
                    amount(node.get("left_amount")),
                    amount(node.get("monthly_amount")).subtract(amount(node.get("spent_amount"))));
        }
    }

    /** What members pay of something is all of it. */
    private void shares(String path, JsonNode node) {
        if (node.has("shares") && !node.get("shares").isEmpty()) {
            JsonNode whole = node.has("monthly_amount") ? node.get("monthly_amount") : node.get("total_amount");
            same(path + "/shares", amount(whole), values(node.get("shares")));
        }
    }

    /** Rows with statistics are the sum of the rows in them, page by page only where all are on one. */
    private void parts(String path, JsonNode node) {
        if (!node.has("transaction_count")) {
            return;
        }
        boolean onOnePage = !node.has("pagination") || isWhole(node.get("pagination"));
        for (String list : List.of("categories", "subcategories", "series", "data", "transactions", "parts")) {
            boolean paged = list.equals("data") || list.equals("transactions");
            if (node.has(list) && (onOnePage || !paged) && !isUndivided(list, node)) {
                JsonNode parts = node.get(list);
                same(path + "/" + list, amount(node.get("total_amount")), sum(parts, "total_amount", "amount"));
                if (!parts.isEmpty() && parts.get(0).has("transaction_count")) {
                    same(
                            path + "/" + list + " rows",
                            amount(node.get("transaction_count")),
                            sum(parts, "transaction_count"));
                }
            }
        }
    }

    /** Rows that all divide alike are in no parts. */
    private static boolean isUndivided(String list, JsonNode node) {
        return list.equals("parts") && node.get(list).isEmpty();
    }

    private static boolean isWhole(JsonNode pagination) {
        return pagination.get("offset").asLong(-1) == 0
                && !pagination.get("has_more").asBoolean();
    }

    /** Totals beside a list of groups or lines are their sums, and groups those of the lines in them. */
    private void totalsBeside(String path, JsonNode node) {
        if (node.has("totals")) {
            JsonNode items = node.has("categories") ? node.get("categories") : node.get("provisions");
            group(path + "/totals", node.get("totals"), items);
            if (node.has("unplanned_amount") && !node.get("unplanned_amount").isNull()) {
                same(
                        path + "/totals/actual_amount",
                        amount(node.at("/totals/actual_amount")),
                        sum(node.get("paid"), "actual").add(amount(node.get("unplanned_amount"))));
                same(
                        path + "/totals planned",
                        amount(node.at("/totals/monthly_amount")),
                        sum(node.get("paid"), "planned"));
            }
        }
        for (String list : List.of("provisions", "expenses")) {
            if (node.has("monthly_amount") && node.has(list)) {
                group(path, node, node.get(list));
            }
        }
    }

    private void group(String path, JsonNode total, JsonNode items) {
        same(path + "/monthly_amount", amount(total.get("monthly_amount")), sum(items, "monthly_amount"));
        for (Map.Entry<String, JsonNode> share : total.get("shares").properties()) {
            BigDecimal sum = BigDecimal.ZERO;
            for (JsonNode item : items) {
                sum = sum.add(amount(item.get("shares").get(share.getKey())));
            }
            same(path + "/shares/" + share.getKey(), amount(share.getValue()), sum);
        }
        for (String figure : List.of("balance", "target")) {
            if (total.has("total_" + figure) && !items.isEmpty()) {
                // A target of zero counts as none.
                same(
                        path + "/total_" + figure,
                        amount(total.get("total_" + figure)),
                        sum(items, "total_" + figure, figure));
            }
        }
        if (total.has("count") && !items.isEmpty()) {
            BigDecimal count = BigDecimal.ZERO;
            for (JsonNode item : items) {
                JsonNode lines = item.has("provisions") ? item.get("provisions") : item.get("expenses");
                count = count.add(item.has("count") ? amount(item.get("count")) : BigDecimal.valueOf(lines.size()));
            }
            same(path + "/count", amount(total.get("count")), count);
        }
    }

    private void summary(String path, JsonNode node) {
        if (!node.has("summary")) {
            return;
        }
        JsonNode summary = node.get("summary");
        BigDecimal total = amount(summary.get("total_expenses"));
        same(
                path + "/summary/total_expenses",
                total,
                amount(summary.get("total_provisions"))
                        .add(amount(summary.get("total_fixed")))
                        .add(amount(summary.get("total_variable"))));
        same(
                path + "/summary/net_available",
                amount(summary.get("net_available")),
                amount(summary.get("net_income")).subtract(total));
        if (!summary.get("member_totals").isEmpty()) {
            same(path + "/summary/member_totals", total, values(summary.get("member_totals")));
        }
        if (node.has("categories")) {
            same(
                    path + "/categories",
                    amount(summary.get("total_variable")),
                    sum(node.get("categories"), "total_amount"));
        }
        if (node.has("provisions")) {
            same(
                    path + "/provisions",
                    amount(summary.get("total_provisions")),
                    sum(node.get("provisions"), "monthly_amount"));
        }
        if (node.has("fixed_expenses")) {
            same(
                    path + "/fixed_expenses",
                    amount(summary.get("total_fixed")),
                    sum(node.get("fixed_expenses"), "monthly_amount"));
        }
        if (node.has("savings")) {
            same(
                    path + "/savings",
                    amount(summary.get("total_provisions")),
                    amount(node.at("/savings/totals/monthly_amount")));
            same(
                    path + "/expenses",
                    amount(summary.get("total_fixed")),
                    amount(node.at("/expenses/totals/monthly_amount")));
        }
        if (node.has("fixed_expenses") && node.has("categories")) {
            for (Map.Entry<String, JsonNode> member :
                    summary.get("member_totals").properties()) {
                BigDecimal parts = BigDecimal.ZERO;
                for (String list : List.of("provisions", "fixed_expenses", "categories")) {
                    for (JsonNode line : node.get(list)) {
                        parts = parts.add(amount(line.get("shares").get(member.getKey())));
                    }
                }
                same(path + "/summary/member_totals/" + member.getKey(), amount(member.getValue()), parts);
            }
        }
    }

    private void beside(String path, JsonNode node) {
        if (node.has("planned") && node.has("actual") && node.has("variance")) {
            same(
                    path + "/variance",
                    amount(node.get("variance")),
                    amount(node.get("actual")).subtract(amount(node.get("planned"))));
        }
    }

    private void incomes(String path, JsonNode node) {
        if (node.has("gross") && node.has("tax") && node.has("net")) {
            same(
                    path + "/gross",
                    amount(node.get("gross")),
                    amount(node.get("tax")).add(amount(node.get("net"))));
            for (String figure : List.of("gross", "tax", "net")) {
                if (node.has("members")) {
                    same(path + "/" + figure, amount(node.get(figure)), sum(node.get("members"), figure));
                }
            }
        }
        if (node.has("received_by_all")) {
            same(
                    path + "/received",
                    amount(node.get("received")),
                    sum(node.get("members"), "received").add(amount(node.get("received_by_all"))));
        }
        if (node.has("net_revenues")) {
            same(path + "/total_net", amount(node.get("total_net")), values(node.get("net_revenues")));
        }
    }

    private void same(String path, BigDecimal total, BigDecimal parts) {
        checked++;
        if (total.compareTo(parts) != 0) {
            wrong.add(path + ": " + total + " is shown, the parts add up to " + parts);
        }
    }

    private static BigDecimal values(JsonNode amounts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode value : amounts) {
            sum = sum.add(amount(value));
        }
        return sum;
    }

    /** Adds up the first of {@code names} that each item has; what is null counts as nothing. */
    private static BigDecimal sum(JsonNode items, String... names) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode item : items) {
            for (String name : names) {
                if (item.has(name)) {
                    sum = sum.add(item.get(name).isNull() ? BigDecimal.ZERO : amount(item.get(name)));
                    break;
                }
            }
        }
        return sum;
    }

    private static BigDecimal amount(JsonNode node) {
        return new BigDecimal(node.asText());
    }
}
