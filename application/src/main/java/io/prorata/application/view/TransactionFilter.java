package io.prorata.application.view;

import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which transactions are meant. What is empty does not narrow; all that is stated has to hold.
 *
 * @param from first date
 * @param to last date
 * @param types any of these; empty for all
 * @param tag one of a row's tags, whatever case and accents
 * @param text part of a row's label, whatever case and accents
 * @param least smallest amount, with the bank's sign
 * @param most largest amount, with the bank's sign
 * @param chosen rows that were chosen by their ids
 * @param attribution whose business it is, how it divides, who paid it, and what of the plan it names
 */
public record TransactionFilter(
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Named> category,
        Optional<Named> subcategory,
        Optional<Named> account,
        Set<ExpenseType> types,
        Optional<Boolean> excluded,
        Optional<String> tag,
        Optional<String> text,
        Optional<Money> least,
        Optional<Money> most,
        AttributionFilter attribution,
        Optional<Chosen> chosen) {

    /**
     * Rows that were chosen by their ids.
     *
     * @param among whether they are meant, or all others
     */
    public record Chosen(Set<Long> ids, boolean among) {

        public Chosen {
            // In one order, so that equal filters are written alike.
            ids = Collections.unmodifiableSortedSet(new TreeSet<>(ids));
        }

        boolean includes(long id) {
            return ids.contains(id) == among;
        }

        /** Returns the rows that are in both. */
        Chosen and(Chosen other) {
            if (among) {
                return new Chosen(ids.stream().filter(other::includes).collect(Collectors.toUnmodifiableSet()), true);
            }
            if (other.among) {
                return other.and(this);
            }
            Set<Long> left = new HashSet<>(ids);
            left.addAll(other.ids);
            return new Chosen(left, false);
        }
    }

    /** A filter of rows whatever their ids. */
    public TransactionFilter(
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<Named> category,
            Optional<Named> subcategory,
            Optional<Named> account,
            Set<ExpenseType> types,
            Optional<Boolean> excluded,
            Optional<String> tag,
            Optional<String> text,
            Optional<Money> least,
            Optional<Money> most,
            AttributionFilter attribution) {
        this(
                from,
                to,
                category,
                subcategory,
                account,
                types,
                excluded,
                tag,
                text,
                least,
                most,
                attribution,
                Optional.empty());
    }

    /** A filter that asks for no attribution. */
    public TransactionFilter(
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<Named> category,
            Optional<Named> subcategory,
            Optional<Named> account,
            Set<ExpenseType> types,
            Optional<Boolean> excluded,
            Optional<String> tag,
            Optional<String> text,
            Optional<Money> least,
            Optional<Money> most) {
        this(from, to, category, subcategory, account, types, excluded, tag, text, least, most, AttributionFilter.ALL);
    }

    /** Returns this filter for other attributions. */
    public TransactionFilter with(AttributionFilter other) {
        return new TransactionFilter(
                from, to, category, subcategory, account, types, excluded, tag, text, least, most, other, chosen);
    }

    /** Returns this filter for the rows of {@code wanted} ids alone: without any id, for none. All that it states holds for them too. */
    public TransactionFilter ofIds(Collection<Long> wanted) {
        return with(new Chosen(Set.copyOf(wanted), true));
    }

    /** Returns this filter for rows chosen by their ids; all that it states holds for them too. */
    public TransactionFilter with(Chosen other) {
        return new TransactionFilter(
                from,
                to,
                category,
                subcategory,
                account,
                types,
                excluded,
                tag,
                text,
                least,
                most,
                attribution,
                Optional.of(chosen.map(before -> before.and(other)).orElse(other)));
    }

    /** Every transaction. */
    public static final TransactionFilter ALL = new TransactionFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** A name that is asked for, whatever case and accents, or its absence. */
    public record Named(@Nullable String name) {

        /** Refuses what is no name with an {@link IllegalArgumentException}. */
        public Named {
            name = Naming.optionalName(name);
        }

        boolean is(@Nullable String other) {
            return name == null ? other == null : Naming.isSame(name, other);
        }
    }

    /** Refuses bounds that are the wrong way round, and what is no name, with an {@link IllegalArgumentException}. */
    public TransactionFilter {
        // In the order of their declaration, so that equal filters are written alike.
        types = types.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(types));
        tag = tag.map(Naming::name);
        text = text.map(Naming::label);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw new IllegalArgumentException("the dates end before they begin");
        }
        if (least.isPresent() && most.isPresent() && most.get().compareTo(least.get()) < 0) {
            throw new IllegalArgumentException("the largest amount is smaller than the smallest");
        }
    }

    /** Every transaction of a month. */
    public static TransactionFilter of(YearMonth month) {
        return ALL.between(month.atDay(1), month.atEndOfMonth());
    }

    /** Returns this filter for other dates. */
    public TransactionFilter between(LocalDate first, LocalDate last) {
        return new TransactionFilter(
                Optional.of(first),
                Optional.of(last),
                category,
                subcategory,
                account,
                types,
                excluded,
                tag,
                text,
                least,
                most,
                attribution,
                chosen);
    }

    /** Returns this filter for rows of exactly {@code amount}, with the bank's sign. */
    public TransactionFilter of(Money amount) {
        return new TransactionFilter(
                from,
                to,
                category,
                subcategory,
                account,
                types,
                excluded,
                tag,
                text,
                Optional.of(amount),
                Optional.of(amount),
                attribution,
                chosen);
    }

    /** Returns this filter for rows that are not excluded. */
    public TransactionFilter whichCount() {
        return new TransactionFilter(
                from,
                to,
                category,
                subcategory,
                account,
                types,
                Optional.of(false),
                tag,
                text,
                least,
                most,
                attribution,
                chosen);
    }

    /** Returns this filter for rows of {@code other} attributions that are not excluded. */
    public TransactionFilter counted(AttributionFilter other) {
        return new TransactionFilter(
                from,
                to,
                category,
                subcategory,
                account,
                types,
                Optional.of(false),
                tag,
                text,
                least,
                most,
                other,
                chosen);
    }

    /** Returns this filter for amounts of at least {@code amount}. */
    public TransactionFilter atLeast(Money amount) {
        return new TransactionFilter(
                from,
                to,
                category,
                subcategory,
                account,
                types,
                excluded,
                tag,
                text,
                Optional.of(amount),
                most,
                attribution,
                chosen);
    }

    /** Returns this filter for amounts of at most {@code amount}. */
    public TransactionFilter atMost(Money amount) {
        return new TransactionFilter(
                from,
                to,
                category,
                subcategory,
                account,
                types,
                excluded,
                tag,
                text,
                least,
                Optional.of(amount),
                attribution,
                chosen);
    }

    /** Returns this filter for rows of {@code wanted} types alone. */
    public TransactionFilter ofTypes(Set<ExpenseType> wanted) {
        return new TransactionFilter(
                from,
                to,
                category,
                subcategory,
                account,
                wanted,
                excluded,
                tag,
                text,
                least,
                most,
                attribution,
                chosen);
    }

    /** Returns the month that all of them are in, if the dates stay within one. */
    public Optional<YearMonth> month() {
        return from.map(YearMonth::from).filter(month -> to.map(YearMonth::from).equals(Optional.of(month)));
    }

    /** Returns whether {@code transaction} is one of those asked for. */
    public boolean matches(Transaction transaction) {
        BankLine line = transaction.line();
        Classification classification = transaction.classification();
        return from.filter(line.date()::isBefore).isEmpty()
                && to.filter(line.date()::isAfter).isEmpty()
                && category.filter(wanted -> !wanted.is(classification.category()))
                        .isEmpty()
                && subcategory
                        .filter(wanted -> !wanted.is(classification.subcategory()))
                        .isEmpty()
                && account.filter(wanted -> !Objects.equals(wanted.name(), line.account()))
                        .isEmpty()
                && (types.isEmpty() || types.contains(classification.type()))
                && excluded.filter(wanted -> wanted != classification.excluded())
                        .isEmpty()
                && tag.filter(wanted -> transaction.tags().stream().noneMatch(one -> Naming.isSame(one, wanted)))
                        .isEmpty()
                && text.filter(part -> !Naming.searchable(line.label()).contains(Naming.searchable(part)))
                        .isEmpty()
                && least.filter(amount -> line.amount().compareTo(amount) < 0).isEmpty()
                && most.filter(amount -> line.amount().compareTo(amount) > 0).isEmpty()
                && attribution.matches(transaction)
                && chosen.filter(rows -> !rows.includes(transaction.id())).isEmpty();
    }
}
