package io.prorata.application.port;

import io.prorata.application.port.IdempotencyStore.RequestClaim;
import java.util.Optional;

/**
 * The author of a change: {@code token 3 (phone)} or {@code command line}.
 *
 * @param name in the audit; never a secret
 * @param claim of the request, if it may be repeated
 */
public record Actor(String name, Optional<RequestClaim> claim) {

    public static final Actor COMMAND_LINE = new Actor("command line");

    public Actor(String name) {
        this(name, Optional.empty());
    }

    /** Returns this actor with the claim of a request that may be repeated. */
    public Actor by(RequestClaim request) {
        return new Actor(name, Optional.of(request));
    }
}
