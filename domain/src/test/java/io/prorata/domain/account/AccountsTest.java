package io.prorata.domain.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.time.Timeline;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AccountsTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final Party DIANA = Party.of(new MemberKey("diana"));
    private static final Party SAM = Party.of(new MemberKey("sam"));

    @Test
    void theRowSaysWhoPaidElseTheOwnerOfItsAccountElseThePot() {
        var accounts = new Accounts(
                List.of(account(1, "D", Timeline.from(MARCH, DIANA).with(MARCH.plusMonths(2), SAM))), Timeline.empty());
        // The first statement holds for all rows.
        assertEquals(Optional.of(DIANA), accounts.payer(key("D", Attribution.USUAL), MARCH.minusYears(5)));
        assertEquals(Optional.of(DIANA), accounts.payer(key("D", Attribution.USUAL), MARCH.plusMonths(1)));
        assertEquals(Optional.of(SAM), accounts.payer(key("D", Attribution.USUAL), MARCH.plusMonths(2)));
        assertEquals(Optional.of(SAM), accounts.payer(key("D", paidBy(SAM)), MARCH));
        assertEquals(Optional.of(Party.POT), accounts.payer(key("other", Attribution.USUAL), MARCH));
        assertEquals(Optional.of(Party.POT), accounts.payer(key(null, Attribution.USUAL), MARCH));
    }

    @Test
    void withoutAPotNobodyKnowsWhoPaidWhatWouldBeThePots() {
        var accounts = new Accounts(
                List.of(account(1, "D", Timeline.from(MARCH, DIANA))),
                Timeline.from(MARCH, false).with(MARCH.plusMonths(1), true));
        assertEquals(Optional.empty(), accounts.payer(key(null, Attribution.USUAL), MARCH));
        assertEquals(Optional.empty(), accounts.payer(key("D", paidBy(Party.POT)), MARCH));
        assertEquals(Optional.of(DIANA), accounts.payer(key("D", Attribution.USUAL), MARCH));
        assertEquals(Optional.of(Party.POT), accounts.payer(key(null, Attribution.USUAL), MARCH.minusMonths(1)));
        assertEquals(Optional.of(Party.POT), accounts.payer(key(null, Attribution.USUAL), MARCH.plusMonths(1)));
    }

    @Test
    void rowsOfThePotAndIncomesAreCommonWhenTheyArriveThoseOfAMembersAccountAreNot() {
        Account own = account(1, "D", Timeline.from(MARCH, DIANA));
        Account shared = new Account(
                2, "shared", names("S"), AccountKind.CURRENT, own.owner(), Optional.of(true), Optional.empty());
        Account hidden = new Account(
                3,
                "hidden",
                names("H"),
                AccountKind.CURRENT,
                Timeline.from(MARCH, Party.POT),
                Optional.of(false),
                Optional.empty());
        var accounts = new Accounts(List.of(own, shared, hidden), Timeline.from(MARCH.plusMonths(1), false));
        assertEquals(Attribution.PERSONAL, accounts.onArrival("D", ExpenseType.VARIABLE, MARCH));
        assertEquals(Attribution.USUAL, accounts.onArrival("D", ExpenseType.INCOME, MARCH));
        assertEquals(Attribution.USUAL, accounts.onArrival("S", ExpenseType.VARIABLE, MARCH));
        assertEquals(Attribution.PERSONAL, accounts.onArrival("H", ExpenseType.FIXED, MARCH));
        assertEquals(Attribution.USUAL, accounts.onArrival(null, ExpenseType.FIXED, MARCH));
        // Without a pot there is nothing but members' accounts.
        assertEquals(Attribution.USUAL, accounts.onArrival("D", ExpenseType.VARIABLE, MARCH.plusMonths(1)));
    }

    @Test
    void anAccountHasAnOwnerAndItsNamesAreItsOwn() {
        assertThrows(IllegalArgumentException.class, () -> account(1, "D", Timeline.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> account(1, "D", Timeline.from(MARCH, DIANA).endedFrom(MARCH.plusMonths(1))));
        Account one = account(1, "D", Timeline.from(MARCH, DIANA));
        Account other = account(2, "D", Timeline.from(MARCH, SAM));
        assertThrows(IllegalArgumentException.class, () -> new Accounts(List.of(one, other), Timeline.empty()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Account(1, "x", names(), AccountKind.CASH, one.owner(), Optional.empty(), Optional.empty()));
    }

    private static Account account(long id, String alias, Timeline<Party> owner) {
        return new Account(
                id, "account " + id, names(alias), AccountKind.CURRENT, owner, Optional.empty(), Optional.empty());
    }

    private static SortedSet<String> names(String... names) {
        return new TreeSet<>(Set.of(names));
    }

    private static Attribution paidBy(Party payer) {
        return new Attribution(true, Optional.empty(), Optional.of(payer), Optional.empty(), Optional.empty());
    }

    private static GroupKey key(@Nullable String account, Attribution attribution) {
        return new GroupKey(ExpenseType.VARIABLE, "Food", null, account, attribution, false);
    }
}
