package io.prorata.adapter.web.settings;

import io.prorata.adapter.web.json.Amounts;
import io.prorata.adapter.web.json.Fields;
import io.prorata.application.PlanFixedExpense;
import io.prorata.application.ReviseFixedExpense;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.split.LineSplit;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A bill as it is stated: {@code {"label": "Rent", "category": "Housing", "amount": "1200.00", "frequency": "monthly"}}. */
final class FixedExpenseRequest {

    private static final String[] NAMES = {"label", "category", "paid_by", "amount", "frequency", "split"};

    private FixedExpenseRequest() {}

    static PlanFixedExpense.Command read(byte[] body, Currency currency) {
        Fields fields =
                Fields.of(body, "label", "category", "paid_by", "amount", "frequency", "split", "from", "until");
        var command = command(fields, terms(fields, currency));
        return new PlanFixedExpense.Command(
                command.label(),
                command.category(),
                Optional.of(command.paidBy()),
                command.terms().orElseThrow(),
                fields.optionalMonth("from"),
                fields.optionalMonth("until"));
    }

    /** Reads a bill that takes the place of the one there is. */
    static ReviseFixedExpense.Command readWhole(byte[] body, Currency currency) {
        Fields fields = Fields.of(body, NAMES);
        return command(fields, terms(fields, currency));
    }

    /** Reads what changes of a bill; terms that are not in force have to be stated in full. */
    static ReviseFixedExpense.Command readPatch(
            byte[] body, Currency currency, FixedExpense before, Optional<FixedTerms> inForce) {
        Fields fields = Fields.patched(current(before, inForce, new Amounts(currency)), body, NAMES);
        boolean stated = fields.states("amount") || fields.states("frequency") || fields.states("split");
        return command(fields, inForce.isPresent() || stated ? terms(fields, currency) : Optional.empty());
    }

    private static Map<String, Object> current(FixedExpense before, Optional<FixedTerms> inForce, Amounts amounts) {
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

    private static ReviseFixedExpense.Command command(Fields fields, Optional<FixedTerms> terms) {
        String label = fields.ruled("label", () -> Naming.name(fields.text("label")));
        String category = fields.ruled("category", () -> Naming.name(fields.text("category")));
        String paidBy = fields.optionalText("paid_by")
                .map(name -> fields.ruled("paid_by", () -> Naming.name(name)))
                .orElse(category);
        return new ReviseFixedExpense.Command(label, category, paidBy, terms);
    }

    private static Optional<FixedTerms> terms(Fields fields, Currency currency) {
        Money amount = new Amounts(currency).read(fields, "amount");
        Frequency frequency = fields.oneOf("frequency", Frequency.class);
        LineSplit split = SplitJson.read(fields, "split");
        return Optional.of(fields.ruled("amount", () -> new FixedTerms(amount, frequency, split)));
    }
}
