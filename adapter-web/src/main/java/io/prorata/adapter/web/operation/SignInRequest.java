package io.prorata.adapter.web.operation;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The credentials of a browser.
 *
 * @param token a token of the household, or the code of a sign-in link
 */
@Serdeable
record SignInRequest(String token) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "sign-in";
    }
}
