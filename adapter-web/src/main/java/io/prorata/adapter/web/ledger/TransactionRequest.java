package io.prorata.adapter.web.ledger;

import io.prorata.adapter.web.json.Amounts;
import io.prorata.adapter.web.json.Fields;
import io.prorata.application.RecordTransaction;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as it is entered: {@code {"date": "2024-01-05", "label": "Market", "amount": "-42.10", "category": "Courses"}}, the
 * amount as the bank has it, spent negative.
 */
final class TransactionRequest {

    private TransactionRequest() {}

    static RecordTransaction.Command read(byte[] body, Currency currency) {
        Fields fields = Fields.of(
                body,
                "date",
                "label",
                "amount",
                "account",
                "bank_id",
                "category",
                "subcategory",
                "expense_type",
                "excluded",
                "tags");
        LocalDate date = fields.date("date");
        String label = fields.ruled("label", () -> Naming.label(fields.text("label")));
        Money amount = new Amounts(currency).read(fields, "amount");
        return new RecordTransaction.Command(
                new BankLine(name(fields, "account"), date, amount, label, name(fields, "bank_id")),
                fields.optionalOneOf("expense_type", ExpenseType.class),
                name(fields, "category"),
                name(fields, "subcategory"),
                fields.optionalFlag("excluded").orElse(false),
                tags(fields));
    }

    private static SortedSet<String> tags(Fields fields) {
        List<String> tags = fields.texts("tags");
        if (tags.size() > Transaction.MOST_TAGS) {
            throw fields.invalid("tags", "a transaction has at most " + Transaction.MOST_TAGS + " tags");
        }
        return fields.ruled(
                "tags", () -> new TreeSet<>(tags.stream().map(Naming::name).toList()));
    }

    private static @Nullable String name(Fields fields, String field) {
        return fields.optionalText(field)
                .map(text -> fields.ruled(field, () -> Naming.name(text)))
                .orElse(null);
    }
}
