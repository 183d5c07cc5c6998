package io.prorata.adapter.web.page.history;

import io.micronaut.json.tree.JsonNode;
import io.prorata.adapter.web.page.change.RowWords;
import io.prorata.adapter.web.page.frame.Words;
import io.prorata.domain.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** One value that a change kept, in words: amounts are in minor units there, rates in parts per million. */
record AuditValue(RowWords rows) {

    private static final Set<String> AMOUNTS =
            Set.of("amount", "balance", "gross", "least", "most", "net", "opening", "target");
    private static final Set<String> MEMBERS = Set.of("member", "members", "owner", "payer", "source", "from", "to");
    /** What people have written themselves. */
    private static final Set<String> SAID = Set.of("category", "subcategory", "label", "name", "note", "tags");

    private static final List<String> PREFIXES = List.of("audit.kind.", "type.", "kind.", "every.", "scope.");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int PERCENT_IN_PPM = 4;

    /** @param name of the field that has the value */
    String of(String name, JsonNode value) {
        if (value.isBoolean()) {
            return rows.yesNo(value.getBooleanValue());
        }
        if (value.isNumber()) {
            return number(name, value.getLongValue());
        }
        return text(name, value.coerceStringValue());
    }

    private String number(String name, long number) {
        if (AMOUNTS.contains(name)) {
            return rows.amounts().text(new Money(number));
        }
        if (name.equals("rate")) {
            return rows.words()
                    .percent(BigDecimal.valueOf(number, PERCENT_IN_PPM)
                            .stripTrailingZeros()
                            .toPlainString());
        }
        return Long.toString(number);
    }

    private String text(String name, String text) {
        Words words = rows.words();
        if (MONTH.matcher(text).matches()) {
            return words.month(YearMonth.parse(text));
        }
        if (DAY.matcher(text).matches()) {
            return words.fullDay(LocalDate.parse(text));
        }
        if (MEMBERS.contains(name)) {
            return rows.parties().name(text);
        }
        if (SAID.contains(name)) {
            return text;
        }
        if (name.equals("what") && words.has(ChangeNames.key(text))) {
            return words.of(ChangeNames.key(text));
        }
        // Names of kinds, types and frequencies are kept as programs have them.
        return PREFIXES.stream()
                .map(prefix -> prefix + text)
                .filter(words::has)
                .findFirst()
                .map(words::of)
                .orElse(text);
    }
}
