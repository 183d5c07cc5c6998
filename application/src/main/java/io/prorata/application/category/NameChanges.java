package io.prorata.application.category;

import io.prorata.application.port.Changes.NameChange;
import io.prorata.application.port.Changes.NamedThing;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.mapping.CategoryAliases;
import io.prorata.domain.mapping.CategoryMapping;
import io.prorata.domain.mapping.CategoryName;
import io.prorata.domain.mapping.CategoryRule;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.plan.Budget;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.sorting.SortingRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What has to change in plans, rules and aliases when a category gets another name. */
final class NameChanges {

    private NameChanges() {}

    /** Returns them, in order; of a subcategory, its alias alone. */
    static List<NameChange> of(
            CategoryName from,
            CategoryName to,
            PlanBook plan,
            CategoryMapping mapping,
            List<SortingRule> sorting,
            CategoryAliases aliases) {
        List<NameChange> changes = new ArrayList<>();
        if (from.subcategory() == null) {
            plan.fixed().forEach(bill -> bill(bill, from, to).forEach(changes::add));
            for (Provision provision : plan.provisions()) {
                name(NamedThing.PROVISION, provision.id(), provision.card().category(), from, to)
                        .ifPresent(changes::add);
            }
            for (Budget budget : plan.budgets()) {
                name(NamedThing.BUDGET, budget.id(), budget.category(), from, to)
                        .ifPresent(changes::add);
            }
            rules(from, to, mapping).forEach(changes::add);
            for (SortingRule rule : sorting) {
                name(
                                NamedThing.SORTING_RULE,
                                rule.id(),
                                rule.effects().category().orElse(null),
                                from,
                                to)
                        .ifPresent(changes::add);
            }
        }
        String former = aliases.of(from).map(alias -> alias.to().text()).orElse(null);
        if (!to.text().equals(former)) {
            changes.add(new NameChange(NamedThing.ALIAS, from.text(), former, to.text()));
        }
        return changes;
    }

    private static Stream<NameChange> bill(FixedExpense bill, CategoryName from, CategoryName to) {
        return Stream.of(
                        name(NamedThing.BILL, bill.id(), bill.category(), from, to),
                        name(NamedThing.BILL_PAYER, bill.id(), bill.paidBy(), from, to))
                .flatMap(Optional::stream);
    }

    private static Optional<NameChange> name(
            NamedThing thing, long id, @Nullable String is, CategoryName from, CategoryName to) {
        return from.includes(is, null) && !to.category().equals(is)
                ? Optional.of(new NameChange(thing, Long.toString(id), is, to.category()))
                : Optional.empty();
    }

    /** The rule of the former name goes; the new name takes it over unless it has one. */
    private static List<NameChange> rules(CategoryName from, CategoryName to, CategoryMapping mapping) {
        Optional<CategoryRule> former = mapping.rules().stream()
                .filter(rule -> from.includes(rule.category(), null))
                .findFirst();
        if (former.isEmpty() || former.get().category().equals(to.category())) {
            return List.of();
        }
        List<NameChange> changes = new ArrayList<>();
        String type = former.get().type().name();
        changes.add(new NameChange(NamedThing.RULE, former.get().category(), type, null));
        boolean taken = mapping.rules().stream()
                .filter(rule -> !rule.equals(former.get()))
                .anyMatch(rule -> rule(rule, to.category()));
        if (!taken) {
            changes.add(new NameChange(NamedThing.RULE, to.category(), null, type));
        }
        return changes;
    }

    /** Returns the mapping after a change of one of its rules; empty if the rule is not as the change has it before. */
    static Optional<CategoryMapping> applied(CategoryMapping mapping, NameChange change) {
        Optional<String> is = mapping.rules().stream()
                .filter(rule -> rule(rule, change.key()))
                .findFirst()
                .map(rule -> rule.type().name());
        if (!is.equals(Optional.ofNullable(change.before()))) {
            return Optional.empty();
        }
        List<CategoryRule> rules = new ArrayList<>(mapping.rules());
        rules.removeIf(rule -> rule(rule, change.key()));
        if (change.after() != null) {
            rules.add(new CategoryRule(change.key(), ExpenseType.valueOf(change.after())));
        }
        return Optional.of(new CategoryMapping(rules));
    }

    private static boolean rule(CategoryRule rule, String category) {
        return Naming.withoutCase(rule.category()).equals(Naming.withoutCase(category));
    }

    /** Returns a plan after changes of its names. */
    static PlanBook applied(PlanBook plan, List<NameChange> changes) {
        List<FixedExpense> bills = new ArrayList<>(plan.fixed());
        List<Provision> provisions = new ArrayList<>(plan.provisions());
        List<Budget> budgets = new ArrayList<>(plan.budgets());
        for (NameChange change : changes) {
            bills.replaceAll(bill -> isOf(change, bill.id()) ? applied(bill, change) : bill);
            provisions.replaceAll(provision -> isOf(change, provision.id()) ? applied(provision, change) : provision);
            budgets.replaceAll(budget -> isOf(change, budget.id()) ? applied(budget, change) : budget);
        }
        return new PlanBook(plan.configs(), bills, provisions, plan.accounts(), budgets, plan.settleSince());
    }

    private static boolean isOf(NameChange change, long id) {
        return change.key().equals(Long.toString(id));
    }

    static FixedExpense applied(FixedExpense bill, NameChange change) {
        String after = String.valueOf(change.after());
        return switch (change.thing()) {
            case BILL -> new FixedExpense(bill.id(), bill.label(), after, bill.paidBy(), bill.terms());
            case BILL_PAYER -> new FixedExpense(bill.id(), bill.label(), bill.category(), after, bill.terms());
            case PROVISION, BUDGET, RULE, SORTING_RULE, ALIAS, MEMBER -> bill;
        };
    }

    static Provision applied(Provision provision, NameChange change) {
        return change.thing() == NamedThing.PROVISION
                ? new Provision(
                        provision.id(),
                        provision.card().inCategory(change.after()),
                        provision.opening(),
                        provision.terms(),
                        provision.movements(),
                        provision.rows())
                : provision;
    }

    static Budget applied(Budget budget, NameChange change) {
        return change.thing() == NamedThing.BUDGET
                ? new Budget(budget.id(), String.valueOf(change.after()), budget.terms())
                : budget;
    }
}
