package io.prorata.application.imports;

import io.prorata.application.bankfile.ReadOptions;
import org.jspecify.annotations.Nullable;

/** Names of accounts in files: one format has the number, another the IBAN that contains it. */
final class AccountNames {

    /** A shorter number may be part of others by chance. */
    private static final int SHORTEST_NUMBER = 8;

    private AccountNames() {}

    /** Whether both are names of one account. A line without an account matches only another line without one. */
    static boolean areOfOne(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        String first = ReadOptions.fold(one);
        String second = ReadOptions.fold(other);
        String shorter = first.length() < second.length() ? first : second;
        String longer = first.length() < second.length() ? second : first;
        boolean number = shorter.length() >= SHORTEST_NUMBER && shorter.chars().anyMatch(Character::isDigit);
        return shorter.equals(longer) || (number && longer.contains(shorter));
    }
}
