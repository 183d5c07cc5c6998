package io.prorata.adapter.web.recognition;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.adapter.web.constraint.MemberKey;
import io.prorata.adapter.web.constraint.Name;
import io.prorata.adapter.web.json.PartyJson;
import io.prorata.application.recognition.DecideConfirmations;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The matches to confirm and to reject, by the ids of {@code GET /confirmations}.
 *
 * @param confirm the matches to confirm, at most 500
 * @param reject the matches to reject, at most 500
 */
@Serdeable
record DecisionsRequest(
        @Nullable @Size(max = DecideConfirmations.MOST, message = TOO_MANY)
        List<@Valid ConfirmRequest> confirm,

        @Nullable @Size(max = DecideConfirmations.MOST, message = TOO_MANY)
        List<@Name String> reject) {

    static final String TOO_MANY = "at most 500 at once";

    /**
     * A match to confirm.
     *
     * @param member the member whom the money comes from, a key or {@code everybody}; the default is the match's member
     */
    @Serdeable
    record ConfirmRequest(
            @Name String id, @Nullable @MemberKey String member) {}

    DecideConfirmations.Command command() {
        return new DecideConfirmations.Command(
                confirm == null
                        ? List.of()
                        : confirm.stream()
                                .map(one -> new DecideConfirmations.Confirmation(
                                        one.id(), Optional.ofNullable(PartyJson.sourceOrNone(one.member()))))
                                .toList(),
                reject == null ? List.of() : reject);
    }
}
