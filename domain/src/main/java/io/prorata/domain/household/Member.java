package io.prorata.domain.household;

import io.prorata.domain.naming.Naming;

/** A person of the household. */
public record Member(MemberKey key, String name) {

    /** Refuses an invalid name with an {@link IllegalArgumentException}. */
    public Member {
        name = Naming.name(name);
    }
}
