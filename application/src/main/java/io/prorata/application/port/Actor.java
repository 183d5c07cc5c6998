package io.prorata.application.port;

import io.prorata.application.port.IdempotencyStore.RequestClaim;
import java.util.Optional;

/**
 * Who did something: {@code token 3 (phone)} or {@code command line}.
 *
 * @param name as the audit shows it; never a secret
 * @param claim of the request that they do it by, if they may repeat it
 */
public record Actor(String name, Optional<RequestClaim> claim) {

    public static final Actor COMMAND_LINE = new Actor("command line");

    public Actor(String name) {
        this(name, Optional.empty());
    }

    /** Returns the same, carrying out a request that may be repeated. */
    public Actor by(RequestClaim request) {
        return new Actor(name, Optional.of(request));
    }
}
