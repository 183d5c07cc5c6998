package io.prorata.adapter.web.settings;

import io.prorata.adapter.web.json.Amounts;
import io.prorata.adapter.web.json.Fields;
import io.prorata.application.AdoptConfig;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.income.Income;
import io.prorata.domain.income.TaxRule;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.plan.MemberIncome;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** A version of the config as it is stated: who is present, what they earn, how they divide. */
final class ConfigRequest {

    private ConfigRequest() {}

    static AdoptConfig.Command read(byte[] body, Currency currency, boolean restate) {
        Fields fields = Fields.of(body, "from", "members", "key");
        var amounts = new Amounts(currency);
        List<MemberIncome> members = fields.objects("members", "member", "gross", "tax_rate", "net").stream()
                .map(member -> member(member, amounts))
                .toList();
        List<MemberKey> present = members.stream().map(MemberIncome::member).toList();
        return new AdoptConfig.Command(
                fields.optionalMonth("from"), members, KeyJson.read(fields, "key", present), restate);
    }

    /** Gross and rate; or the net as a payslip states it, with or without the gross; or nothing earned. */
    private static MemberIncome member(Fields fields, Amounts amounts) {
        MemberKey member = fields.ruled("member", () -> new MemberKey(fields.text("member")));
        Optional<Money> gross = amounts.readOptional(fields, "gross");
        Optional<Money> net = amounts.readOptional(fields, "net");
        Optional<Rate> rate = Amounts.readRate(fields, "tax_rate");
        fields.onlyIf(net.isEmpty() && gross.isPresent(), "tax_rate");
        Income income = fields.ruled(
                net.isPresent() ? "net" : "gross",
                () -> net.map(stated -> new Income(gross.orElse(stated), new TaxRule.Stated(stated)))
                        .or(() -> gross.map(earned -> Income.taxed(earned, rate.orElse(new Rate(0)))))
                        .orElse(Income.NONE));
        return new MemberIncome(member, income);
    }
}
