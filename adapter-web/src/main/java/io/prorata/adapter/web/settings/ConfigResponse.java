package io.prorata.adapter.web.settings;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.Months;
import io.prorata.application.plan.AdoptConfig;
import io.prorata.application.port.Plans.Version;
import io.prorata.domain.household.MemberKey;
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
 * @param supersededBy the version that replaced it; absent while it is valid
 * @param leaving members whom this version leaves out although they were present in its month until now, or, with the first version, belong
 *     to the household; only in the answer that creates it
 * @param plansMoved the past months whose figures change; only in the answer that creates it
 */
@Serdeable.Serializable
record ConfigResponse(
        long id,
        String from,
        String currency,
        List<IncomeResponse> members,
        Map<String, Object> key,
        @Nullable Long supersededBy,
        @Nullable List<String> leaving,
        @Nullable List<String> plansMoved) {

    /** @param taxRate the tax rate in percent; absent if the net is stated */
    @Serdeable.Serializable
    record IncomeResponse(
            String member, String gross, @Nullable String taxRate, String tax, String net) {}

    static ConfigResponse of(Config config, AmountText amounts) {
        return of(new Version(config, OptionalLong.empty()), amounts, null, null);
    }

    static ConfigResponse of(AdoptConfig.Adopted adopted) {
        return of(
                new Version(adopted.config(), OptionalLong.empty()),
                new AmountText(adopted.currency()),
                adopted.leaving().stream().map(MemberKey::text).toList(),
                Months.texts(adopted.plansMoved()));
    }

    static ConfigResponse of(Version version, AmountText amounts) {
        return of(version, amounts, null, null);
    }

    private static ConfigResponse of(
            Version version, AmountText amounts, @Nullable List<String> leaving, @Nullable List<String> plansMoved) {
        Config config = version.config();
        OptionalLong supersededBy = version.supersededBy();
        return new ConfigResponse(
                config.id(),
                config.from().toString(),
                amounts.currency().getCurrencyCode(),
                config.members().stream().map(member -> income(member, amounts)).toList(),
                KeyJson.write(config.key(), config.present()),
                supersededBy.isPresent() ? (Long) supersededBy.getAsLong() : null,
                leaving,
                plansMoved);
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
