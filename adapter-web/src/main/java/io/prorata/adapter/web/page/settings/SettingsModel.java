package io.prorata.adapter.web.page.settings;

import java.util.List;

/**
 * Who has access.
 *
 * @param admin whether tokens may be seen and made
 * @param made a new token, shown this once; empty where none was made
 * @param link a link by which a browser signs in once; empty where none was made
 * @param linkable whether links work from elsewhere: the page is open over https
 */
public record SettingsModel(
        String household,
        String language,
        boolean admin,
        List<Token> tokens,
        String made,
        String link,
        boolean linkable) {

    /** A token as it is listed. */
    public record Token(long id, String name, String scope, String use, String since, String last) {}
}
