package io.prorata.adapter.web.page.frame;

import io.prorata.domain.household.Household;
import io.prorata.domain.household.Member;
import java.util.ArrayList;
import java.util.List;

/** Who can pay and be paid, by name: members, and the pot. */
public record Parties(Words words, Household household) {

    /** By which forms and views know the pot. */
    public static final String POT = "pot";

    /** So many colours there are for members. */
    public static final int COLOURS = 4;

    /** A party to choose. */
    public record Choice(String key, String name) {}

    /** Returns the name of the party of this key; the key, if it is nobody's any more. */
    public String name(String key) {
        if (key.equals(POT)) {
            return words.of("pot");
        }
        return household.members().stream()
                .filter(member -> member.key().text().equals(key))
                .map(Member::name)
                .findFirst()
                .orElse(key);
    }

    /** Returns all of them, the pot first. */
    public List<Choice> all() {
        List<Choice> all = new ArrayList<>();
        all.add(new Choice(POT, name(POT)));
        all.addAll(members());
        return all;
    }

    /** Returns the members alone. */
    public List<Choice> members() {
        return household.members().stream()
                .map(member -> new Choice(member.key().text(), member.name()))
                .toList();
    }
}
