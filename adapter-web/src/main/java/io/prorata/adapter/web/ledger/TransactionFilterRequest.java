package io.prorata.adapter.web.ledger;

import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.ErrorCollector;
import io.prorata.adapter.web.json.JsonObjectReader;
import io.prorata.adapter.web.parameter.ExpenseTypes;
import io.prorata.adapter.web.plan.PartyJson;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.AttributionFilter;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MoneySource;
import io.prorata.domain.ledger.PlanLink;
import io.prorata.domain.ledger.TransactionFilter.Named;
import io.prorata.domain.ledger.TransactionFilter;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

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
        "max_amount",
        "common",
        "payer",
        "bill_id",
        "provision_id",
        "member"
    };

    private TransactionFilterRequest() {}

    static TransactionFilter read(JsonObjectReader fields, Currency currency) {
        var amounts = new AmountText(currency);
        var parts = new ErrorCollector();
        Supplier<Optional<YearMonth>> month = parts.read(() -> fields.optionalMonth("month"));
        parts.check(() -> fields.onlyIf(!fields.states("month"), "from"));
        parts.check(() -> fields.onlyIf(!fields.states("month"), "to"));
        Supplier<Optional<LocalDate>> from = parts.read(() -> fields.optionalDate("from"));
        Supplier<Optional<LocalDate>> to = parts.read(() -> fields.optionalDate("to"));
        Supplier<Optional<Named>> category = parts.read(() -> named(fields, "category"));
        Supplier<Optional<Named>> subcategory = parts.read(() -> named(fields, "subcategory"));
        Supplier<Optional<Named>> account = parts.read(() -> named(fields, "account"));
        Supplier<Set<ExpenseType>> types =
                parts.read(() -> new HashSet<>(fields.texts("expense_types", ExpenseTypes::read)));
        Supplier<Optional<Boolean>> excluded = parts.read(() -> fields.optionalFlag("excluded"));
        Supplier<Optional<String>> tag =
                parts.read(() -> fields.optionalText("tag").map(name -> fields.ruled("tag", () -> Naming.name(name))));
        Supplier<Optional<String>> text = parts.read(() ->
                fields.optionalText("text").map(part -> fields.ruled("text", () -> Naming.label(part))));
        Supplier<Optional<Money>> least = parts.read(() -> amounts.readOptional(fields, "min_amount"));
        Supplier<Optional<Money>> most = parts.read(() -> amounts.readOptional(fields, "max_amount"));
        Supplier<AttributionFilter> attribution = parts.read(() -> attribution(fields));
        parts.complete();
        if (precedes(to.get(), from.get())) {
            throw fields.invalid("to", "it ends before it begins");
        }
        if (precedes(most.get(), least.get())) {
            throw fields.invalid("max_amount", "it is smaller than min_amount");
        }
        return new TransactionFilter(
                month.get().map(only -> only.atDay(1)).or(from),
                month.get().map(YearMonth::atEndOfMonth).or(to),
                category.get(),
                subcategory.get(),
                account.get(),
                types.get(),
                excluded.get(),
                tag.get(),
                text.get(),
                least.get(),
                most.get(),
                attribution.get());
    }

    private static AttributionFilter attribution(JsonObjectReader fields) {
        var parts = new ErrorCollector();
        parts.check(() -> fields.onlyIf(!fields.states("bill_id"), "provision_id"));
        Supplier<Optional<Boolean>> common = parts.read(() -> fields.optionalFlag("common"));
        Supplier<Optional<Party>> payer = parts.read(
                () -> fields.optionalText("payer").map(text -> fields.ruled("payer", () -> PartyJson.party(text))));
        Supplier<Optional<PlanLink>> bill = parts.read(() -> fields.optionalWhole("bill_id").map(PlanLink.Bill::new));
        Supplier<Optional<PlanLink>> provision =
                parts.read(() -> fields.optionalWhole("provision_id").map(PlanLink.Provision::new));
        Supplier<Optional<MoneySource>> source = parts.read(
                () -> fields.optionalText("member").map(text -> fields.ruled("member", () -> PartyJson.source(text))));
        parts.complete();
        return new AttributionFilter(
                common.get(),
                Optional.empty(),
                payer.get(),
                bill.get().or(provision),
                source.get(),
                Set.of());
    }

    private static <T extends Comparable<? super T>> boolean precedes(Optional<T> last, Optional<T> first) {
        return last.isPresent() && first.isPresent() && last.get().compareTo(first.get()) < 0;
    }

    private static Optional<Named> named(JsonObjectReader fields, String name) {
        return fields.has(name)
                ? Optional.of(fields.ruled(
                        name, () -> new Named(fields.optionalText(name).orElse(null))))
                : Optional.empty();
    }
}
