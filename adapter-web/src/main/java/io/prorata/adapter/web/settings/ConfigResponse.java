package io.prorata.adapter.web.settings;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.application.port.Plans.Version;
import io.prorata.domain.income.TaxRule;
import io.prorata.domain.money.Rate;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A version of the config.
 *
 * @param supersededBy the version that took its place, absent while it counts
 */
@Serdeable.Serializable
record ConfigResponse(
        long id,
        String from,
        String currency,
        List<IncomeResponse> members,
        Map<String, Object> key,
        @Nullable Long supersededBy) {

    /** @param taxRate percent; absent where the net is stated */
    @Serdeable.Serializable
    record IncomeResponse(
            String member, String gross, @Nullable String taxRate, String tax, String net) {}

    static ConfigResponse of(Config config, AmountText amounts) {
        return of(new Version(config, OptionalLong.empty()), amounts);
    }

    static ConfigResponse of(Version version, AmountText amounts) {
        Config config = version.config();
        OptionalLong supersededBy = version.supersededBy();
        return new ConfigResponse(
                config.id(),
                config.from().toString(),
                amounts.currency().getCurrencyCode(),
                config.members().stream().map(member -> income(member, amounts)).toList(),
                KeyJson.write(config.key(), config.present()),
                supersededBy.isPresent() ? (Long) supersededBy.getAsLong() : null);
    }

    private static IncomeResponse income(MemberIncome member, AmountText amounts) {
        return new IncomeResponse(
                member.member().text(),
                amounts.text(member.income().gross()),
                member.income().taxRule() instanceof TaxRule.FlatRate(Rate rate)
                        ? rate.inPercent().toPlainString()
                        : null,
                amounts.text(member.income().tax()),
                amounts.text(member.income().net()));
    }
}
