package io.prorata.adapter.web.settings;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Coherent;
import io.prorata.adapter.web.constraint.Contradictions;
import io.prorata.adapter.web.constraint.Contradictory;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.adapter.web.plan.BaseJson;
import io.prorata.adapter.web.plan.SplitJson;
import io.prorata.application.plan.ShowPlanEffect;
import io.prorata.application.plan.ShowPlanEffect.Proposal;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.money.Money;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A proposed change of the plan: of one bill, one provision or one configuration.
 *
 * @param from the first month in which it would be in force
 * @param fixedExpense a bill
 * @param provision a provision
 * @param config the members present, their incomes and the split
 */
@Coherent
@Serdeable
record PlanEffectRequest(
        YearMonth from,
        @Nullable @Valid BillProposal fixedExpense,
        @Nullable @Valid ProvisionProposal provision,
        @Nullable @Valid ConfigRequest config)
        implements Contradictory {

    /**
     * A proposed bill.
     *
     * @param id the id of an existing one; if absent, a new one is proposed
     * @param amount the amount of one bill, zero or more; if absent, the bill ends
     * @param frequency the frequency; the default is monthly
     * @param dueMonth a month in which a bill of several months is due; without one, each month carries an equal part
     * @param split the split between members; the default is the household's key
     */
    @Coherent
    @Serdeable
    record BillProposal(
            @Nullable Long id,

            @Nullable @Amount(sign = Amount.Sign.NOT_NEGATIVE)
            DecimalText amount,

            @Nullable Frequency frequency,
            @Nullable YearMonth dueMonth,
            @Nullable @Valid SplitJson split)
            implements Contradictory {

        @Override
        public void check(Contradictions contradictions) {
            contradictions.making(() -> terms(Money.ZERO, new LineSplit.ByKey()), "due_month");
        }

        private FixedTerms terms(Money each, LineSplit by) {
            return new FixedTerms(
                    each, frequency == null ? Frequency.MONTHLY : frequency, Optional.ofNullable(dueMonth), by);
        }

        private Proposal proposal(AmountText amounts) {
            return new Proposal.OfBill(
                    id == null ? OptionalLong.empty() : OptionalLong.of(id),
                    Optional.ofNullable(amount).map(stated -> terms(amounts.of(stated), SplitJson.orByKey(split))));
        }
    }

    /**
     * A proposed provision.
     *
     * @param id the id of an existing one; if absent, a new one is proposed
     * @param base the base of its monthly amount; if absent, the provision ends
     * @param split the split between members; the default is the household's key
     * @param target the target of its balance; the default is none
     * @param stopAtTarget whether the monthly amount is limited to what is missing to the target; the default is false
     * @param accrues whether the planned amount counts as put aside at the end of the month without a recorded contribution; the default
     *     is true for the mode to_target and false for the others
     */
    @Serdeable
    record ProvisionProposal(
            @Nullable Long id,
            @Nullable @Valid BaseJson base,
            @Nullable @Valid SplitJson split,

            @Nullable @Amount(sign = Amount.Sign.NOT_NEGATIVE)
            DecimalText target,

            @Nullable Boolean stopAtTarget,
            @Nullable Boolean accrues) {

        private Proposal proposal(AmountText amounts) {
            return new Proposal.OfProvision(
                    id == null ? OptionalLong.empty() : OptionalLong.of(id),
                    Optional.ofNullable(base)
                            .map(stated -> stated.base(amounts))
                            .map(of -> new ProvisionTerms(
                                    of,
                                    SplitJson.orByKey(split),
                                    Optional.ofNullable(target).map(amounts::of),
                                    stopAtTarget != null && stopAtTarget,
                                    accrues == null ? ProvisionTerms.accruesUnlessStated(of) : accrues)));
        }
    }

    @Override
    public void check(Contradictions contradictions) {
        long stated = Stream.of(
                        Optional.ofNullable(fixedExpense), Optional.ofNullable(provision), Optional.ofNullable(config))
                .filter(Optional::isPresent)
                .count();
        if (stated != 1) {
            contradictions.at("state one of fixed_expense, provision and config");
        }
    }

    ShowPlanEffect.Command command(AmountText amounts) {
        if (config != null) {
            var stated = config.command(amounts, false);
            return new ShowPlanEffect.Command(from, new Proposal.OfConfig(stated.members(), stated.key()));
        }
        if (fixedExpense != null) {
            return new ShowPlanEffect.Command(from, fixedExpense.proposal(amounts));
        }
        if (provision != null) {
            return new ShowPlanEffect.Command(from, provision.proposal(amounts));
        }
        throw new IllegalStateException("one of them is stated");
    }
}
