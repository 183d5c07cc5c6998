package io.prorata.adapter.web.member;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.MemberKey;
import io.prorata.application.member.RenameMember;

/**
 * Another key for a member.
 *
 * @param from the key as it is
 * @param to a key that no member has
 */
@Serdeable
record MemberRenameRequest(
        @MemberKey String from, @MemberKey String to) {

    RenameMember.Command command(boolean dryRun) {
        return new RenameMember.Command(
                new io.prorata.domain.household.MemberKey(from), new io.prorata.domain.household.MemberKey(to), dryRun);
    }
}
