package io.prorata.adapter.web.settings;

import io.prorata.adapter.web.json.Amounts;
import io.prorata.adapter.web.json.Fields;
import io.prorata.application.PlanFixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.split.LineSplit;
import java.util.Currency;

/** A bill as it is stated: {@code {"label": "Rent", "category": "Housing", "amount": "1200.00", "frequency": "monthly"}}. */
final class FixedExpenseRequest {

    private FixedExpenseRequest() {}

    static PlanFixedExpense.Command read(byte[] body, Currency currency) {
        Fields fields =
                Fields.of(body, "label", "category", "paid_by", "amount", "frequency", "split", "from", "until");
        String label = fields.ruled("label", () -> Naming.name(fields.text("label")));
        String category = fields.ruled("category", () -> Naming.name(fields.text("category")));
        Money amount = new Amounts(currency).read(fields, "amount");
        Frequency frequency = fields.oneOf("frequency", Frequency.class);
        LineSplit split = SplitJson.read(fields, "split");
        return new PlanFixedExpense.Command(
                label,
                category,
                fields.optionalText("paid_by").map(name -> fields.ruled("paid_by", () -> Naming.name(name))),
                fields.ruled("amount", () -> new FixedTerms(amount, frequency, split)),
                fields.optionalMonth("from"),
                fields.optionalMonth("until"));
    }
}
