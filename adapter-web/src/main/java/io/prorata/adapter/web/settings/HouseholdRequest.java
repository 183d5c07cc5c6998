package io.prorata.adapter.web.settings;

import io.prorata.adapter.web.json.ErrorCollector;
import io.prorata.adapter.web.json.JsonObjectReader;
import io.prorata.application.request.PatchField;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.naming.Naming;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Settings of a household, all of them or, in a merge patch, those that change. */
public record HouseholdRequest(
        Optional<String> name,
        Optional<Currency> currency,
        Optional<ZoneId> timeZone,
        Optional<List<Member>> members,
        PatchField<YearMonth> settleSince) {

    /** @throws io.prorata.adapter.web.problem.ProblemException naming the field that cannot be read or breaks a rule */
    public static HouseholdRequest read(byte[] body) {
        return read(fields(body));
    }

    /**
     * Reads a household that is to be founded: its name has to be stated, the currency is EUR and the zone UTC unless stated.
     *
     * @throws io.prorata.adapter.web.problem.ProblemException naming the field that is missing, cannot be read or breaks a rule
     */
    public static Household readNew(byte[] body) {
        JsonObjectReader fields = fields(body);
        var parts = new ErrorCollector();
        Supplier<String> name = parts.read(() -> fields.text("name"));
        Supplier<HouseholdRequest> stated = parts.read(() -> read(fields));
        parts.complete();
        return fields.ruled(
                "members",
                () -> stated.get()
                        .over(new Household(name.get(), Currency.getInstance("EUR"), ZoneId.of("UTC"), List.of())));
    }

    private static JsonObjectReader fields(byte[] body) {
        return JsonObjectReader.of(body, "name", "currency", "time_zone", "members", "settle_since");
    }

    private static HouseholdRequest read(JsonObjectReader fields) {
        var parts = new ErrorCollector();
        parts.check(() -> fields.cannotTakeAway("name", "currency", "time_zone", "members"));
        Supplier<Optional<String>> name = parts.read(() ->
                fields.optionalText("name").map(text -> fields.ruled("name", () -> Naming.name(text))));
        Supplier<Optional<Currency>> currency = parts.read(() ->
                fields.optionalText("currency").map(code -> fields.ruled("currency", () -> currency(code))));
        Supplier<Optional<ZoneId>> zone =
                parts.read(() -> fields.optionalText("time_zone").map(id -> fields.ruled("time_zone", () -> zone(id))));
        Supplier<Optional<List<Member>>> members =
                parts.read(() -> fields.optionalObjects("members", HouseholdRequest::member, "key", "name"));
        Supplier<PatchField<YearMonth>> since = parts.read(() -> fields.has("settle_since")
                ? PatchField.to(fields.optionalMonth("settle_since").orElse(null))
                : PatchField.not());
        parts.complete();
        return new HouseholdRequest(name.get(), currency.get(), zone.get(), members.get(), since.get());
    }

    /** Returns {@code before} with what this states; what it does not name stays. */
    public Household over(Household before) {
        return new Household(
                name.orElse(before.name()),
                currency.orElse(before.currency()),
                timeZone.orElse(before.zone()),
                members.orElse(before.members()));
    }

    private static Member member(JsonObjectReader fields) {
        var parts = new ErrorCollector();
        Supplier<MemberKey> key = parts.read(() -> fields.ruled("key", () -> new MemberKey(fields.text("key"))));
        Supplier<String> name = parts.read(() -> fields.ruled("name", () -> Naming.name(fields.text("name"))));
        parts.complete();
        return new Member(key.get(), name.get());
    }

    private static Currency currency(String code) {
        Currency currency;
        try {
            currency = Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no ISO 4217 currency has the code " + code, e);
        }
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(code + " has no minor unit to count in");
        }
        return currency;
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time zone has the name " + id + "; one is Europe/Paris", e);
        }
    }
}
