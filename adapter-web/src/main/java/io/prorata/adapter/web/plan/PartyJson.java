package io.prorata.adapter.web.plan;

import io.prorata.adapter.web.json.JsonObjectReader;
import io.prorata.application.request.PatchField;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.MoneySource;

/** Members, the pot and everybody in JSON and in parameters: {@code diana}, {@code pot}, {@code everybody}. */
public final class PartyJson {

    private static final String POT = "pot";
    private static final String EVERYBODY = "everybody";

    private PartyJson() {}

    /** Reads a party that has to be stated. */
    public static Party read(JsonObjectReader fields, String name) {
        return fields.ruled(name, () -> party(fields.text(name)));
    }

    /** Reads a party that may be left as it is, or taken away. */
    public static PatchField<Party> patch(JsonObjectReader fields, String name) {
        return fields.has(name)
                ? PatchField.to(fields.optionalText(name)
                        .map(text -> fields.ruled(name, () -> party(text)))
                        .orElse(null))
                : PatchField.not();
    }

    /** Reads whom money comes from; it may be left as it is, or taken away. */
    public static PatchField<MoneySource> source(JsonObjectReader fields, String name) {
        return fields.has(name)
                ? PatchField.to(fields.optionalText(name)
                        .map(text -> fields.ruled(name, () -> source(text)))
                        .orElse(null))
                : PatchField.not();
    }

    /** @throws IllegalArgumentException if {@code text} is neither {@code pot} nor a key */
    public static Party party(String text) {
        return text.equals(POT) ? Party.POT : Party.of(new MemberKey(text));
    }

    /** @throws IllegalArgumentException if {@code text} is neither {@code everybody} nor a key */
    public static MoneySource source(String text) {
        return text.equals(EVERYBODY) ? new MoneySource.Everybody() : new MoneySource.One(new MemberKey(text));
    }

    /** Returns {@code party} as it is read. */
    public static String write(Party party) {
        return party.toString();
    }

    /** Returns {@code source} as it is read. */
    public static String write(MoneySource source) {
        return switch (source) {
            case MoneySource.One(MemberKey member) -> member.text();
            case MoneySource.Everybody() -> EVERYBODY;
        };
    }
}
