package io.prorata.domain.derivation;

import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.GroupTotal;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.plan.BudgetPlan;
import io.prorata.domain.plan.FixedLine;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.MonthSummary;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.plan.VariableLine;
import io.prorata.domain.plan.VariablePart;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.settlement.Basis;
import io.prorata.domain.split.LineSplit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How the share of each present member in what a month costs came about, by plan or by the facts (formula 15).
 *
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f15">Formula 15, what each still has to pay</a>
 */
final class ShareSteps {

    private final PlanBook book;
    private final MonthPlan plan;
    private final MonthFacts facts;
    private final boolean hasPot;
    private final PlanSteps planned;
    private final SavingSteps saved;
    private final RowSteps rows;
    private final Map<Basis, List<Step>> known = new EnumMap<>(Basis.class);

    ShareSteps(PlanBook book, MonthPlan plan, MonthFacts facts) {
        this.book = book;
        this.plan = plan;
        this.facts = facts;
        hasPot = book.accounts().hasPot(plan.month());
        rows = new RowSteps(plan.month(), facts);
        planned = new PlanSteps(plan);
        saved = new SavingSteps(book, plan, planned, rows, new ExplainedView.Summary());
    }

    /** The share of each present member, in their order. */
    List<Step> by(Basis basis) {
        return known.computeIfAbsent(basis, this::derived);
    }

    private List<Step> derived(Basis basis) {
        List<List<Step>> lines = basis == Basis.PLAN ? byPlan() : byFacts();
        return IntStream.range(0, plan.members().size())
                .<Step>mapToObj(member -> new Step.Sum(
                        lines.stream().map(line -> line.get(member)).toList()))
                .toList();
    }

    private List<List<Step>> byPlan() {
        List<List<Step>> lines = new ArrayList<>();
        plan.provisions().stream().map(saved::shares).forEach(lines::add);
        for (FixedLine line : plan.fixed()) {
            lines.add(planned.shares(line));
        }
        var spending = new VariableSteps(plan, planned, rows);
        for (VariableLine line : MonthSummary.of(plan, facts).variable()) {
            String category = line.category();
            boolean budgeted = category != null
                    && plan.budgets().stream()
                            .anyMatch(budget -> budget.budget().isOf(category));
            for (VariablePart part : line.parts()) {
                if (!budgeted || !(part.split() instanceof LineSplit.ByKey)) {
                    lines.add(spending.shares(line, part));
                }
            }
        }
        for (BudgetPlan budget : plan.budgets()) {
            lines.add(planned.shares(budget));
        }
        return lines;
    }

    /** Rows that divide alike. */
    private record Kind(ExpenseType type, Optional<String> category, LineSplit split) {}

    private List<List<Step>> byFacts() {
        Map<Kind, Set<GroupKey>> kinds = new LinkedHashMap<>();
        facts.groups().stream()
                .map(GroupTotal::key)
                .filter(this::isShared)
                .forEach(key -> kinds.computeIfAbsent(kind(key), kind -> new LinkedHashSet<>())
                        .add(key));
        List<List<Step>> lines = new ArrayList<>();
        kinds.forEach((kind, keys) -> {
            Step amount = rows.of(group -> keys.contains(group.key()), this::selection);
            lines.add(
                    planned.shares(amount, kind.split(), weight(keys.iterator().next())));
        });
        if (hasPot) {
            for (ProvisionLine line : plan.provisions()) {
                if (line.terms().orElseThrow().accrues()) {
                    lines.add(saved.shares(line));
                }
            }
        }
        return lines;
    }

    private Kind kind(GroupKey key) {
        return new Kind(key.type(), Optional.ofNullable(key.category()), split(key));
    }

    /** Who paid decides only where there is no pot: then rows whose payer is unknown are in no share. */
    private RowSelection selection(GroupKey key) {
        RowSelection selection = RowSelection.of(plan.month(), Set.of(key.type()))
                .category(Optional.ofNullable(key.category()))
                .link(key.attribution().link())
                .split(key.attribution().split());
        return hasPot ? selection : PayerSteps.paidAs(selection, key);
    }

    private boolean isShared(GroupKey key) {
        if (!key.attribution().common()
                || !key.type().isOutgoing()
                || book.accounts().payer(key, plan.month()).isEmpty()) {
            return false;
        }
        if (!hasPot) {
            return key.type() != ExpenseType.PROVISION;
        }
        return key.type() == ExpenseType.PROVISION
                ? provision(key)
                        .flatMap(named -> named.terms().at(plan.month()))
                        .filter(ProvisionTerms::accrues)
                        .isEmpty()
                : !key.isPaidFromProvision();
    }

    private Optional<Provision> provision(GroupKey key) {
        return key.attribution().provision().flatMap(book::provision);
    }

    private Optional<ProvisionTerms> terms(GroupKey key) {
        return provision(key).flatMap(named -> named.terms().nearest(plan.month()));
    }

    private LineSplit split(GroupKey key) {
        return terms(key)
                .map(ProvisionTerms::split)
                .or(() -> key.attribution().split())
                .or(() -> bill(key).map(line -> line.terms().split()))
                .orElse(new LineSplit.ByKey());
    }

    /** The bill whose split a row has: the one that it names, or the first of its category if they all divide alike. */
    private Optional<FixedLine> bill(GroupKey key) {
        String category = key.category();
        Optional<Long> named = key.attribution().bill();
        List<FixedLine> bills = plan.fixed().stream()
                .filter(line -> key.type() == ExpenseType.FIXED
                        && named.map(id -> line.expense().id() == id)
                                .orElseGet(() -> category != null
                                        && Naming.isSame(
                                                category, line.expense().paidBy())))
                .toList();
        boolean alike =
                bills.stream().map(line -> line.terms().split()).distinct().count() == 1;
        return alike ? Optional.of(bills.get(0)) : Optional.empty();
    }

    /** Where the weights of rows of {@code key} are stated: by their provision, by themselves, or by their bill. */
    private Function<Long, Step> weight(GroupKey key) {
        Optional<Provision> provision =
                provision(key).filter(named -> terms(key).isPresent());
        if (provision.isPresent()) {
            return weight -> new Step.Stated(
                    new Origin(Origin.Kind.PROVISION, provision.get().id()),
                    "split",
                    PlanSteps.since(provision.get().terms(), plan.month(), ProvisionTerms::split),
                    weight,
                    Unit.WEIGHT);
        }
        Optional<FixedLine> bill = key.attribution().split().isPresent() ? Optional.empty() : bill(key);
        return bill.<Function<Long, Step>>map(line -> weight -> new Step.Stated(
                        new Origin(Origin.Kind.BILL, line.expense().id()),
                        "split",
                        PlanSteps.since(line.expense().terms(), plan.month(), terms -> terms.split()),
                        weight,
                        Unit.WEIGHT))
                .orElse(weight -> new Step.StatedByRows(selection(key), weight));
    }
}
