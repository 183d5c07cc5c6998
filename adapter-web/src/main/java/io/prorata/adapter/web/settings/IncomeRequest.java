package io.prorata.adapter.web.settings;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Coherent;
import io.prorata.adapter.web.constraint.Contradictions;
import io.prorata.adapter.web.constraint.Contradictory;
import io.prorata.adapter.web.constraint.MemberKey;
import io.prorata.adapter.web.constraint.Percentage;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.domain.income.Income;
import io.prorata.domain.income.TaxRule;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.plan.MemberIncome;
import org.jspecify.annotations.Nullable;

/**
 * The income of a member: gross and rate; or the net as a payslip states it, with or without the gross; or, explicitly, a gross or net
 * of 0. A missing income or tax is never read as 0.
 *
 * @param gross the monthly gross
 * @param taxRate the tax in percent of the gross
 * @param net the monthly net, at most the gross
 */
@Coherent
@Serdeable
record IncomeRequest(
        @MemberKey String member,
        @Nullable @Amount(sign = Amount.Sign.NOT_NEGATIVE) DecimalText gross,
        @Nullable @Percentage DecimalText taxRate,
        @Nullable @Amount(sign = Amount.Sign.NOT_NEGATIVE) DecimalText net)
        implements Contradictory {

    @Override
    public void check(Contradictions contradictions) {
        if (taxRate != null && (net != null || gross == null)) {
            contradictions.at("it has no meaning beside the other fields", "tax_rate");
        }
        if (gross == null && net == null) {
            contradictions.at("no income is stated for " + member
                    + ": state gross and tax_rate, or net; who earns nothing has a net of 0");
        } else if (gross != null
                && net == null
                && taxRate == null
                && gross.value().signum() != 0) {
            contradictions.at(
                    "the rate is missing beside the gross of " + member + "; what is untaxed has a rate of 0",
                    "tax_rate");
        } else if (gross != null && net != null && net.value().compareTo(gross.value()) > 0) {
            contradictions.at("the net income is larger than the gross", "net");
        }
    }

    MemberIncome income(AmountText amounts) {
        return new MemberIncome(new io.prorata.domain.household.MemberKey(member), earned(amounts));
    }

    private Income earned(AmountText amounts) {
        if (net != null) {
            Money left = amounts.of(net);
            return new Income(gross == null ? left : amounts.of(gross), new TaxRule.Stated(left));
        }
        Rate rate = taxRate == null ? new Rate(0) : Rate.ofPercent(taxRate.value());
        return Income.taxed(gross == null ? Money.ZERO : amounts.of(gross), rate);
    }
}
