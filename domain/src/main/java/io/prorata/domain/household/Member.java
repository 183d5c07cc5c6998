package io.prorata.domain.household;

import io.prorata.domain.naming.Naming;

/** One person of the household. */
public record Member(MemberKey key, String name) {

    /** Refuses what is no name with an {@link IllegalArgumentException}. */
    public Member {
        name = Naming.name(name);
    }
}
