package io.prorata.adapter.web.ledger;

import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.ErrorCollector;
import io.prorata.adapter.web.json.JsonObjectReader;
import io.prorata.application.ledger.AttributionEdit;
import io.prorata.application.ledger.RecordTransaction;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A transaction as it is entered: {@code {"date": "2024-01-05", "label": "Market", "amount": "-42.10", "category": "Courses"}}, the
 * amount as the bank has it, spent negative.
 */
final class TransactionRequest {

    private TransactionRequest() {}

    private static final String[] NAMES = AttributionJson.namesBeside(
            "date",
            "label",
            "amount",
            "account",
            "bank_id",
            "category",
            "subcategory",
            "expense_type",
            "excluded",
            "tags",
            "note");

    /** Ten thousand long lines. */
    private static final int BATCH_BYTES = 8 * 1024 * 1024;

    static RecordTransaction.Command read(byte[] body, Currency currency) {
        return command(JsonObjectReader.of(body, NAMES), currency);
    }

    /** Reads many: {@code {"transactions": [{"date": "2024-01-05", "label": "Market", "amount": "-42.10"}]}}. */
    static List<RecordTransaction.Command> readBatch(byte[] body, Currency currency) {
        return JsonObjectReader.ofAtMost(BATCH_BYTES, body, "transactions")
                .objects("transactions", one -> command(one, currency), NAMES);
    }

    private static RecordTransaction.Command command(JsonObjectReader fields, Currency currency) {
        var parts = new ErrorCollector();
        Supplier<LocalDate> date = parts.read(() -> fields.date("date"));
        Supplier<String> label = parts.read(() -> fields.ruled("label", () -> Naming.label(fields.text("label"))));
        Supplier<Money> amount = parts.read(() -> new AmountText(currency).read(fields, "amount"));
        Supplier<Optional<String>> account = parts.read(() -> name(fields, "account"));
        Supplier<Optional<String>> bankId = parts.read(() -> name(fields, "bank_id"));
        Supplier<Optional<ExpenseType>> type =
                parts.read(() -> fields.optionalOneOf("expense_type", ExpenseType.class));
        Supplier<Optional<String>> category = parts.read(() -> name(fields, "category"));
        Supplier<Optional<String>> subcategory = parts.read(() -> name(fields, "subcategory"));
        Supplier<Boolean> excluded =
                parts.read(() -> fields.optionalFlag("excluded").orElse(false));
        Supplier<SortedSet<String>> tags = parts.read(() -> tags(fields));
        Supplier<AttributionEdit> attribution = parts.read(() -> AttributionJson.read(fields));
        Supplier<Optional<String>> note = parts.read(
                () -> fields.optionalText("note").map(text -> fields.ruled("note", () -> Naming.label(text))));
        parts.complete();
        var line = fields.ruled(
                "date",
                () -> new BankLine(
                        account.get().orElse(null),
                        date.get(),
                        amount.get(),
                        label.get(),
                        bankId.get().orElse(null)));
        return new RecordTransaction.Command(
                line,
                type.get(),
                category.get().orElse(null),
                subcategory.get().orElse(null),
                excluded.get(),
                tags.get(),
                attribution.get(),
                note.get().orElse(null));
    }

    private static SortedSet<String> tags(JsonObjectReader fields) {
        var tags = new TreeSet<>(fields.texts("tags", Naming::name));
        if (tags.size() > Transaction.MOST_TAGS) {
            throw fields.invalid("tags", "a transaction has at most " + Transaction.MOST_TAGS + " tags");
        }
        return tags;
    }

    private static Optional<String> name(JsonObjectReader fields, String field) {
        return fields.optionalText(field).map(text -> fields.ruled(field, () -> Naming.name(text)));
    }
}
