package io.prorata.adapter.web.plan;

import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.ErrorCollector;
import io.prorata.adapter.web.json.JsonObjectReader;
import io.prorata.application.plan.PlanFixedExpense;
import io.prorata.application.plan.ReviseFixedExpense;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.split.LineSplit;
import java.time.YearMonth;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** A bill as it is stated: {@code {"label": "Rent", "category": "Housing", "amount": "1200.00", "frequency": "monthly"}}. */
final class FixedExpenseRequest {

    private static final String[] NAMES = {"label", "category", "paid_by", "amount", "frequency", "split"};

    private FixedExpenseRequest() {}

    static PlanFixedExpense.Command read(byte[] body, Currency currency) {
        JsonObjectReader fields = JsonObjectReader.of(
                body, "label", "category", "paid_by", "amount", "frequency", "split", "from", "until");
        var parts = new ErrorCollector();
        Supplier<ReviseFixedExpense.Command> bill = parts.read(() -> command(fields, currency, true));
        Supplier<Optional<YearMonth>> from = parts.read(() -> fields.optionalMonth("from"));
        Supplier<Optional<YearMonth>> until = parts.read(() -> fields.optionalMonth("until"));
        parts.complete();
        var command = bill.get();
        return new PlanFixedExpense.Command(
                command.label(),
                command.category(),
                Optional.of(command.paidBy()),
                command.terms().orElseThrow(),
                from.get(),
                until.get());
    }

    /** Reads a bill that takes the place of the one there is. */
    static ReviseFixedExpense.Command readWhole(byte[] body, Currency currency) {
        return command(JsonObjectReader.of(body, NAMES), currency, true);
    }

    /** Reads what changes of a bill; terms that are not in force have to be stated in full. */
    static ReviseFixedExpense.Command readPatch(
            byte[] body, Currency currency, FixedExpense before, Optional<FixedTerms> inForce) {
        JsonObjectReader fields =
                JsonObjectReader.patched(current(before, inForce, new AmountText(currency)), body, NAMES);
        boolean stated = fields.states("amount") || fields.states("frequency") || fields.states("split");
        return command(fields, currency, inForce.isPresent() || stated);
    }

    private static Map<String, Object> current(FixedExpense before, Optional<FixedTerms> inForce, AmountText amounts) {
        Map<String, Object> current = new LinkedHashMap<>();
        current.put("label", before.label());
        current.put("category", before.category());
        current.put("paid_by", before.paidBy());
        inForce.ifPresent(terms -> {
            current.put("amount", amounts.text(terms.amount()));
            current.put("frequency", terms.frequency().name().toLowerCase(Locale.ROOT));
            current.put("split", SplitJson.write(terms.split()));
        });
        return current;
    }

    /** @param withTerms whether terms are meant to be there */
    private static ReviseFixedExpense.Command command(JsonObjectReader fields, Currency currency, boolean withTerms) {
        var parts = new ErrorCollector();
        Supplier<String> label = parts.read(() -> fields.ruled("label", () -> Naming.name(fields.text("label"))));
        Supplier<String> category =
                parts.read(() -> fields.ruled("category", () -> Naming.name(fields.text("category"))));
        Supplier<Optional<String>> paidBy = parts.read(() ->
                fields.optionalText("paid_by").map(name -> fields.ruled("paid_by", () -> Naming.name(name))));
        Supplier<Optional<FixedTerms>> terms =
                parts.read(() -> withTerms ? Optional.of(terms(fields, currency)) : Optional.empty());
        parts.complete();
        return new ReviseFixedExpense.Command(
                label.get(), category.get(), paidBy.get().orElse(category.get()), terms.get());
    }

    private static FixedTerms terms(JsonObjectReader fields, Currency currency) {
        var parts = new ErrorCollector();
        Supplier<Money> amount = parts.read(() -> new AmountText(currency).read(fields, "amount"));
        Supplier<Frequency> frequency = parts.read(() -> fields.oneOf("frequency", Frequency.class));
        Supplier<LineSplit> split = parts.read(() -> SplitJson.read(fields, "split"));
        parts.complete();
        return fields.ruled("amount", () -> new FixedTerms(amount.get(), frequency.get(), split.get()));
    }
}
