package io.prorata.adapter.web.page.frame;

import java.util.List;

/**
 * What is around every screen.
 *
 * @param base before every path of a link: empty, or the prefix under which a proxy has the server
 * @param place which screen of {@link #PLACES} it is; empty outside them
 * @param who the household's members, as the bar names them; empty for who has not signed in
 * @param since the revision that the screen shows, from which on changes make it stale
 * @param done the revision of a change that was just made here and can be taken back; empty after none
 * @param assets the names under which style and script are served now
 */
public record Frame(
        Words words,
        String base,
        String place,
        String title,
        String who,
        String since,
        String done,
        Assets.Names assets) {

    /** The screens, in the order of the bar. */
    public static final List<String> PLACES = List.of("months", "rows", "year", "plan", "settle", "import", "settings");

    /** Whether somebody has signed in. */
    public boolean known() {
        return !who.isEmpty();
    }

    /** Returns the text of {@code key}. */
    public String t(String key, Object... parts) {
        return words.of(key, parts);
    }

    /** Returns the address of {@code path} here. */
    public String link(String path) {
        return base + path;
    }
}
