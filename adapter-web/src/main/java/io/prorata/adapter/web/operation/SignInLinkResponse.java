package io.prorata.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.application.access.IssueToken;
import java.util.Locale;

/**
 * A link by which a browser signs in once.
 *
 * @param code the code, shown only in this answer
 * @param path the path below the server's address, with the code
 * @param expiresAt when the code expires
 */
@Serdeable.Serializable
record SignInLinkResponse(long id, String name, String scope, String code, String path, String expiresAt) {

    static SignInLinkResponse of(IssueToken.Issued issued) {
        return new SignInLinkResponse(
                issued.token().id(),
                issued.token().name(),
                issued.token().scope().name().toLowerCase(Locale.ROOT),
                issued.secret().text(),
                "/sign-in?code=" + issued.secret().text(),
                issued.token().expiresAt().orElseThrow().toString());
    }

    /** Keeps the code out of logs. */
    @Override
    public String toString() {
        return "link " + id;
    }
}
