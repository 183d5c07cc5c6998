package io.prorata.adapter.web.settings;

import io.prorata.adapter.web.json.Amounts;
import io.prorata.adapter.web.json.Fields;
import io.prorata.application.PlanProvision;
import io.prorata.application.ReviseProvision;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A provision as it is stated: {@code {"name": "Holidays", "base": {"mode": "total", "percentage": "5"}, "target": "3000.00"}}. */
final class ProvisionRequest {

    private static final String[] NAMES = {
        "name", "description", "category", "icon", "colour", "position", "base", "split", "target", "opening_balance"
    };

    private ProvisionRequest() {}

    static PlanProvision.Command read(byte[] body, Currency currency) {
        Fields fields = Fields.of(
                body,
                Stream.concat(Arrays.stream(NAMES), Stream.of("from", "until")).toArray(String[]::new));
        var command = command(fields, new Amounts(currency), true);
        return new PlanProvision.Command(
                command.card(),
                command.opening(),
                command.terms().orElseThrow(),
                fields.optionalMonth("from"),
                fields.optionalMonth("until"));
    }

    /** Reads a provision that takes the place of the one there is. */
    static ReviseProvision.Command readWhole(byte[] body, Currency currency) {
        return command(Fields.of(body, NAMES), new Amounts(currency), true);
    }

    /** Reads what changes of a provision; terms that are not in force have to be stated in full. */
    static ReviseProvision.Command readPatch(
            byte[] body, Currency currency, Provision before, Optional<ProvisionTerms> inForce) {
        var amounts = new Amounts(currency);
        Fields fields = Fields.patched(current(before, inForce, amounts), body, NAMES);
        boolean stated = fields.states("base") || fields.states("split") || fields.states("target");
        return command(fields, amounts, inForce.isPresent() || stated);
    }

    private static Map<String, Object> current(Provision before, Optional<ProvisionTerms> inForce, Amounts amounts) {
        ProvisionCard card = before.card();
        Map<String, @Nullable Object> current = new LinkedHashMap<>();
        current.put("name", card.name());
        current.put("description", card.description());
        current.put("category", card.category());
        current.put("icon", card.icon());
        current.put("colour", card.colour());
        current.put("position", card.position());
        current.put("opening_balance", amounts.text(before.opening()));
        inForce.ifPresent(terms -> {
            current.put("base", BaseJson.write(terms.base(), amounts));
            current.put("split", SplitJson.write(terms.split()));
            terms.target().map(amounts::text).ifPresent(target -> current.put("target", target));
        });
        Map<String, Object> stated = new LinkedHashMap<>();
        current.forEach((name, value) -> {
            if (value != null) {
                stated.put(name, value);
            }
        });
        return stated;
    }

    private static ReviseProvision.Command command(Fields fields, Amounts amounts, boolean terms) {
        ProvisionCard card = card(fields);
        Money opening = amounts.readOptional(fields, "opening_balance").orElse(Money.ZERO);
        return new ReviseProvision.Command(
                card, opening, terms ? Optional.of(terms(fields, amounts)) : Optional.empty());
    }

    private static ProvisionTerms terms(Fields fields, Amounts amounts) {
        ProvisionBase base = BaseJson.read(fields, "base", amounts);
        LineSplit split = SplitJson.read(fields, "split");
        Optional<Money> target = amounts.readOptional(fields, "target");
        return fields.ruled("target", () -> new ProvisionTerms(base, split, target));
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
