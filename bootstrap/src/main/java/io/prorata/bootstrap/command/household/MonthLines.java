package io.prorata.bootstrap.command.household;

import com.fasterxml.jackson.databind.JsonNode;
import io.prorata.bootstrap.command.frame.HouseholdSession;
import io.prorata.bootstrap.terminal.FittedTable;
import io.prorata.bootstrap.terminal.Table.Side;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The answer of {@code GET /dashboard/summary} in lines: incomes, provisions, bills, spending, and each member's part of them. */
final class MonthLines {

    private final HouseholdSession session;
    private final JsonNode month;
    private final FittedTable table;
    private final List<String> members;

    MonthLines(HouseholdSession session, JsonNode month) {
        this.session = session;
        this.month = month;
        this.table = session.table();
        this.members = month.path("incomes")
                .path("members")
                .valueStream()
                .map(member -> member.path("member").asText())
                .toList();
    }

    List<String> lines() {
        table.column(session.words().month(YearMonth.parse(month.path("month").asText())), Side.LEFT, true)
                .column(month.path("currency").asText(), Side.RIGHT, false);
        month.path("incomes")
                .path("members")
                .forEach(member -> table.column(member.path("name").asText(), Side.RIGHT, false));
        table.column("", Side.LEFT, false).gap();
        JsonNode totals = month.path("summary");
        List<String> nets = month.path("incomes")
                .path("members")
                .valueStream()
                .map(member -> member.path("net").asText())
                .toList();
        total(session.words().text("Net income"), totals.path("net_income"), nets);
        table.gap();
        group("provisions", "name", "monthly_amount", session.words().text("Provisions"), "total_provisions");
        group("fixed_expenses", "label", "monthly_amount", session.words().text("Fixed"), "total_fixed");
        group("categories", "category", "total_amount", session.words().text("Variable"), "total_variable");
        List<String> toPay = shares(totals.path("member_totals"));
        total(session.words().text("To pay"), totals.path("total_expenses"), toPay);
        List<String> left = new ArrayList<>();
        for (int m = 0; m < members.size(); m++) {
            left.add(new BigDecimal(nets.get(m))
                    .subtract(new BigDecimal(toPay.get(m)))
                    .toPlainString());
        }
        total(session.words().text("Left"), totals.path("net_available"), left);
        return table.lines();
    }

    /** Lines of one kind, and their total, which is the sum of those above it, member by member. */
    private void group(String lines, String name, String amount, String label, String total) {
        List<BigDecimal> sums = new ArrayList<>(
                members.stream().map(_ -> BigDecimal.ZERO.setScale(decimals())).toList());
        for (JsonNode line : month.path(lines)) {
            List<String> shares = shares(line.path("shares"));
            for (int m = 0; m < shares.size(); m++) {
                sums.set(m, sums.get(m).add(new BigDecimal(shares.get(m))));
            }
            String text = line.path(name).asText("");
            List<String> cells = cells(
                    "  " + (text.isEmpty() ? session.words().text("(uncategorised)") : text),
                    line.path(amount),
                    shares);
            cells.add(beside(line));
            table.row(cells);
        }
        total(
                label,
                month.path("summary").path(total),
                sums.stream().map(BigDecimal::toPlainString).toList());
        table.gap();
    }

    private String beside(JsonNode line) {
        if (line.path("ended").asBoolean()) {
            return session.words().text("ended, balance {0}", session.amount(line.path("balance")));
        }
        return line.hasNonNull("progress_percentage")
                ? session.words().text("{0} % of target", session.amount(line.path("progress_percentage")))
                : "";
    }

    private int decimals() {
        return new BigDecimal(month.path("summary").path("total_expenses").asText()).scale();
    }

    private List<String> shares(JsonNode shares) {
        return members.stream().map(member -> shares.path(member).asText()).toList();
    }

    private void total(String label, JsonNode amount, List<String> shares) {
        table.row(cells(label, amount, shares), true);
    }

    private List<String> cells(String label, JsonNode amount, List<String> shares) {
        List<String> cells = new ArrayList<>(List.of(label, session.amount(amount)));
        shares.forEach(share -> cells.add(session.words().amount(new BigDecimal(share))));
        return cells;
    }
}
