package io.prorata.application.imports;

import io.prorata.application.bankfile.ReadOptions;
import org.jspecify.annotations.Nullable;

/** Accounts as files name them: one format has the number, another the IBAN around it. */
final class AccountNames {

    /** A shorter number is part of others by chance. */
    private static final int SHORTEST_NUMBER = 8;

    private AccountNames() {}

    /** Whether both are names of one account. A line without account is of no certain one, and equals another without alone. */
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
