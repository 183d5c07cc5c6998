package io.prorata.adapter.web.settings;

import io.prorata.adapter.web.json.Amounts;
import io.prorata.adapter.web.json.Fields;
import io.prorata.application.PlanProvision;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A provision as it is stated: {@code {"name": "Holidays", "base": {"mode": "total", "percentage": "5"}, "target": "3000.00"}}. */
final class ProvisionRequest {

    private ProvisionRequest() {}

    static PlanProvision.Command read(byte[] body, Currency currency) {
        Fields fields = Fields.of(
                body,
                "name",
                "description",
                "category",
                "icon",
                "colour",
                "position",
                "base",
                "split",
                "target",
                "opening_balance",
                "from",
                "until");
        var amounts = new Amounts(currency);
        ProvisionBase base = BaseJson.read(fields, "base", amounts);
        LineSplit split = SplitJson.read(fields, "split");
        Optional<Money> target = amounts.readOptional(fields, "target");
        return new PlanProvision.Command(
                card(fields),
                amounts.readOptional(fields, "opening_balance").orElse(Money.ZERO),
                fields.ruled("target", () -> new ProvisionTerms(base, split, target)),
                fields.optionalMonth("from"),
                fields.optionalMonth("until"));
    }

    private static ProvisionCard card(Fields fields) {
        String name = fields.ruled("name", () -> Naming.name(fields.text("name")));
        String description = fields.optionalText("description")
                .map(text -> fields.ruled("description", () -> Naming.label(text)))
                .orElse(null);
        String category = name(fields, "category");
        String icon = name(fields, "icon");
        String colour = fields.optionalText("colour").orElse(null);
        long position = fields.optionalWhole("position").orElse(0L);
        int inOrder = fields.ruled("position", () -> Math.toIntExact(position));
        fields.ruled("position", () -> new ProvisionCard(name, null, null, null, null, inOrder));
        return fields.ruled("colour", () -> new ProvisionCard(name, description, category, icon, colour, inOrder));
    }

    private static @Nullable String name(Fields fields, String field) {
        return fields.optionalText(field)
                .map(text -> fields.ruled(field, () -> Naming.name(text)))
                .orElse(null);
    }
}
