package io.prorata.application.bankfile;

import io.prorata.domain.Refusal;
import io.prorata.domain.RefusedException;
import java.util.Locale;

/** Which of the household's {@linkplain ImportProfile profiles} a file is read by. */
public sealed interface ProfileChoice {

    /** The one whose header the file has, if there is one. */
    record ByHeader() implements ProfileChoice {}

    /** None, and none is kept. */
    record None() implements ProfileChoice {}

    /** A certain one. */
    record Numbered(long id) implements ProfileChoice {}

    /**
     * Reads {@code none}, {@code auto} or the id of a profile.
     *
     * @throws RefusedException if it is none of them
     */
    static ProfileChoice parse(String text) {
        String choice = text.strip().toLowerCase(Locale.ROOT);
        if (choice.equals("auto")) {
            return new ByHeader();
        }
        if (choice.equals("none")) {
            return new None();
        }
        try {
            return new Numbered(Long.parseLong(choice));
        } catch (NumberFormatException e) {
            throw new RefusedException(new Refusal.BrokenRule("profile", "the id of an import profile, none or auto"));
        }
    }
}
