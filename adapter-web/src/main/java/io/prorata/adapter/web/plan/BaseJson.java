package io.prorata.adapter.web.plan;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.Amount;
import io.prorata.adapter.web.constraint.Coherent;
import io.prorata.adapter.web.constraint.Contradictions;
import io.prorata.adapter.web.constraint.Contradictory;
import io.prorata.adapter.web.constraint.MemberKey;
import io.prorata.adapter.web.constraint.Percentage;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.DecimalText;
import io.prorata.adapter.web.json.RecordShape;
import io.prorata.domain.money.Rate;
import io.prorata.domain.provision.ProvisionBase;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The base of the monthly amount of a provision. */
public sealed interface BaseJson {

    ProvisionBase base(AmountText amounts);

    /**
     * A percentage of the total net income.
     *
     * @param percentage the percentage of the total net income
     */
    @Serdeable
    record Total(@Percentage DecimalText percentage) implements BaseJson {
        @Override
        public ProvisionBase base(AmountText amounts) {
            return new ProvisionBase.ShareOfAll(Rate.ofPercent(percentage.value()));
        }
    }

    /**
     * A percentage of one member's net income.
     *
     * @param percentage the percentage of the net income
     */
    @Serdeable
    record Member(@MemberKey String member, @Percentage DecimalText percentage) implements BaseJson {
        @Override
        public ProvisionBase base(AmountText amounts) {
            return new ProvisionBase.ShareOfOne(
                    new io.prorata.domain.household.MemberKey(member), Rate.ofPercent(percentage.value()));
        }
    }

    /**
     * A fixed amount each month.
     *
     * @param amount the amount, zero or more
     */
    @Serdeable
    record Fixed(@Amount(sign = Amount.Sign.NOT_NEGATIVE) DecimalText amount) implements BaseJson {
        @Override
        public ProvisionBase base(AmountText amounts) {
            return new ProvisionBase.FixedAmount(amounts.of(amount));
        }
    }

    /**
     * The amount missing to the target, spread over the remaining months.
     *
     * @param by the month in which the target is due, the last one in which money is put aside
     * @param every the months until the next due month, 1 to 600; without it, the target is due once
     */
    @Coherent
    @Serdeable
    record ToTarget(YearMonth by, @Nullable Integer every) implements BaseJson, Contradictory {
        @Override
        public ProvisionBase base(AmountText amounts) {
            return new ProvisionBase.ToTarget(by, Optional.ofNullable(every));
        }

        @Override
        public void check(Contradictions contradictions) {
            contradictions.making(() -> new ProvisionBase.ToTarget(by, Optional.ofNullable(every)), "every");
        }
    }

    static BaseJson of(ProvisionBase base, AmountText amounts) {
        return switch (base) {
            case ProvisionBase.ShareOfAll(Rate rate) -> new Total(DecimalText.of(rate.inPercent()));
            case ProvisionBase.ShareOfOne(var member, Rate rate) ->
                new Member(member.text(), DecimalText.of(rate.inPercent()));
            case ProvisionBase.FixedAmount(var amount) -> new Fixed(amounts.decimal(amount));
            case ProvisionBase.ToTarget(YearMonth by, Optional<Integer> every) -> new ToTarget(by, every.orElse(null));
        };
    }

    static Map<String, Object> write(ProvisionBase base, AmountText amounts) {
        return RecordShape.written((Record) of(base, amounts));
    }
}
