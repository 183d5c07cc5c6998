package io.prorata.domain.household;

import java.util.regex.Pattern;

/**
 * The short name by which figures refer to a member: {@code member1}, {@code diana}.
 *
 * @param text a small letter, then at most 31 small letters, digits or hyphens
 */
public record MemberKey(String text) implements Comparable<MemberKey> {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    /** Refuses any other text with an {@link IllegalArgumentException}. */
    public MemberKey {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "a member's key is a small letter, then at most 31 small letters, digits or hyphens");
        }
    }

    @Override
    public int compareTo(MemberKey other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
