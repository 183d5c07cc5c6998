package io.prorata.adapter.web.ledger;

import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.ErrorCollector;
import io.prorata.adapter.web.json.JsonObjectReader;
import io.prorata.application.ledger.AttributionEdit;
import io.prorata.application.ledger.ChangeTransactions;
import io.prorata.application.ledger.TransactionEdit;
import io.prorata.application.request.PatchField;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.TransactionFilter;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.time.Dates;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What changes of transactions: what is not named stays, null takes away (RFC 7396). An {@code expense_type} of null leaves it to the
 * rules again.
 */
final class TransactionEditRequest {

    private static final String[] OF_ONE = AttributionJson.namesBeside(
            "date", "label", "amount", "account", "category", "subcategory", "expense_type", "excluded", "tags", "note");

    /** What many may have in common; a date, a label or an amount they have not. */
    private static final String[] OF_MANY = AttributionJson.namesBeside(
            "account", "category", "subcategory", "expense_type", "excluded", "tags", "add_tags", "remove_tags", "note");

    private TransactionEditRequest() {}

    static TransactionEdit read(byte[] body, Currency currency) {
        JsonObjectReader fields = JsonObjectReader.of(body, OF_ONE);
        var parts = new ErrorCollector();
        parts.check(() -> fields.cannotTakeAway("date", "label", "amount"));
        Supplier<Optional<LocalDate>> date = parts.read(() ->
                fields.optionalDate("date").map(day -> fields.ruled("date", () -> Dates.withinBounds(day))));
        Supplier<Optional<String>> label = parts.read(() ->
                fields.optionalText("label").map(text -> fields.ruled("label", () -> Naming.label(text))));
        Supplier<Optional<Money>> amount = parts.read(() -> new AmountText(currency).readOptional(fields, "amount"));
        Supplier<TransactionEdit> rest = parts.read(() -> inCommon(fields));
        parts.complete();
        return rest.get().with(date.get(), label.get(), amount.get());
    }

    /** Reads a change of many: {@code {"filter": {"category": "CB"}, "set": {"category": "Courses", "add_tags": ["checked"]}}}. */
    static ChangeTransactions.Command readMany(byte[] body, Currency currency, boolean dryRun) {
        JsonObjectReader fields = JsonObjectReader.of(body, "filter", "set");
        var parts = new ErrorCollector();
        Supplier<TransactionFilter> filter = parts.read(
                () -> TransactionFilterRequest.read(fields.object("filter", TransactionFilterRequest.NAMES), currency));
        Supplier<TransactionEdit> edit = parts.read(() -> inCommon(fields.object("set", OF_MANY)));
        parts.complete();
        return new ChangeTransactions.Command(filter.get(), edit.get(), dryRun);
    }

    /** Reads what one may have as well as many. */
    private static TransactionEdit inCommon(JsonObjectReader fields) {
        var parts = new ErrorCollector();
        parts.check(() -> fields.cannotTakeAway("excluded"));
        Supplier<PatchField<String>> category = parts.read(() -> name(fields, "category"));
        Supplier<PatchField<String>> subcategory = parts.read(() -> name(fields, "subcategory"));
        Supplier<PatchField<String>> account = parts.read(() -> name(fields, "account"));
        Supplier<PatchField<ExpenseType>> type = parts.read(() -> type(fields));
        Supplier<Optional<Boolean>> excluded = parts.read(() -> fields.optionalFlag("excluded"));
        Supplier<SortedSet<String>> tags = parts.read(() -> tags(fields, "tags"));
        Supplier<SortedSet<String>> addTags = parts.read(() -> tags(fields, "add_tags"));
        Supplier<SortedSet<String>> removeTags = parts.read(() -> tags(fields, "remove_tags"));
        Supplier<PatchField<String>> note = parts.read(() -> label(fields, "note"));
        Supplier<AttributionEdit> attribution = parts.read(() -> AttributionJson.read(fields));
        parts.complete();
        return new TransactionEdit(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                category.get(),
                subcategory.get(),
                account.get(),
                type.get(),
                excluded.get(),
                fields.has("tags") ? Optional.of(tags.get()) : Optional.empty(),
                addTags.get(),
                removeTags.get(),
                note.get(),
                attribution.get());
    }

    private static PatchField<ExpenseType> type(JsonObjectReader fields) {
        return fields.has("expense_type")
                ? PatchField.to(
                        fields.optionalOneOf("expense_type", ExpenseType.class).orElse(null))
                : PatchField.not();
    }

    private static PatchField<String> label(JsonObjectReader fields, String name) {
        return fields.has(name)
                ? PatchField.to(fields.optionalText(name)
                        .map(text -> fields.ruled(name, () -> Naming.label(text)))
                        .orElse(null))
                : PatchField.not();
    }

    private static PatchField<String> name(JsonObjectReader fields, String name) {
        return fields.has(name)
                ? PatchField.to(fields.optionalText(name)
                        .map(text -> fields.ruled(name, () -> Naming.name(text)))
                        .orElse(null))
                : PatchField.not();
    }

    private static SortedSet<String> tags(JsonObjectReader fields, String name) {
        var tags = new TreeSet<>(fields.texts(name, Naming::name));
        if (tags.size() > Transaction.MOST_TAGS) {
            throw fields.invalid(name, "a transaction has at most " + Transaction.MOST_TAGS + " tags");
        }
        return tags;
    }
}
