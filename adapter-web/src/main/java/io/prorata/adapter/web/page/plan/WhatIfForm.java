package io.prorata.adapter.web.page.plan;

import io.prorata.adapter.web.page.frame.Amounts;
import io.prorata.adapter.web.page.frame.Form;
import io.prorata.application.budget.PlanBudget;
import io.prorata.application.plan.PlanFixedExpense;
import io.prorata.application.plan.ShowPlan.PlanSheet;
import io.prorata.application.provision.PlanProvision;
import io.prorata.application.request.Access;
import io.prorata.application.simulation.SimulatedChange;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.Member;
import io.prorata.domain.income.Income;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.plan.BudgetTerms;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitKey;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Reads what a form supposes: other incomes, another key, lines of another amount, ended ones and new ones. Empty fields suppose nothing. */
final class WhatIfForm {

    static final String BILL = "bill-";
    static final String PROVISION = "provision-";
    static final String BUDGET = "budget-";
    private static final String END = "end-";

    private final Form form;
    private final Amounts amounts;
    private final PlanSheet sheet;
    private final YearMonth from;
    private final PlannedChanges changes;

    WhatIfForm(Form form, Amounts amounts, PlanSheet sheet, Access access) {
        this.form = form;
        this.amounts = amounts;
        this.sheet = sheet;
        this.from = form.month("from");
        this.changes = new PlannedChanges(access, from);
    }

    /** Returns the changes, in the order of the form. */
    List<SimulatedChange> changes() {
        List<SimulatedChange> stated = new ArrayList<>();
        config().ifPresent(stated::add);
        ended(BILL, changes::endOfBill, stated);
        amounts(BILL).forEach((id, amount) -> stated.add(changes.bill(id, held -> bill(held, id, amount))));
        added("new-bill", this::newBill, stated);
        ended(PROVISION, changes::endOfProvision, stated);
        amounts(PROVISION)
                .forEach((id, amount) -> stated.add(changes.provision(id, held -> provision(held, id, amount))));
        added("new-provision", this::newProvision, stated);
        ended(BUDGET, changes::endOfBudget, stated);
        amounts(BUDGET).forEach((id, amount) -> stated.add(changes.budget(id, held -> budget(held, id, amount))));
        added("new-budget", this::newBudget, stated);
        return stated;
    }

    private Optional<SimulatedChange> config() {
        List<Member> others = sheet.household().members().stream()
                .filter(member -> form.optional(net(member)) != null)
                .toList();
        if (others.isEmpty() && form.optional("key") == null) {
            return Optional.empty();
        }
        Optional<Config> held = sheet.book().configs().at(from);
        Map<String, MemberIncome> before = held.stream()
                .flatMap(config -> config.members().stream())
                .collect(Collectors.toMap(income -> income.member().text(), income -> income));
        List<MemberIncome> incomes = sheet.household().members().stream()
                .flatMap(member -> others.contains(member)
                        ? Optional.of(new MemberIncome(member.key(), income(member))).stream()
                        : Optional.ofNullable(before.get(member.key().text())).stream())
                .toList();
        if (incomes.isEmpty()) {
            throw Form.unreadable("/key", amounts.words().of("incomes.none"));
        }
        String mode = Optional.ofNullable(form.optional("key"))
                .orElseGet(
                        () -> held.map(config -> IncomeLines.mode(config.key())).orElse("income"));
        SplitKey key = IncomeController.key(mode, amounts.words(), held, incomes);
        return Optional.of(changes.config(incomes, key));
    }

    private static String net(Member member) {
        return "net-" + member.key();
    }

    private Income income(Member member) {
        return within(net(member), () -> Income.ofNet(amounts.read(form, net(member))));
    }

    private void ended(String prefix, LongFunction<SimulatedChange> end, List<SimulatedChange> stated) {
        form.named(END + prefix).forEach(id -> stated.add(end.apply(number(END + prefix, id))));
    }

    /** Amounts of things that do not end: what is typed beside a ticked box is not meant. */
    private Map<Long, Money> amounts(String prefix) {
        return form.named(prefix).stream()
                .filter(id -> form.optional(prefix + id) != null && !form.has(END + prefix + id))
                .collect(Collectors.toMap(
                        id -> number(prefix, id),
                        id -> within(
                                prefix + id,
                                () -> amounts.read(form, prefix + id).notNegative())));
    }

    private static long number(String prefix, String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw Form.unreadable("/" + prefix + id, "a whole number");
        }
    }

    private static FixedTerms bill(FixedTerms held, long id, Money amount) {
        return within(BILL + id, () -> new FixedTerms(amount, held.frequency(), held.due(), held.split()));
    }

    /** What a month puts aside towards a target follows from the target, so that is what is typed. */
    private static ProvisionTerms provision(ProvisionTerms held, long id, Money amount) {
        boolean landing = held.base() instanceof ProvisionBase.ToTarget;
        return within(
                PROVISION + id,
                () -> new ProvisionTerms(
                        landing ? held.base() : new ProvisionBase.FixedAmount(amount),
                        held.split(),
                        landing ? Optional.of(amount) : held.target(),
                        held.stopAtTarget(),
                        held.accrues()));
    }

    private static BudgetTerms budget(BudgetTerms held, long id, Money amount) {
        return within(BUDGET + id, () -> new BudgetTerms(amount, held.split()));
    }

    private void added(String field, Supplier<SimulatedChange> thing, List<SimulatedChange> stated) {
        if (form.optional(field) != null || form.optional(field + "-amount") != null) {
            stated.add(within(field, thing));
        }
    }

    private SimulatedChange newBill() {
        String name = Naming.name(form.text("new-bill"));
        return changes.newBill(new PlanFixedExpense.Command(
                name,
                name,
                Optional.empty(),
                new FixedTerms(amounts.read(form, "new-bill-amount"), Frequency.MONTHLY, new LineSplit.ByKey()),
                Optional.of(from),
                Optional.empty()));
    }

    private SimulatedChange newProvision() {
        var base = new ProvisionBase.FixedAmount(amounts.read(form, "new-provision-amount"));
        return changes.newProvision(new PlanProvision.Command(
                ProvisionCard.named(Naming.name(form.text("new-provision"))),
                Money.ZERO,
                new ProvisionTerms(base, new LineSplit.ByKey(), Optional.empty()),
                Optional.of(from),
                Optional.empty()));
    }

    private SimulatedChange newBudget() {
        return changes.newBudget(new PlanBudget.Command(
                Naming.name(form.text("new-budget")),
                new BudgetTerms(amounts.read(form, "new-budget-amount"), new LineSplit.ByKey()),
                Optional.of(from),
                Optional.empty(),
                false));
    }

    private static <T> T within(String field, Supplier<T> thing) {
        try {
            return thing.get();
        } catch (IllegalArgumentException e) {
            throw Form.unreadable("/" + field, String.valueOf(e.getMessage()));
        }
    }
}
