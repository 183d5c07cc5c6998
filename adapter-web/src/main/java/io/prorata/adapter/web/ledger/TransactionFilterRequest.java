package io.prorata.adapter.web.ledger;

import io.prorata.adapter.web.json.Amounts;
import io.prorata.adapter.web.json.Fields;
import io.prorata.adapter.web.parameter.ExpenseTypes;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.TransactionFilter;
import io.prorata.domain.ledger.TransactionFilter.Named;
import io.prorata.domain.money.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Which transactions are meant, in a body: {@code {"month": "2024-01", "category": "Courses"}}. A name that is null stands for the
 * rows that have none.
 */
final class TransactionFilterRequest {

    static final String[] NAMES = {
        "month",
        "from",
        "to",
        "category",
        "subcategory",
        "account",
        "expense_types",
        "excluded",
        "tag",
        "text",
        "min_amount",
        "max_amount"
    };

    private TransactionFilterRequest() {}

    static TransactionFilter read(Fields fields, Currency currency) {
        var amounts = new Amounts(currency);
        Optional<YearMonth> month = fields.optionalMonth("month");
        fields.onlyIf(month.isEmpty(), "from");
        fields.onlyIf(month.isEmpty(), "to");
        Optional<LocalDate> from = month.map(only -> only.atDay(1)).or(() -> fields.optionalDate("from"));
        Optional<LocalDate> to = month.map(YearMonth::atEndOfMonth).or(() -> fields.optionalDate("to"));
        Optional<Money> least = amounts.readOptional(fields, "min_amount");
        Optional<Money> most = amounts.readOptional(fields, "max_amount");
        Set<ExpenseType> types = new HashSet<>();
        fields.texts("expense_types")
                .forEach(text -> types.add(fields.ruled("expense_types", () -> ExpenseTypes.read(text))));
        Optional<Named> category = named(fields, "category");
        Optional<Named> subcategory = named(fields, "subcategory");
        Optional<Named> account = named(fields, "account");
        Optional<Boolean> excluded = fields.optionalFlag("excluded");
        return fields.ruled(() -> new TransactionFilter(
                from,
                to,
                category,
                subcategory,
                account,
                types,
                excluded,
                fields.optionalText("tag"),
                fields.optionalText("text"),
                least,
                most));
    }

    private static Optional<Named> named(Fields fields, String name) {
        return fields.has(name)
                ? Optional.of(fields.ruled(
                        name, () -> new Named(fields.optionalText(name).orElse(null))))
                : Optional.empty();
    }
}
