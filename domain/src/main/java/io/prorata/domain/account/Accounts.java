package io.prorata.domain.account;

import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The described accounts, and whether there is a pot. An account without a description belongs to the pot.
 *
 * @param described by id; no name of one is a name of another
 * @param pot whether there is a pot, from a month on; without a statement there is one
 */
public record Accounts(List<Account> described, Timeline<Boolean> pot) {

    /** Nothing described: everything belongs to the pot. */
    public static final Accounts NONE = new Accounts(List.of(), Timeline.empty());

    /** Sorts the accounts, and refuses a name that two of them have, with an {@link IllegalArgumentException}. */
    public Accounts {
        described =
                described.stream().sorted(Comparator.comparingLong(Account::id)).toList();
        Map<String, Long> owners = new HashMap<>();
        described.forEach(account -> account.aliases().forEach(alias -> {
            if (owners.put(alias, account.id()) != null) {
                throw new IllegalArgumentException("two accounts are called " + alias);
            }
        }));
    }

    /** Returns whether there is a pot in {@code month}. */
    public boolean hasPot(YearMonth month) {
        return pot.at(month).orElse(true);
    }

    /** Returns the described account with the name {@code alias} in files, if there is one. */
    public Optional<Account> called(@Nullable String alias) {
        return described.stream()
                .filter(account -> alias != null && account.aliases().contains(alias))
                .findFirst();
    }

    /**
     * Returns who paid rows of {@code key} in {@code month}: the payer that the row states, else the owner of its account, else the pot.
     * Empty if that is the pot and there is none: then the payer is unknown.
     */
    public Optional<Party> payer(GroupKey key, YearMonth month) {
        Party payer = key.attribution().payer().orElseGet(() -> owner(key.account(), month));
        return payer.equals(Party.POT) && !hasPot(month) ? Optional.empty() : Optional.of(payer);
    }

    /**
     * Returns the attribution of a new row without statements. Rows of the pot are common, and so are all incomes. Rows of a member's
     * account are not, unless the account says otherwise or there is no pot.
     */
    public Attribution onArrival(@Nullable String account, ExpenseType type, YearMonth month) {
        boolean common = type == ExpenseType.INCOME
                || called(account)
                        .flatMap(Account::commonByDefault)
                        .orElseGet(() -> owner(account, month).equals(Party.POT) || !hasPot(month));
        return common ? Attribution.USUAL : Attribution.PERSONAL;
    }

    private Party owner(@Nullable String account, YearMonth month) {
        return called(account).map(known -> known.ownerIn(month)).orElse(Party.POT);
    }
}
