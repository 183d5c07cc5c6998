package io.prorata.application.account;

import io.prorata.domain.account.Account;
import io.prorata.domain.household.Party;
import io.prorata.domain.time.Dates;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** From which month on rows belong to somebody else. */
final class OwnedMonths {

    private OwnedMonths() {}

    /**
     * Returns the first month in which the owner of an account differs; an account that nobody has described is the pot's. Empty if it never
     * does.
     */
    static Optional<YearMonth> firstThatDiffers(Optional<Account> before, Optional<Account> after) {
        Function<YearMonth, Party> was = owner(before);
        Function<YearMonth, Party> is = owner(after);
        Stream<YearMonth> changes = Stream.concat(before.stream(), after.stream())
                .flatMap(account -> account.owner().entries().stream())
                .map(Timeline.Entry::from);
        return Stream.concat(Stream.of(Dates.FIRST_MONTH), changes)
                .sorted()
                .filter(month -> !was.apply(month).equals(is.apply(month)))
                .findFirst();
    }

    private static Function<YearMonth, Party> owner(Optional<Account> account) {
        return month -> account.map(known -> known.ownerIn(month)).orElse(Party.POT);
    }
}
