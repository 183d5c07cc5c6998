package io.prorata.domain.recognition;

import io.prorata.domain.account.Account;
import io.prorata.domain.account.AccountKind;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.GroupKey;
import io.prorata.domain.ledger.Transaction;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rows may be more than they say (section 13 of the rules): each row is in one match at most. Rows that were entered twice come first,
 * then the legs of transfers, payments of bills, and what the pot received from nobody in particular.
 */
public final class Recognition {

    /** So many days may lie between the legs of a transfer, and between a row entered by hand and the one that the bank brings. */
    public static final int MOST_DAYS = 5;

    private final Accounts accounts;
    private final List<Member> members;
    private final Set<String> rejected;
    private final Set<Long> taken = new HashSet<>();
    private final List<Match> matches = new ArrayList<>();

    private Recognition(Accounts accounts, List<Member> members, Set<String> rejected) {
        this.accounts = accounts;
        this.members = members;
        this.rejected = rejected;
    }

    /**
     * Looks through rows.
     *
     * @param rows all of some days in a row
     * @param bills by row, the bill that it looks like
     * @param rejected keys of matches that somebody has rejected
     * @return in the order in which they were found
     */
    public static List<Match> of(
            List<KnownRow> rows, Map<Long, Long> bills, Accounts accounts, List<Member> members, Set<String> rejected) {
        var recognition = new Recognition(accounts, members, rejected);
        List<KnownRow> counted = rows.stream()
                .filter(row -> !row.row().classification().excluded())
                .sorted(Comparator.comparing((KnownRow row) -> row.row().line().date())
                        .thenComparingLong(KnownRow::id))
                .toList();
        recognition.twins(counted);
        recognition.transfers(counted);
        counted.forEach(row -> recognition.bill(row, bills.get(row.id())));
        counted.forEach(recognition::received);
        return List.copyOf(recognition.matches);
    }

    private void twins(List<KnownRow> rows) {
        pairs(
                rows.stream().filter(KnownRow::byHand).toList(),
                rows.stream().filter(row -> !row.byHand()).toList(),
                (hand, bank) -> hand.line().amount().equals(bank.line().amount())
                        && (hand.line().account() == null || sameAccount(hand, bank)),
                (hand, bank) -> new Match.Twin(hand.id(), bank.id()));
    }

    private void transfers(List<KnownRow> rows) {
        pairs(
                rows.stream()
                        .filter(row -> row.row().line().amount().isNegative())
                        .toList(),
                rows.stream()
                        .filter(row -> row.row().line().amount().minor() > 0)
                        .toList(),
                (left, right) ->
                        left.line().amount().equals(right.line().amount().negated())
                                && left.line().account() != null
                                && right.line().account() != null
                                && !sameAccount(left, right)
                                && left.attribution().link().isEmpty()
                                && right.attribution().link().isEmpty(),
                this::transfer);
    }

    /** Returns nothing where the rows say so already. Owners are looked up in the month of the first row: the match belongs to it. */
    private @Nullable Match transfer(Transaction left, Transaction right) {
        YearMonth month = left.month();
        boolean putAside = kind(right) == AccountKind.SAVINGS && kind(left) != AccountKind.SAVINGS;
        Optional<MemberKey> member = owner(right, month).equals(Optional.of(Party.POT))
                ? owner(left, month).filter(Party.One.class::isInstance).map(party -> ((Party.One) party).member())
                : Optional.empty();
        boolean said = right.classification().type() == ExpenseType.TRANSFER
                && left.classification().type() == (putAside ? ExpenseType.PROVISION : ExpenseType.TRANSFER)
                && (member.isEmpty() || right.attribution().source().isPresent());
        return said ? null : new Match.Transfer(left.id(), right.id(), member, putAside);
    }

    private void bill(KnownRow known, @Nullable Long bill) {
        if (bill != null && known.row().attribution().link().isEmpty()) {
            take(new Match.PaysBill(known.id(), bill));
        }
    }

    private void received(KnownRow known) {
        Transaction row = known.row();
        ExpenseType type = row.classification().type();
        boolean income = type == ExpenseType.INCOME;
        if ((!income && type != ExpenseType.TRANSFER)
                || row.line().amount().minor() <= 0
                || !row.attribution().common()
                || row.attribution().source().isPresent()
                || !owner(row, row.month()).equals(Optional.of(Party.POT))) {
            return;
        }
        Optional<MemberKey> named = members.stream()
                .filter(member -> Payee.isNamed(member.name(), row.line().label()))
                .map(Member::key)
                .findFirst();
        if (income || named.isPresent()) {
            take(new Match.Received(row.id(), named));
        }
    }

    /** The nearest days first; each row in one pair, also where the two say already what they are. */
    private void pairs(
            List<KnownRow> ones, List<KnownRow> others, BiPredicate<Transaction, Transaction> fit, PairMatch matched) {
        record Pair(Transaction one, Transaction other, long days) {}

        // Only equal amounts make a pair, whatever their signs.
        Map<Long, List<Transaction>> byAmount = others.stream()
                .map(KnownRow::row)
                .collect(Collectors.groupingBy(
                        row -> Math.abs(row.line().amount().minor())));
        List<Pair> pairs = new ArrayList<>();
        for (KnownRow known : ones) {
            Transaction one = known.row();
            long amount = Math.abs(one.line().amount().minor());
            for (Transaction other : byAmount.getOrDefault(amount, List.of())) {
                long days = Math.abs(
                        ChronoUnit.DAYS.between(one.line().date(), other.line().date()));
                if (days <= MOST_DAYS && fit.test(one, other)) {
                    pairs.add(new Pair(one, other, days));
                }
            }
        }
        pairs.sort(Comparator.comparingLong(Pair::days)
                .thenComparingLong(pair -> pair.one().id())
                .thenComparingLong(pair -> pair.other().id()));
        for (Pair pair : pairs) {
            if (!taken.contains(pair.one().id()) && !taken.contains(pair.other().id())) {
                Match match = matched.of(pair.one(), pair.other());
                if (match == null) {
                    taken.add(pair.one().id());
                    taken.add(pair.other().id());
                } else {
                    take(match);
                }
            }
        }
    }

    private interface PairMatch {
        @Nullable
        Match of(Transaction one, Transaction other);
    }

    private void take(Match match) {
        if (!rejected.contains(match.key()) && match.rows().stream().noneMatch(taken::contains)) {
            taken.addAll(match.rows());
            matches.add(match);
        }
    }

    private boolean sameAccount(Transaction one, Transaction other) {
        Optional<Account> known = accounts.called(one.line().account());
        return known.isPresent()
                ? known.equals(accounts.called(other.line().account()))
                : Objects.equals(one.line().account(), other.line().account());
    }

    private @Nullable AccountKind kind(Transaction row) {
        return accounts.called(row.line().account()).map(Account::kind).orElse(null);
    }

    private Optional<Party> owner(Transaction row, YearMonth month) {
        return accounts.payer(GroupKey.of(row), month);
    }
}
