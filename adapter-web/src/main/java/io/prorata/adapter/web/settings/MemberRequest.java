package io.prorata.adapter.web.settings;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.MemberKey;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.domain.household.Member;

/**
 * A member of a household.
 *
 * @param key the key by which figures refer to the member; it never changes
 * @param name the display name
 */
@Serdeable
record MemberRequest(@MemberKey String key, @Name String name) {

    static MemberRequest of(Member member) {
        return new MemberRequest(member.key().text(), member.name());
    }

    Member member() {
        return new Member(new io.prorata.domain.household.MemberKey(key), name);
    }
}
