package io.prorata.domain.household;

import io.prorata.domain.naming.Naming;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;

/**
 * People who live together and share money.
 *
 * @param currency the one currency of all its amounts
 * @param zone where its days and months begin
 * @param members in the order in which they are shown, at most twelve; the plan says who is present in a month
 */
public record Household(String name, Currency currency, ZoneId zone, List<Member> members) {

    /** The maximum number of members. */
    public static final int MOST_MEMBERS = 12;

    /**
     * Refuses an invalid name, a currency without minor units, too many members, and two members with one key, with an {@link
     * IllegalArgumentException}.
     */
    public Household {
        name = Naming.name(name);
        if (currency.getDefaultFractionDigits() < 0) {
            throw new IllegalArgumentException(currency + " has no minor unit to count in");
        }
        members = List.copyOf(members);
        if (members.size() > MOST_MEMBERS) {
            throw new IllegalArgumentException("a household has at most " + MOST_MEMBERS + " members");
        }
        if (members.stream().map(Member::key).distinct().count() < members.size()) {
            throw new IllegalArgumentException("two members have the same key");
        }
    }

    /** Returns the household's month at {@code instant}. */
    public YearMonth monthAt(Instant instant) {
        return YearMonth.from(instant.atZone(zone));
    }

    /** Returns whether a member has this key. */
    public boolean has(MemberKey key) {
        return members.stream().anyMatch(member -> member.key().equals(key));
    }
}
