package io.prorata.adapter.web.page.month;

import io.prorata.adapter.web.page.frame.Bars;
import io.prorata.adapter.web.page.frame.Links;
import io.prorata.adapter.web.page.frame.Shown;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.adapter.web.page.month.Line.Meter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the parts of a month's screen from the view that the API answers. */
final class MonthBuilder {

    private static final int BAR = 1000;
    private static final int COLOURS = 4;

    private final Words words;
    private final Shown screen;
    private final String month;
    private final Map<String, String> names;

    /** @param names of members by key, in their order */
    MonthBuilder(Words words, Shown screen, Map<String, String> names) {
        this.words = words;
        this.screen = screen;
        this.month = screen.text("month");
        this.names = names;
    }

    List<Person> people() {
        Map<String, String> totals = screen.at("summary").texts("member_totals");
        String all = Bars.sum(totals.values().toArray(String[]::new));
        List<Person> people = new ArrayList<>();
        int x = 0;
        for (Map.Entry<String, String> total : totals.entrySet()) {
            int width = Bars.length(total.getValue(), all, BAR);
            String ratio = words.percent(tenths(width));
            people.add(new Person(
                    total.getKey(),
                    name(total.getKey()),
                    words.amount(total.getValue()),
                    ratio,
                    x,
                    width,
                    people.size() % COLOURS + 1));
            x += width;
        }
        return people;
    }

    /** What is to confirm, with the total both ways; empty if nothing is. */
    String toConfirm() {
        if (!screen.has("to_confirm")) {
            return "";
        }
        Shown found = screen.at("to_confirm");
        long count = found.number("count");
        return count == 0
                ? ""
                : count + " · "
                        + words.of(
                                "confirm.total",
                                words.amount(found.text("total_expenses")),
                                words.amount(found.text("total_if_confirmed")));
    }

    private static String tenths(int perMille) {
        return perMille / 10 + "." + perMille % 10;
    }

    /** Variable spending by category, the largest first; what has none comes first of all. */
    List<Line> spending() {
        List<Shown> categories = new ArrayList<>(screen.list("categories"));
        String largest = "0";
        for (Shown category : categories) {
            largest = Bars.larger(largest, category.text("total_amount"));
        }
        String most = largest;
        categories.sort(Comparator.comparing((Shown category) -> category.optional("category") != null)
                .thenComparing(category -> new BigDecimal(category.text("total_amount")).negate()));
        return categories.stream()
                .map(category -> {
                    String amount = category.text("total_amount");
                    String name = category.optional("category");
                    return new Line(
                            name == null ? words.of("uncategorised") : name,
                            Links.category(month, "VARIABLE", name),
                            words.amount(amount),
                            Bars.isPositive(amount) ? new Meter(amount, most, words.amount(amount)) : null,
                            name == null ? words.of("to_sort") : "",
                            "warn",
                            words.count("rows", category.number("transaction_count")),
                            "",
                            true,
                            Links.why(month, "category", name == null ? "" : name));
                })
                .toList();
    }

    List<Line> provisions() {
        List<Line> lines = new ArrayList<>();
        for (Shown group : screen.at("savings").list("categories")) {
            for (Shown provision : group.list("provisions")) {
                String target = provision.optional("target");
                String progress = provision.optional("progress_percentage");
                String balance = words.amount(provision.text("balance"));
                lines.add(new Line(
                        provision.text("name"),
                        "/plan?month=" + month + "#provision-" + provision.text("id"),
                        words.amount(provision.text("monthly_amount")),
                        progress == null || target == null ? null : new Meter(progress, "100", words.percent(progress)),
                        provision.flag("ended") ? words.of("ended") : "",
                        "",
                        target == null
                                ? words.of("put_aside", balance)
                                : words.of("of_target", balance, words.amount(target)),
                        owner(provision.texts("shares"), provision.flag("key_instead")),
                        false,
                        Links.why(month, "provision", provision.text("id"))));
            }
        }
        return lines;
    }

