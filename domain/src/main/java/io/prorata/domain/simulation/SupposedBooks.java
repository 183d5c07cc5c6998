package io.prorata.domain.simulation;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.BudgetTerms;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.SavingFacts;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A plan and its facts after changes that nobody has made. */
final class SupposedBooks {

    private final PlanBook before;
    private final Map<YearMonth, MonthFacts> factsBefore;
    private Timeline<Config> configs;
    private final Map<Long, FixedExpense> bills = new LinkedHashMap<>();
    private final Map<Long, Provision> provisions = new LinkedHashMap<>();
    private final Map<Long, Budget> budgets = new LinkedHashMap<>();
    private final Map<YearMonth, List<Transaction>> rows = new HashMap<>();
    private final Set<Stated> stated = new HashSet<>();

    /** What a change says of which thing, from when on: nobody says two things of it. */
    private record Stated(String thing, long id, YearMonth from) {}

    private SupposedBooks(PlanBook before, Map<YearMonth, MonthFacts> facts) {
        this.before = before;
        factsBefore = facts;
        configs = before.configs();
        before.fixed().forEach(bill -> bills.put(bill.id(), bill));
        before.provisions().forEach(provision -> provisions.put(provision.id(), provision));
        before.budgets().forEach(budget -> budgets.put(budget.id(), budget));
    }

    /** @throws ContradictionException of a change that cannot be made */
    static SupposedBooks of(PlanBook before, Map<YearMonth, MonthFacts> facts, List<SupposedChange> changes) {
        var books = new SupposedBooks(before, facts);
        for (int i = 0; i < changes.size(); i++) {
            books.apply(i, changes.get(i));
        }
        return books;
    }

    private void apply(int place, SupposedChange change) {
        if (change instanceof SupposedChange.ConfigAdopted adopted) {
            state(place, "config", 0, adopted.config().from());
            configs = configs.with(adopted.config().from(), adopted.config());
        } else if (change instanceof SupposedChange.BillPlanned planned) {
            add(place, bills, planned.bill().id(), planned.bill(), "bill");
        } else if (change instanceof SupposedChange.BillRevised revised) {
            state(place, "bill", revised.id(), revised.from());
            change(
                    place,
                    bills,
                    revised.id(),
                    "bill",
                    bill -> bill.withTerms(bill.terms().with(revised.from(), revised.terms())));
        } else if (change instanceof SupposedChange.BillEnded ended) {
            state(place, "bill", ended.id(), ended.from());
            change(
                    place,
                    bills,
                    ended.id(),
                    "bill",
                    bill -> bill.withTerms(bill.terms().endedFrom(ended.from())));
        } else if (change instanceof SupposedChange.ProvisionPlanned planned) {
            add(place, provisions, planned.provision().id(), planned.provision(), "provision");
        } else if (change instanceof SupposedChange.ProvisionRevised revised) {
            state(place, "provision", revised.id(), revised.from());
            change(
                    place,
                    provisions,
                    revised.id(),
                    "provision",
                    provision -> provision.withTerms(provision.terms().with(revised.from(), revised.terms())));
        } else if (change instanceof SupposedChange.ProvisionEnded ended) {
            state(place, "provision", ended.id(), ended.from());
            change(
                    place,
                    provisions,
                    ended.id(),
                    "provision",
                    provision -> provision.withTerms(provision.terms().endedFrom(ended.from())));
        } else if (change instanceof SupposedChange.RowRecorded recorded) {
            record(recorded.row());
        } else {
            applyToBudget(place, change);
        }
    }

    private void applyToBudget(int place, SupposedChange change) {
        if (change instanceof SupposedChange.BudgetPlanned planned) {
            add(place, budgets, planned.budget().id(), planned.budget(), "budget");
        } else if (change instanceof SupposedChange.BudgetRevised revised) {
            state(place, "budget", revised.id(), revised.from());
            change(
                    place,
                    budgets,
                    revised.id(),
                    "budget",
                    budget -> with(budget, budget.terms().with(revised.from(), revised.terms())));
        } else {
            var ended = (SupposedChange.BudgetEnded) change;
            state(place, "budget", ended.id(), ended.from());
            change(
                    place,
                    budgets,
                    ended.id(),
                    "budget",
                    budget -> with(budget, budget.terms().endedFrom(ended.from())));
        }
    }

    private static Budget with(Budget budget, Timeline<BudgetTerms> terms) {
        return new Budget(budget.id(), budget.category(), terms);
    }

    private void state(int place, String thing, long id, YearMonth from) {
        if (!stated.add(new Stated(thing, id, from))) {
            throw new ContradictionException(
                    place, "an earlier change says otherwise of this " + thing + " from " + from);
        }
    }

    private static <T> void add(int place, Map<Long, T> things, long id, T thing, String kind) {
        if (things.putIfAbsent(id, thing) != null) {
            throw new ContradictionException(place, "there is a " + kind + " " + id + " already");
        }
    }

    private static <T> void change(int place, Map<Long, T> things, long id, String kind, UnaryOperator<T> to) {
        if (things.computeIfPresent(id, (same, thing) -> to.apply(thing)) == null) {
            throw new ContradictionException(place, "there is no " + kind + " " + id);
        }
    }

    private void record(Transaction row) {
        rows.computeIfAbsent(row.month(), month -> new ArrayList<>()).add(row);
        row.attribution()
                .provision()
                .filter(named ->
                        row.attribution().common() && !row.classification().excluded())
                .ifPresent(named -> provisions.computeIfPresent(named, (id, provision) -> with(provision, row)));
    }

    private static Provision with(Provision provision, Transaction row) {
        SortedMap<YearMonth, SavingFacts> named = new TreeMap<>(provision.rows());
        MonthFacts.of(List.of(row))
                .groups()
                .forEach(group -> named.merge(row.month(), SavingFacts.of(group), SavingFacts::plus));
        return provision.withRows(named);
    }

    PlanBook book() {
        return new PlanBook(
                configs,
                List.copyOf(bills.values()),
                List.copyOf(provisions.values()),
                before.accounts(),
                List.copyOf(budgets.values()),
                before.settleSince());
    }

    MonthFacts facts(YearMonth month) {
        MonthFacts known = factsBefore.getOrDefault(month, MonthFacts.NONE);
        return rows.containsKey(month) ? known.after(List.of(), Objects.requireNonNull(rows.get(month))) : known;
    }
}
