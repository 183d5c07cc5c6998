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
import io.prorata.domain.provision.ProvisionTerms;
import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change of the plan that is looked at before it is made: one of a bill, a provision and a config.
 *
 * @param from the month from which it would hold
 * @param fixedExpense a bill
 * @param provision a provision
 * @param config who is present, what they earn, how they divide
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
     * What a bill would be.
     *
     * @param id of one that there is; another one unless stated
     * @param amount of one bill, zero or more; the bill ends unless stated
     * @param frequency how often it comes; monthly unless stated
     * @param split how it is divided; by the household's key unless stated
     */
    @Serdeable
    record BillProposal(
            @Nullable Long id,

            @Nullable @Amount(sign = Amount.Sign.NOT_NEGATIVE)
            DecimalText amount,

            @Nullable Frequency frequency,
            @Nullable @Valid SplitJson split) {

        private Proposal proposal(AmountText amounts) {
            return new Proposal.OfBill(
                    id == null ? OptionalLong.empty() : OptionalLong.of(id),
                    Optional.ofNullable(amount)
                            .map(stated -> new FixedTerms(
                                    amounts.of(stated),
                                    frequency == null ? Frequency.MONTHLY : frequency,
                                    SplitJson.orByKey(split))));
        }
    }

    /**
     * What a provision would be.
     *
     * @param id of one that there is; another one unless stated
     * @param base what its monthly amount is reckoned from; the provision ends unless stated
     * @param split how it is divided; by the household's key unless stated
     * @param target what it is to reach; it has none unless stated
     */
    @Serdeable
    record ProvisionProposal(
            @Nullable Long id,
            @Nullable @Valid BaseJson base,
            @Nullable @Valid SplitJson split,

            @Nullable @Amount(sign = Amount.Sign.NOT_NEGATIVE)
            DecimalText target) {

        private Proposal proposal(AmountText amounts) {
            return new Proposal.OfProvision(
                    id == null ? OptionalLong.empty() : OptionalLong.of(id),
                    Optional.ofNullable(base)
                            .map(stated -> new ProvisionTerms(
                                    stated.base(amounts),
                                    SplitJson.orByKey(split),
                                    Optional.ofNullable(target).map(amounts::of))));
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
