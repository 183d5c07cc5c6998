package io.prorata.adapter.web.settlement;

import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.ErrorCollector;
import io.prorata.adapter.web.json.JsonObjectReader;
import io.prorata.adapter.web.plan.PartyJson;
import io.prorata.application.settlement.SettlementTerms;
import io.prorata.domain.household.Party;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.settlement.Settlement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A settlement as it is stated: {@code {"date": "2026-04-02", "month": "2026-03", "from": "sam", "to": "diana", "amount": "41.20"}}. */
final class SettlementRequest {

    private static final String[] NAMES = {"date", "month", "from", "to", "amount", "note", "transactions"};

    private SettlementRequest() {}

    static SettlementTerms read(byte[] body, Currency currency) {
        return terms(JsonObjectReader.of(body, NAMES), currency);
    }

    /** Reads what changes of a settlement. */
    static SettlementTerms readPatch(byte[] body, Currency currency, Settlement before) {
        Map<String, @Nullable Object> current = new LinkedHashMap<>();
        current.put("date", before.date().toString());
        current.put("month", before.settles().map(YearMonth::toString).orElse(null));
        current.put("from", PartyJson.write(before.from()));
        current.put("to", PartyJson.write(before.to()));
        current.put("amount", new AmountText(currency).text(before.amount()));
        current.put("note", before.note());
        current.put("transactions", List.copyOf(before.rows()));
        Map<String, Object> stated = new LinkedHashMap<>();
        current.forEach((name, value) -> {
            if (value != null) {
                stated.put(name, value);
            }
        });
        return terms(JsonObjectReader.patched(stated, body, NAMES), currency);
    }

    private static SettlementTerms terms(JsonObjectReader fields, Currency currency) {
        var parts = new ErrorCollector();
        Supplier<LocalDate> date = parts.read(() -> fields.date("date"));
        Supplier<Optional<YearMonth>> month = parts.read(() -> fields.optionalMonth("month"));
        Supplier<Party> from = parts.read(() -> PartyJson.read(fields, "from"));
        Supplier<Party> to = parts.read(() -> PartyJson.read(fields, "to"));
        Supplier<Money> amount = parts.read(() -> new AmountText(currency).read(fields, "amount"));
        Supplier<Optional<String>> note = parts.read(
                () -> fields.optionalText("note").map(text -> fields.ruled("note", () -> Naming.label(text))));
        Supplier<SortedSet<Long>> rows = parts.read(() -> fields.states("transactions")
                ? new TreeSet<>(fields.wholeList("transactions"))
                : new TreeSet<>());
        parts.complete();
        return new SettlementTerms(
                date.get(),
                month.get(),
                from.get(),
                to.get(),
                amount.get(),
                note.get().orElse(null),
                rows.get());
    }
}
