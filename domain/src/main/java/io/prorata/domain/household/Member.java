package io.prorata.domain.household;

import io.prorata.domain.naming.Naming;

/** One person of the household. */
public record Member(MemberKey key, String name) {

    public Member {
        name = Naming.name(name);
    }
}
