package io.prorata.adapter.web.ledger;

import io.prorata.adapter.web.json.Amounts;
import io.prorata.adapter.web.json.Fields;
import io.prorata.application.Amended;
import io.prorata.application.ChangeTransactions;
import io.prorata.application.TransactionEdit;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.time.Dates;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What changes of transactions: what is not named stays, null takes away (RFC 7396). An {@code expense_type} of null leaves it to the
 * rules again.
 */
final class TransactionEditRequest {

    private static final String[] OF_ONE = {
        "date", "label", "amount", "account", "category", "subcategory", "expense_type", "excluded", "tags"
    };

    /** What many may have in common; a date, a label or an amount they have not. */
    private static final String[] OF_MANY = {
        "account", "category", "subcategory", "expense_type", "excluded", "tags", "add_tags", "remove_tags"
    };

    private TransactionEditRequest() {}

    static TransactionEdit read(byte[] body, Currency currency) {
        Fields fields = Fields.of(body, OF_ONE);
        for (String never : List.of("date", "label", "amount", "excluded")) {
            if (fields.has(never) && !fields.states(never)) {
                throw fields.invalid(never, "every transaction has one: it can be changed and not taken away");
            }
        }
        Optional<LocalDate> date =
                fields.optionalDate("date").map(day -> fields.ruled("date", () -> Dates.withinBounds(day)));
        Optional<String> label =
                fields.optionalText("label").map(text -> fields.ruled("label", () -> Naming.label(text)));
        return edit(fields, date, label, new Amounts(currency).readOptional(fields, "amount"), Set.of(), Set.of());
    }

    /** Reads a change of many: {@code {"filter": {"category": "CB"}, "set": {"category": "Courses", "add_tags": ["checked"]}}}. */
    static ChangeTransactions.Command readMany(byte[] body, Currency currency, boolean dryRun) {
        Fields fields = Fields.of(body, "filter", "set");
        Fields set = fields.object("set", OF_MANY);
        return new ChangeTransactions.Command(
                TransactionFilterRequest.read(fields.object("filter", TransactionFilterRequest.NAMES), currency),
                edit(
                        set,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        tags(set, "add_tags"),
                        tags(set, "remove_tags")),
                dryRun);
    }

    private static TransactionEdit edit(
            Fields fields,
            Optional<LocalDate> date,
            Optional<String> label,
            Optional<Money> amount,
            Set<String> addTags,
            Set<String> dropTags) {
        return new TransactionEdit(
                date,
                label,
                amount,
                name(fields, "category"),
                name(fields, "subcategory"),
                name(fields, "account"),
                fields.has("expense_type")
                        ? Amended.to(fields.optionalOneOf("expense_type", ExpenseType.class)
                                .orElse(null))
                        : Amended.not(),
                fields.optionalFlag("excluded"),
                fields.has("tags") ? Optional.of(tags(fields, "tags")) : Optional.empty(),
                addTags,
                dropTags);
    }

    private static Amended<String> name(Fields fields, String name) {
        return fields.has(name)
                ? Amended.to(fields.optionalText(name)
                        .map(text -> fields.ruled(name, () -> Naming.name(text)))
                        .orElse(null))
                : Amended.not();
    }

    private static SortedSet<String> tags(Fields fields, String name) {
        SortedSet<String> tags = new TreeSet<>();
        fields.texts(name).forEach(tag -> tags.add(fields.ruled(name, () -> Naming.name(tag))));
        if (tags.size() > Transaction.MOST_TAGS) {
            throw fields.invalid(name, "a transaction has at most " + Transaction.MOST_TAGS + " tags");
        }
        return tags;
    }
}
