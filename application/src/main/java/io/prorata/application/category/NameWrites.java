package io.prorata.application.category;

import io.prorata.application.port.Books;
import io.prorata.application.port.Changes.NameChange;
import io.prorata.application.port.Changes.NamedThing;
import io.prorata.application.port.Rules;
import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.mapping.CategoryAliases;
import io.prorata.domain.mapping.CategoryMapping;
import io.prorata.domain.mapping.CategoryName;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.sorting.SortingRule;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names of a category that are replaced in plans, rules and aliases, and noted so that they can be put back.
 *
 * @param plan as it is before the changes
 */
public record NameWrites(HouseholdId household, Books books, PlanBook plan) {

    /** Returns the plan after {@code changes}. */
    public PlanBook after(List<NameChange> changes) {
        return NameChanges.applied(plan, changes);
    }

    /** Returns the first month of a bill or a budget that {@code changes} concern, if there is one. */
    public Optional<YearMonth> firstMonth(List<NameChange> changes) {
        return changes.stream()
                .flatMap(change -> switch (change.thing()) {
                    case BILL, BILL_PAYER ->
                        bill(change).map(FixedExpense::terms).stream()
                                .map(terms -> terms.entries().get(0).from());
                    case BUDGET -> budget(change).map(Budget::firstMonth).stream();
                    case PROVISION, RULE, SORTING_RULE, ALIAS, MEMBER -> Stream.empty();
                })
                .min(YearMonth::compareTo);
    }

    /** Returns what is no longer as {@code changes} have it before, in words. */
    public List<String> outdated(List<NameChange> changes) {
        List<String> outdated = new ArrayList<>();
        CategoryMapping mapping = books.mappings().get(household);
        CategoryAliases aliases = books.mappings().aliases(household);
        PlanBook now = plan;
        for (NameChange change : changes) {
            switch (change.thing()) {
                case RULE -> {
                    Optional<CategoryMapping> next = NameChanges.applied(mapping, change);
                    next.ifPresentOrElse(ignored -> {}, () -> outdated.add(words(change)));
                    mapping = next.orElse(mapping);
                }
                case SORTING_RULE -> {
                    Optional<String> is =
                            sortingRule(change).flatMap(rule -> rule.effects().category());
                    if (!is.equals(Optional.ofNullable(change.before()))) {
                        outdated.add(words(change));
                    }
                }
                case ALIAS -> {
                    CategoryName name = CategoryName.parse(change.key());
                    @Nullable
                    String is = aliases.of(name).map(alias -> alias.to().text()).orElse(null);
                    if (!Objects.equals(is, change.before())) {
                        outdated.add(words(change));
                    }
                }
                // The undo of a member's key is another way: MemberWrites.
                case MEMBER -> {}
                case BILL, BILL_PAYER, PROVISION, BUDGET -> {
                    if (!Objects.equals(named(now, change), change.before())) {
                        outdated.add(words(change));
                    }
                    now = NameChanges.applied(now, List.of(change));
                }
            }
        }
        return outdated;
    }

    private static @Nullable String named(PlanBook plan, NameChange change) {
        return switch (change.thing()) {
            case BILL -> bill(plan, change).map(FixedExpense::category).orElse(null);
            case BILL_PAYER -> bill(plan, change).map(FixedExpense::paidBy).orElse(null);
            case PROVISION ->
                plan.provision(Long.parseLong(change.key()))
                        .map(provision -> provision.card().category())
                        .orElse(null);
            case BUDGET -> budget(plan, change).map(Budget::category).orElse(null);
            case RULE, SORTING_RULE, ALIAS, MEMBER -> null;
        };
    }

    private static String words(NameChange change) {
        String thing = change.thing() == NamedThing.BILL_PAYER
                ? "bill"
                : change.thing() == NamedThing.SORTING_RULE
                        ? "rule"
                        : Naming.withoutCase(change.thing().name());
        return thing + " " + change.key().replace('\n', '/');
    }

    /**
     * Makes {@code changes} and notes them.
     *
     * @throws RefusedException if a category would have two budgets in one month
     */
    public void make(List<NameChange> changes) {
        PlanBook after = after(changes);
        requireOneBudget(after);
        for (FixedExpense bill : after.fixed()) {
            if (!plan.fixed().contains(bill)) {
                books.plans().replace(household, bill);
            }
        }
        for (Provision provision : after.provisions()) {
            if (!plan.provisions().contains(provision)) {
                books.plans().replace(household, provision);
            }
        }
        for (Budget budget : after.budgets()) {
            if (!plan.budgets().contains(budget)) {
                books.plans().replace(household, budget);
            }
        }
        rules(changes);
        for (NameChange change : changes) {
            sortingRule(change)
                    .ifPresent(
                            rule -> books.rules().replace(household, rule.inCategory(String.valueOf(change.after()))));
        }
        aliases(changes);
        books.changes().note(household, changes);
    }

    /** @throws RefusedException if a category has two budgets in one month */
    public static void requireOneBudget(PlanBook plan) {
        for (Budget one : plan.budgets()) {
            for (Budget other : plan.budgets()) {
                if (other.id() > one.id() && other.isOf(one.category())) {
                    other.terms().firstShared(one.terms()).ifPresent(month -> {
                        throw new RefusedException(new Refusal.CategoryHasBudget(other.id(), other.category(), month));
                    });
                }
            }
        }
    }

    private void rules(List<NameChange> changes) {
        if (changes.stream().noneMatch(change -> change.thing() == NamedThing.RULE)) {
            return;
        }
        CategoryMapping mapping = books.mappings().get(household);
        for (NameChange change : changes) {
            if (change.thing() == NamedThing.RULE) {
                mapping = NameChanges.applied(mapping, change).orElseThrow();
            }
        }
        books.mappings().keep(household, mapping);
    }

    private void aliases(List<NameChange> changes) {
        for (NameChange change : changes) {
            if (change.thing() == NamedThing.ALIAS) {
                CategoryName name = CategoryName.parse(change.key());
                if (change.after() == null) {
                    books.mappings().removeAlias(household, name);
                } else {
                    books.mappings()
                            .keepAlias(household, new CategoryAliases.Alias(name, CategoryName.parse(change.after())));
                }
            }
        }
    }

    /** Returns the rule that sorts rows which {@code change} concerns, if it concerns one. */
    private Optional<SortingRule> sortingRule(NameChange change) {
        return change.thing() == NamedThing.SORTING_RULE
                ? books.rules().all(household).stream()
                        .map(Rules.Entry::rule)
                        .filter(rule -> change.key().equals(Long.toString(rule.id())))
                        .findFirst()
                : Optional.empty();
    }

    private Optional<FixedExpense> bill(NameChange change) {
        return bill(plan, change);
    }

    private Optional<Budget> budget(NameChange change) {
        return budget(plan, change);
    }

    private static Optional<FixedExpense> bill(PlanBook plan, NameChange change) {
        return plan.fixed().stream()
                .filter(bill -> change.key().equals(Long.toString(bill.id())))
                .findFirst();
    }

    private static Optional<Budget> budget(PlanBook plan, NameChange change) {
        return plan.budgets().stream()
                .filter(budget -> change.key().equals(Long.toString(budget.id())))
                .findFirst();
    }
}