    /** Whom it is for, where it is one member's alone. */
    private String owner(Map<String, String> shares, boolean byKey) {
        List<String> paying = shares.entrySet().stream()
                .filter(share -> Bars.isPositive(share.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return !byKey && paying.size() == 1 && shares.size() > 1 ? name(paying.getFirst()) : "";
    }

    /** Bills, each beside what its category has paid where it is the only one there. */
    List<Line> bills() {
        Map<String, Shown> paid = new HashMap<>();
        screen.at("expenses").list("paid").forEach(group -> paid.put(group.text("category"), group));
        Map<String, Integer> bills = new HashMap<>();
        forEachBill(bill -> bills.merge(bill.text("paid_from_category"), 1, Integer::sum));
        List<Line> lines = new ArrayList<>();
        forEachBill(bill -> {
            Shown group = paid.get(bill.text("paid_from_category"));
            boolean alone = Integer.valueOf(1).equals(bills.get(bill.text("paid_from_category")));
            Said said = group == null || !alone ? new Said("", "", "") : paidOf(group);
            String frequency = bill.text("frequency");
            lines.add(new Line(
                    bill.text("label"),
                    "/plan?month=" + month + "#bill-" + bill.text("id"),
                    words.amount(bill.text("monthly_amount")),
                    null,
                    said.tag(),
                    said.tone(),
                    frequency.equals("monthly")
                            ? said.text()
                            : words.of("frequency." + frequency, words.amount(bill.text("amount"))),
                    owner(bill.texts("shares"), bill.flag("key_instead")),
                    false,
                    Links.why(month, "bill", bill.text("id"))));
        });
        return lines;
    }

    private void forEachBill(Consumer<Shown> each) {
        screen.at("expenses")
                .list("categories")
                .forEach(group -> group.list("expenses").forEach(each));
    }

    private record Said(String tag, String tone, String text) {}

    private Said paidOf(Shown group) {
        String actual = group.text("actual");
        String planned = group.text("planned");
        String variance = group.text("variance");
        if (!Bars.isPositive(actual)) {
            return new Said(words.of("not_yet"), "", "");
        }
        String beside = words.of("paid_planned", words.amount(actual), words.amount(planned));
        if (Bars.isPositive(variance)) {
            return new Said(words.of("more", words.amount(variance)), "warn", beside);
        }
        return variance.startsWith("-")
                ? new Said(words.of("less", words.amount(variance.substring(1))), "", beside)
                : new Said(words.of("paid"), "good", "");
    }

    ShareTable shares() {
        List<ShareTable.Row> rows = new ArrayList<>();
        Shown summary = screen.at("summary");
        Shown savings = screen.at("savings");
        for (Shown group : savings.list("categories")) {
            group.list("provisions").forEach(line -> rows.add(row(line.text("name"), line, "monthly_amount", false)));
        }
        rows.add(row(words.of("provisions"), savings.at("totals"), "monthly_amount", true));
        forEachBill(bill -> rows.add(row(bill.text("label"), bill, "monthly_amount", false)));
        rows.add(row(words.of("bills"), screen.at("expenses").at("totals"), "monthly_amount", true));
        screen.list("categories")
                .forEach(line -> rows.add(row(words.orNone(line.optional("category")), line, "total_amount", false)));
        rows.add(new ShareTable.Row(words.of("spending"), words.amount(summary.text("total_variable")), blank(), true));
        rows.add(new ShareTable.Row(
                words.of("to_pay"),
                words.amount(summary.text("total_expenses")),
                amounts(summary.texts("member_totals")),
                true));
        return new ShareTable(List.copyOf(names.values()), rows);
    }

    private List<String> blank() {
        return names.keySet().stream().map(key -> "").toList();
    }

    private ShareTable.Row row(String name, Shown line, String amount, boolean sum) {
        return new ShareTable.Row(name, words.amount(line.text(amount)), amounts(line.texts("shares")), sum);
    }

    private List<String> amounts(Map<String, String> shares) {
        return names.keySet().stream()
                .map(key -> words.amount(shares.getOrDefault(key, "0")))
                .toList();
    }

    private String name(String key) {
        return names.getOrDefault(key, key);
    }

    /** Returns the names of members by key, as {@code screen} has them. */
    static Map<String, String> names(Shown screen) {
        Map<String, String> names = new LinkedHashMap<>();
        screen.at("incomes").list("members").forEach(member -> names.put(member.text("member"), member.text("name")));
        return names;
    }
}
