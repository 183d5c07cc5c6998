package io.prorata.domain.derivation;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.plan.MonthPlan;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionTerms;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How every figure of the provisions of a month came about, by the JSON pointers (RFC 6901) of the view that shows them in full. */
public final class ProvisionsDerivation {

    private final MonthPlan plan;
    private final PlanSteps planned;
    private final SavingSteps saved;
    private final Map<String, Step> figures = new LinkedHashMap<>();

    private ProvisionsDerivation(PlanBook book, MonthPlan plan, MonthFacts facts) {
        this.plan = plan;
        planned = new PlanSteps(plan);
        saved = new SavingSteps(book, plan, planned, new RowSteps(plan.month(), facts), new ExplainedView.Provisions());
    }

    /**
     * Returns the derivation of every figure by its pointer, in the order in which they are shown.
     *
     * @param book of which {@code plan} is a month
     * @param facts of the same month
     */
    public static Map<String, Step> of(PlanBook book, MonthPlan plan, MonthFacts facts) {
        var derivation = new ProvisionsDerivation(book, plan, facts);
        derivation.derive();
        return Collections.unmodifiableMap(derivation.figures);
    }

    private void derive() {
        List<Step> nets = planned.nets();
        shares("/net_revenues", nets);
        figures.put("/total_net", new Step.Sum(nets));
        List<ProvisionLine> lines = plan.shownProvisions();
        for (int i = 0; i < lines.size(); i++) {
            provision("/provisions/" + i, lines.get(i));
        }
        figures.put(
                "/totals/monthly_amount",
                new Step.Sum(plan.provisions().stream().map(saved::monthly).toList()));
        List<List<Step>> divided = plan.provisions().stream().map(saved::shares).toList();
        for (int m = 0; m < plan.members().size(); m++) {
            int member = m;
            figures.put(
                    "/totals/shares/" + plan.members().get(m),
                    new Step.Sum(divided.stream().map(line -> line.get(member)).toList()));
        }
        figures.put(
                "/totals/total_balance",
                new Step.Sum(lines.stream().map(saved::balance).toList()));
    }

    private void provision(String at, ProvisionLine line) {
        line.terms().map(ProvisionTerms::base).ifPresent(base -> {
            stated(at + "/base", line, base);
            saved.basis(base).ifPresent(basis -> figures.put(at + "/basis_amount", basis));
        });
        figures.put(at + "/monthly_amount", saved.monthly(line));
        shares(at + "/shares", saved.shares(line));
        figures.put(at + "/opening_balance", saved.opening(line));
        figures.put(at + "/balance", saved.balance(line));
        saved.target(line).ifPresent(target -> figures.put(at + "/target", target));
        saved.remaining(line).ifPresent(remaining -> figures.put(at + "/remaining", remaining));
        saved.progress(line).ifPresent(progress -> figures.put(at + "/progress_percentage", progress));
    }

    /** The percentage or the amount that the base states. */
    private void stated(String at, ProvisionLine line, ProvisionBase base) {
        var origin = new Origin(Origin.Kind.PROVISION, line.provision().id());
        Optional<YearMonth> since = PlanSteps.since(line.provision().terms(), plan.month(), ProvisionTerms::base);
        if (base instanceof ProvisionBase.FixedAmount fixed) {
            figures.put(
                    at + "/amount",
                    new Step.Stated(origin, "amount", since, fixed.amount().minor(), Unit.MONEY));
        } else if (base instanceof ProvisionBase.ShareOfAll all) {
            figures.put(
                    at + "/percentage",
                    new Step.Stated(origin, "percentage", since, all.rate().ppm(), Unit.RATE));
        } else if (base instanceof ProvisionBase.ShareOfOne one) {
            figures.put(
                    at + "/percentage",
                    new Step.Stated(origin, "percentage", since, one.rate().ppm(), Unit.RATE));
        }
    }

    private void shares(String at, List<Step> shares) {
        for (int m = 0; m < shares.size(); m++) {
            MemberKey member = plan.members().get(m);
            figures.put(at + "/" + member, shares.get(m));
        }
    }
}
