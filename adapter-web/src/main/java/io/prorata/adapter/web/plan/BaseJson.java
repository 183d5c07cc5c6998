package io.prorata.adapter.web.plan;

import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.ErrorCollector;
import io.prorata.adapter.web.json.JsonObjectReader;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.provision.ProvisionBase;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a provision is reckoned from, in JSON: {@code {"mode": "total", "percentage": "5"}}, {@code {"mode": "member", "member":
 * "diana", "percentage": "3"}} or {@code {"mode": "fixed", "amount": "200.00"}}.
 */
public final class BaseJson {

    private enum Mode {
        TOTAL,
        MEMBER,
        FIXED
    }

    private BaseJson() {}

    static ProvisionBase read(JsonObjectReader provision, String name, AmountText amounts) {
        JsonObjectReader fields = provision.object(name, "mode", "percentage", "member", "amount");
        Mode mode = fields.oneOf("mode", Mode.class);
        var parts = new ErrorCollector();
        parts.check(() -> fields.onlyIf(mode == Mode.MEMBER, "member"));
        parts.check(() -> fields.onlyIf(mode != Mode.FIXED, "percentage"));
        parts.check(() -> fields.onlyIf(mode == Mode.FIXED, "amount"));
        parts.complete();
        return switch (mode) {
            case TOTAL -> new ProvisionBase.ShareOfAll(rate(fields));
            case MEMBER -> {
                Supplier<MemberKey> member =
                        parts.read(() -> fields.ruled("member", () -> new MemberKey(fields.text("member"))));
                Supplier<Rate> rate = parts.read(() -> rate(fields));
                parts.complete();
                yield new ProvisionBase.ShareOfOne(member.get(), rate.get());
            }
            case FIXED -> {
                Money amount = amounts.read(fields, "amount");
                yield fields.ruled("amount", () -> new ProvisionBase.FixedAmount(amount));
            }
        };
    }

    public static Map<String, Object> write(ProvisionBase base, AmountText amounts) {
        Map<String, Object> json = new LinkedHashMap<>();
        switch (base) {
            case ProvisionBase.ShareOfAll(Rate rate) -> {
                json.put("mode", "total");
                json.put("percentage", rate.inPercent().toPlainString());
            }
            case ProvisionBase.ShareOfOne(MemberKey member, Rate rate) -> {
                json.put("mode", "member");
                json.put("member", member.text());
                json.put("percentage", rate.inPercent().toPlainString());
            }
            case ProvisionBase.FixedAmount(Money amount) -> {
                json.put("mode", "fixed");
                json.put("amount", amounts.text(amount));
            }
            case ProvisionBase.ToTarget(YearMonth by, Optional<Integer> every) -> {
                json.put("mode", "to_target");
                json.put("by", by.toString());
                every.ifPresent(months -> json.put("every", months));
            }
        }
        return json;
    }

    private static Rate rate(JsonObjectReader fields) {
        var percent = fields.decimal("percentage");
        return fields.ruled("percentage", () -> Rate.ofPercent(percent));
    }
}
