package io.prorata.adapter.web.json;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.MoneySource;
import org.jspecify.annotations.Nullable;

/** Members, the pot and everybody in JSON and in parameters: {@code diana}, {@code pot}, {@code everybody}. */
public final class PartyJson {

    private static final String POT = "pot";
    private static final String EVERYBODY = "everybody";

    private PartyJson() {}

    /** @throws IllegalArgumentException if {@code text} is neither {@code pot} nor a key */
    public static Party party(String text) {
        return text.equals(POT) ? Party.POT : Party.of(new MemberKey(text));
    }

    /** Returns the party, if one is stated. */
    public static @Nullable Party partyOrNone(@Nullable String text) {
        return text == null ? null : party(text);
    }

    /** @throws IllegalArgumentException if {@code text} is neither {@code everybody} nor a key */
    public static MoneySource source(String text) {
        return text.equals(EVERYBODY) ? new MoneySource.Everybody() : new MoneySource.One(new MemberKey(text));
    }

    /** Returns the source, if one is stated. */
    public static @Nullable MoneySource sourceOrNone(@Nullable String text) {
        return text == null ? null : source(text);
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
