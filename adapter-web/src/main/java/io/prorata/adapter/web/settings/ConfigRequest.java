package io.prorata.adapter.web.settings;

import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.ErrorCollector;
import io.prorata.adapter.web.json.JsonObjectReader;
import io.prorata.application.plan.AdoptConfig;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.income.Income;
import io.prorata.domain.income.TaxRule;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.split.SplitKey;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** A version of the config as it is stated: who is present, what they earn, how they divide. */
final class ConfigRequest {

    private ConfigRequest() {}

    static AdoptConfig.Command read(byte[] body, Currency currency, boolean restate) {
        JsonObjectReader fields = JsonObjectReader.of(body, "from", "members", "key");
        var amounts = new AmountText(currency);
        var parts = new ErrorCollector();
        Supplier<Optional<YearMonth>> from = parts.read(() -> fields.optionalMonth("from"));
        Supplier<List<MemberIncome>> members = parts.read(() ->
                fields.objects("members", member -> member(member, amounts), "member", "gross", "tax_rate", "net"));
        Supplier<Function<List<MemberKey>, SplitKey>> key = parts.read(() -> KeyJson.read(fields, "key"));
        parts.complete();
        List<MemberKey> present =
                members.get().stream().map(MemberIncome::member).toList();
        return new AdoptConfig.Command(from.get(), members.get(), key.get().apply(present), restate);
    }

    /** Gross and rate; or the net as a payslip states it, with or without the gross; or nothing earned. */
    private static MemberIncome member(JsonObjectReader fields, AmountText amounts) {
        var parts = new ErrorCollector();
        Supplier<MemberKey> member =
                parts.read(() -> fields.ruled("member", () -> new MemberKey(fields.text("member"))));
        Supplier<Optional<Money>> gross = parts.read(() -> amounts.readOptional(fields, "gross"));
        Supplier<Optional<Money>> net = parts.read(() -> amounts.readOptional(fields, "net"));
        Supplier<Optional<Rate>> rate = parts.read(() -> AmountText.readRate(fields, "tax_rate"));
        parts.check(() -> fields.onlyIf(!fields.states("net") && fields.states("gross"), "tax_rate"));
        parts.complete();
        return new MemberIncome(member.get(), income(fields, gross.get(), net.get(), rate.get()));
    }

    private static Income income(
            JsonObjectReader fields, Optional<Money> gross, Optional<Money> net, Optional<Rate> rate) {
        return fields.ruled(
                net.isPresent() ? "net" : "gross",
                () -> net.map(stated -> new Income(gross.orElse(stated), new TaxRule.Stated(stated)))
                        .or(() -> gross.map(earned -> Income.taxed(earned, rate.orElse(new Rate(0)))))
                        .orElse(Income.NONE));
    }
}
