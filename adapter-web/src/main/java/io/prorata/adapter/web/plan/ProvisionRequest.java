package io.prorata.adapter.web.plan;

import io.prorata.adapter.web.json.AmountText;
import io.prorata.adapter.web.json.ErrorCollector;
import io.prorata.adapter.web.json.JsonObjectReader;
import io.prorata.application.provision.PlanProvision;
import io.prorata.application.provision.ReviseProvision;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A provision as it is stated: {@code {"name": "Holidays", "base": {"mode": "total", "percentage": "5"}, "target": "3000.00"}}. */
final class ProvisionRequest {

    private static final String[] NAMES = {
        "name", "description", "category", "icon", "colour", "position", "base", "split", "target", "opening_balance"
    };

    private ProvisionRequest() {}

    static PlanProvision.Command read(byte[] body, Currency currency) {
        JsonObjectReader fields = JsonObjectReader.of(
                body,
                Stream.concat(Arrays.stream(NAMES), Stream.of("from", "until")).toArray(String[]::new));
        var parts = new ErrorCollector();
        Supplier<ReviseProvision.Command> provision = parts.read(() -> command(fields, new AmountText(currency), true));
        Supplier<Optional<YearMonth>> from = parts.read(() -> fields.optionalMonth("from"));
        Supplier<Optional<YearMonth>> until = parts.read(() -> fields.optionalMonth("until"));
        parts.complete();
        var command = provision.get();
        return new PlanProvision.Command(
                command.card(), command.opening(), command.terms().orElseThrow(), from.get(), until.get());
    }

    /** Reads a provision that takes the place of the one there is. */
    static ReviseProvision.Command readWhole(byte[] body, Currency currency) {
        return command(JsonObjectReader.of(body, NAMES), new AmountText(currency), true);
    }

    /** Reads what changes of a provision; terms that are not in force have to be stated in full. */
    static ReviseProvision.Command readPatch(
            byte[] body, Currency currency, Provision before, Optional<ProvisionTerms> inForce) {
        var amounts = new AmountText(currency);
        JsonObjectReader fields = JsonObjectReader.patched(current(before, inForce, amounts), body, NAMES);
        boolean stated = fields.states("base") || fields.states("split") || fields.states("target");
        return command(fields, amounts, inForce.isPresent() || stated);
    }

    private static Map<String, Object> current(Provision before, Optional<ProvisionTerms> inForce, AmountText amounts) {
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

    /** @param withTerms whether terms are meant to be there */
    private static ReviseProvision.Command command(JsonObjectReader fields, AmountText amounts, boolean withTerms) {
        var parts = new ErrorCollector();
        Supplier<ProvisionCard> card = parts.read(() -> card(fields));
        Supplier<Money> opening =
                parts.read(() -> amounts.readOptional(fields, "opening_balance").orElse(Money.ZERO));
        Supplier<Optional<ProvisionTerms>> terms =
                parts.read(() -> withTerms ? Optional.of(terms(fields, amounts)) : Optional.empty());
        parts.complete();
        return new ReviseProvision.Command(card.get(), opening.get(), terms.get());
    }

    private static ProvisionTerms terms(JsonObjectReader fields, AmountText amounts) {
        var parts = new ErrorCollector();
        Supplier<ProvisionBase> base = parts.read(() -> BaseJson.read(fields, "base", amounts));
        Supplier<LineSplit> split = parts.read(() -> SplitJson.read(fields, "split"));
        Supplier<Optional<Money>> target = parts.read(() -> amounts.readOptional(fields, "target"));
        parts.complete();
        return fields.ruled("target", () -> new ProvisionTerms(base.get(), split.get(), target.get()));
    }

    private static ProvisionCard card(JsonObjectReader fields) {
        var parts = new ErrorCollector();
        Supplier<String> name = parts.read(() -> fields.ruled("name", () -> Naming.name(fields.text("name"))));
        Supplier<Optional<String>> description = parts.read(() ->
                fields.optionalText("description").map(text -> fields.ruled("description", () -> Naming.label(text))));
        Supplier<Optional<String>> category = parts.read(() -> name(fields, "category"));
        Supplier<Optional<String>> icon = parts.read(() -> name(fields, "icon"));
        Supplier<Optional<String>> colour = parts.read(() -> colour(fields));
        Supplier<Integer> position = parts.read(() -> position(fields));
        parts.complete();
        return new ProvisionCard(
                name.get(),
                description.get().orElse(null),
                category.get().orElse(null),
                icon.get().orElse(null),
                colour.get().orElse(null),
                position.get());
    }

    private static Optional<String> name(JsonObjectReader fields, String field) {
        return fields.optionalText(field).map(text -> fields.ruled(field, () -> Naming.name(text)));
    }

    /** By the card's own rule, whatever its other fields are. */
    private static Optional<String> colour(JsonObjectReader fields) {
        return fields.optionalText("colour")
                .map(text -> fields.ruled("colour", () -> new ProvisionCard("x", null, null, null, text, 0).colour()));
    }

    private static int position(JsonObjectReader fields) {
        long position = fields.optionalWhole("position").orElse(0L);
        return fields.ruled(
                "position", () -> new ProvisionCard("x", null, null, null, null, Math.toIntExact(position)).position());
    }
}
