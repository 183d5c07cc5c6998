package io.prorata.adapter.web.ledger;

import io.micronaut.core.convert.value.ConvertibleMultiValues;
import io.prorata.adapter.web.answer.Identity;
import io.prorata.adapter.web.parameter.AmountParameter;
import io.prorata.adapter.web.parameter.ExpenseTypes;
import io.prorata.adapter.web.parameter.Flag;
import io.prorata.adapter.web.problem.Problem;
import io.prorata.adapter.web.problem.Problem.PartError;
import io.prorata.adapter.web.problem.ProblemException;
import io.prorata.application.export.ExportTransactions;
import io.prorata.application.ledger.ShowTransactions;
import io.prorata.application.query.PageCursor;
import io.prorata.application.view.TransactionFilter;
import io.prorata.application.view.TransactionFilter.Named;
import io.prorata.application.view.TransactionOrder;
import io.prorata.application.view.TransactionOrder.By;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The parameters of a list of transactions. */
record TransactionListRequest(
        @Nullable YearMonth month,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String category,
        @Nullable String subcategory,
        @Nullable String account,
        List<String> expenseType,
        List<String> expenseTypes,
        @Nullable Flag excluded,
        @Nullable String tag,
        @Nullable String text,
        @Nullable String minAmount,
        @Nullable String maxAmount,
        String order,
        int limit,
        @Nullable Long offset,
        @Nullable String cursor,
        boolean counted,
        AttributionParameters attribution,
        boolean summed) {

    /** The filter alone, of rows that something is done to. */
    static TransactionListRequest ofFilter(
            @Nullable YearMonth month,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String category,
            @Nullable String subcategory,
            @Nullable String account,
            List<String> expenseType,
            @Nullable Flag excluded,
            @Nullable String tag,
            @Nullable String text,
            @Nullable String minAmount,
            @Nullable String maxAmount) {
        return new TransactionListRequest(
                month,
                from,
                to,
                category,
                subcategory,
                account,
                expenseType,
                List.of(),
                excluded,
                tag,
                text,
                minAmount,
                maxAmount,
                "-date",
                1,
                null,
                null,
                false,
                new AttributionParameters(null, null, null, null, null, null, null, null, null),
                false);
    }

    /**
     * Returns the filter, for the rows of these ids alone if there are any.
     *
     * @throws ProblemException as {@link #query} does, and if there is no filter: a request without a filter does not mean all rows
     */
    TransactionFilter some(Currency currency, List<String> ids) {
        List<Long> wanted = ids.stream()
                .flatMap(id -> Stream.of(id.split(",", -1)))
                .filter(id -> !id.isEmpty())
                .map(TransactionListRequest::id)
                .toList();
        TransactionFilter filter =
                wanted.isEmpty() ? filter(currency) : filter(currency).ofIds(wanted);
        if (filter.equals(TransactionFilter.ALL)) {
            throw unreadable("id", "say which transactions are meant: by their ids, a month, or another filter");
        }
        return filter;
    }

    /**
     * Requires that a list that is stated names something: bound, an empty one is as if it had not been stated, and would mean all rows.
     *
     * @throws ProblemException naming the first of {@code lists} that is stated and empty, or has an empty part
     */
    static void requireNames(ConvertibleMultiValues<String> parameters, String... lists) {
        for (String list : lists) {
            for (String stated : parameters.getAll(list)) {
                if (Stream.of(stated.split(",", -1)).anyMatch(String::isBlank)) {
                    throw unreadable(list, "it names nothing; name something, or leave it out");
                }
            }
        }
    }

    private static Long id(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw unreadable("id", "a whole number");
        }
    }

    /** @throws ProblemException naming the parameter that cannot be read, breaks a rule, or contradicts another */
    ShowTransactions.Query query(HouseholdId household, Currency currency) {
        TransactionFilter filter = filter(currency);
        TransactionOrder inOrder = order(order);
        return new ShowTransactions.Query(
                filter,
                inOrder,
                after(household, filter, inOrder),
                limit,
                offset == null ? 0 : offset,
                counted,
                ofAccount(),
                attribution.confirmedOf(filter),
                summed);
    }

    /**
     * Returns the query of rows.
     *
     * @param all whether there is no limit, because none was stated
     * @throws ProblemException as {@link #query} does, and for parameters that have no effect on rows
     */
    ExportTransactions.Query rows(HouseholdId household, Currency currency, boolean all) {
        if (counted || summed) {
            throw new ProblemException(Problem.invalid(new PartError.InParameter(
                    summed ? "sum" : "count", "rows have no place for it: ask for application/json")));
        }
        TransactionFilter filter = filter(currency);
        TransactionOrder inOrder = order(order);
        return new ExportTransactions.Query(
                filter,
                inOrder,
                after(household, filter, inOrder),
                all ? OptionalInt.empty() : OptionalInt.of(limit),
                offset == null ? 0 : offset,
                ofAccount(),
                attribution.confirmedOf(filter));
    }

    private OptionalLong ofAccount() {
        return attribution.accountId() == null ? OptionalLong.empty() : OptionalLong.of(attribution.accountId());
    }

    private Optional<TransactionOrder.Place> after(
            HouseholdId household, TransactionFilter filter, TransactionOrder inOrder) {
        if (cursor != null && offset != null) {
            throw unreadable("offset", "a cursor knows its place already: give one of the two");
        }
        return Optional.ofNullable(cursor)
                .map(
                        place -> PageCursor.read(household, list(filter, inOrder), place)
                                .orElseThrow(
                                        () -> unreadable(
                                                "cursor",
                                                "no cursor of this list: take next_cursor from a page with the same filter and order")));
    }

    /** Returns the cursor of the page after {@code page}, absent on the last. */
    static @Nullable String next(HouseholdId household, ShowTransactions.TransactionPage page) {
        String list = list(page.query().filter(), page.query().order());
        return page.next().map(place -> PageCursor.of(household, list, place)).orElse(null);
    }

    private static String list(TransactionFilter filter, TransactionOrder order) {
        return Identity.text(List.of(filter, order));
    }

    private TransactionFilter filter(Currency currency) {
        if (month != null && (from != null || to != null)) {
            throw unreadable("month", "a month has its first and last day: give it, or from and to");
        }
        Optional<LocalDate> first = month == null ? Optional.ofNullable(from) : Optional.of(month.atDay(1));
        Optional<LocalDate> last = month == null ? Optional.ofNullable(to) : Optional.of(month.atEndOfMonth());
        requireOrder(first, last, "to", "it ends before it begins");
        Optional<Money> least = AmountParameter.read("min_amount", minAmount, currency);
        Optional<Money> most = AmountParameter.read("max_amount", maxAmount, currency);
        requireOrder(least, most, "max_amount", "it is smaller than min_amount");
        Set<ExpenseType> types = EnumSet.noneOf(ExpenseType.class);
        types.addAll(types("expense_type", expenseType));
        types.addAll(types("expense_types", expenseTypes));
        return new TransactionFilter(
                first,
                last,
                named("category", category),
                named("subcategory", subcategory),
                named("account", account),
                types,
                Optional.ofNullable(excluded).map(Flag::isTrue),
                Optional.ofNullable(tag).map(name -> ruled("tag", () -> Naming.name(name))),
                Optional.ofNullable(text).map(part -> ruled("text", () -> Naming.label(part))),
                least,
                most,
                attribution.filter());
    }

    private static <T extends Comparable<? super T>> void requireOrder(
            Optional<T> first, Optional<T> last, String parameter, String detail) {
        if (first.isPresent() && last.isPresent() && last.get().compareTo(first.get()) < 0) {
            throw new ProblemException(Problem.invalid(new PartError.InParameter(parameter, detail)));
        }
    }

    private static Set<ExpenseType> types(String parameter, List<String> stated) {
        return ExpenseTypes.read(
                parameter, stated.stream().filter(type -> !type.isEmpty()).toList());
    }

    private static Optional<Named> named(String parameter, @Nullable String name) {
        return name == null
                ? Optional.empty()
                : Optional.of(ruled(parameter, () -> new Named(name.isEmpty() ? null : name)));
    }

    static <T> T ruled(String parameter, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.invalid(new PartError.InParameter(parameter, String.valueOf(e.getMessage()))));
        }
    }

    private static TransactionOrder order(String text) {
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        return Arrays.stream(By.values())
                .filter(by -> by.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .map(by -> new TransactionOrder(by, descending))
                .orElseThrow(() -> unreadable(
                        "order",
                        "one of "
                                + Arrays.stream(By.values())
                                        .map(by -> by.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + ", or with a minus before it for the other way round"));
    }

    static ProblemException unreadable(String parameter, String detail) {
        return new ProblemException(Problem.unreadable(new PartError.InParameter(parameter, detail)));
    }
}
