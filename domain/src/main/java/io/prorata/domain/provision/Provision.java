package io.prorata.domain.provision;

import io.prorata.domain.money.Money;
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Money set aside each month for something: a plan.
 *
 * @param opening what was there before the first movement
 * @param movements contributions and withdrawals, in any order; a transaction never feeds a provision that it does not name
 * @param rows what the rows that name it come to, by month; of a month without any there is nothing
 */
public record Provision(
        long id,
        ProvisionCard card,
        Money opening,
        Timeline<ProvisionTerms> terms,
        List<Movement> movements,
        SortedMap<YearMonth, SavingFacts> rows) {

    /** Refuses an opening balance that is too large with an {@link IllegalArgumentException}. */
    public Provision {
        opening.withinBounds();
        movements = List.copyOf(movements);
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /** A provision that no row names. */
    public Provision(
            long id, ProvisionCard card, Money opening, Timeline<ProvisionTerms> terms, List<Movement> movements) {
        this(id, card, opening, terms, movements, new TreeMap<>());
    }

    /** Returns this provision as it is with what the rows that name it come to. */
    public Provision withRows(SortedMap<YearMonth, SavingFacts> named) {
        return new Provision(id, card, opening, terms, movements, named);
    }

    /**
     * Returns what facts alone have left in it at the end of {@code month} (formula 10).
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f10">Formula 10, progress of a provision</a>
     */
    public Money balanceAt(YearMonth month) {
        LocalDate end = month.atEndOfMonth();
        Money moved = movements.stream()
                .filter(movement -> !movement.date().isAfter(end))
                .map(Movement::amount)
                .reduce(opening, Money::plus);
        return rows.headMap(month.plusMonths(1)).values().stream()
                .map(SavingFacts::net)
                .reduce(moved, Money::plus);
    }

    /** Returns the balance of {@link #balanceAt} of each month from {@code first} to {@code last}; facts are gone through once. */
    public SortedMap<YearMonth, Money> balances(YearMonth first, YearMonth last) {
        SortedMap<YearMonth, Money> balances = new TreeMap<>();
        SortedMap<YearMonth, SavingFacts> facts = first.equals(last) ? new TreeMap<>() : facts();
        Money balance = balanceAt(first);
        balances.put(first, balance);
        for (YearMonth month = first.plusMonths(1); !month.isAfter(last); month = month.plusMonths(1)) {
            balance = balance.plus(facts.getOrDefault(month, SavingFacts.NONE).net());
            balances.put(month, balance);
        }
        return balances;
    }

    /** Returns this provision with other terms. */
    public Provision withTerms(Timeline<ProvisionTerms> other) {
        return new Provision(id, card, opening, other, movements, rows);
    }

    /**
     * Returns whether facts alone make its balance up to {@code month}, because nothing that it plans until then counts as put aside. Later
     * terms change nothing of it: the past never moves.
     */
    public boolean isMovedByFactsAlone(YearMonth month) {
        return terms.entries().stream()
                .filter(entry -> !entry.from().isAfter(month))
                .flatMap(entry -> entry.terms().stream())
                .allMatch(ProvisionTerms::isPlain);
    }

    /**
     * Returns its months one after the other (formula 17).
     *
     * @param steady the amount of formula 5 by the terms in force in a month; empty in a month without a config
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f17">Formula 17, provisions that land</a>
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f5">Formula 5, monthly amount of a provision</a>
     */
    public SavingSchedule schedule(BiFunction<ProvisionTerms, YearMonth, Optional<Money>> steady) {
        return new SavingSchedule(
                opening,
                terms.map(ProvisionTerms::savingPlan),
                month ->
                        terms.at(month).map(known -> steady.apply(known, month)).orElse(Optional.empty()),
                facts());
    }

    private SortedMap<YearMonth, SavingFacts> facts() {
        SortedMap<YearMonth, SavingFacts> facts = new TreeMap<>(rows);
        movements.forEach(
                movement -> facts.merge(YearMonth.from(movement.date()), SavingFacts.of(movement), SavingFacts::plus));
        return facts;
    }

    /** Returns whether it has begun, or was ended before it began, by {@code month}, and does not hold in it. */
    public boolean endedIn(YearMonth month) {
        List<Timeline.Entry<ProvisionTerms>> entries = terms.entries();
        return !entries.isEmpty()
                && !entries.get(0).from().isAfter(month)
                && terms.at(month).isEmpty();
    }
}
