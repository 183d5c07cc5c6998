package io.prorata.adapter.web.page.entry;

import org.jspecify.annotations.Nullable;

/**
 * Signing in.
 *
 * @param code of a link; empty where a token is asked for
 * @param refused why it did not work; empty at first
 * @param continued where a click leads on that a page elsewhere could not make; empty where nobody was on the way
 */
public record SignInModel(String code, String refused, String continued) {

    static SignInModel of(@Nullable String code) {
        return new SignInModel(code == null ? "" : code, "", "");
    }
}
