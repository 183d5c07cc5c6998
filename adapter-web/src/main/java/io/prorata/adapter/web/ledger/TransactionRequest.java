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

    private static final String[] NAMES = {
        "date", "label", "amount", "account", "bank_id", "category", "subcategory", "expense_type", "excluded", "tags"
    };

    /** Ten thousand long lines. */
    private static final int BATCH_BYTES = 8 * 1024 * 1024;

    static RecordTransaction.Command read(byte[] body, Currency currency) {
        return command(Fields.of(body, NAMES), currency);
    }

    /** Reads many: {@code {"transactions": [{"date": "2024-01-05", "label": "Market", "amount": "-42.10"}]}}. */
    static List<RecordTransaction.Command> readBatch(byte[] body, Currency currency) {
        Fields fields = Fields.ofAtMost(BATCH_BYTES, body, "transactions");
        return fields.objects("transactions", NAMES).stream()
                .map(one -> command(one, currency))
                .toList();
    }

    private static RecordTransaction.Command command(Fields fields, Currency currency) {
        LocalDate date = fields.date("date");
        String label = fields.ruled("label", () -> Naming.label(fields.text("label")));
        Money amount = new Amounts(currency).read(fields, "amount");
        String account = name(fields, "account");
        String bankId = name(fields, "bank_id");
        return new RecordTransaction.Command(
                fields.ruled("date", () -> new BankLine(account, date, amount, label, bankId)),
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
