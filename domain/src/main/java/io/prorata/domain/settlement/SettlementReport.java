package io.prorata.domain.settlement;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.PlanBook;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who owes whom over a range of months (formulas 15 and 16).
 *
 * @param months of the range that have dues, in order
 * @param before what each has still to pay of the months before the range, since the household began to settle up
 * @param since the first month of those; the begin of the range where nothing says otherwise
 * @param withoutConfig months of the range in which nobody belongs to the household
 * @param withoutPot months of the range that have no dues by plan because there is no pot; none by the facts
 * @param leftBehind settlements of the range with a pot that is not there in the month that they settle: they count nowhere
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f15">Formula 15, what each still has to pay</a>
 * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f16">Formula 16, transfers</a>
 */
public record SettlementReport(
        Basis basis,
        YearMonth from,
        YearMonth to,
        List<MonthDues> months,
        YearMonth since,
        Map<Party, Money> before,
        List<YearMonth> withoutConfig,
        List<YearMonth> withoutPot,
        List<Settlement> leftBehind) {

    /**
     * What is known of the facts.
     *
     * @param facts by month, from the first that counts to the last of the range; of a month without rows there may be nothing
     * @param settlements all of the same months
     * @param rows that settlements name; a settlement that names one which counts as put counts nowhere, or it would count twice
     */
    public record Known(Map<YearMonth, MonthFacts> facts, List<Settlement> settlements, List<NamedRow> rows) {

        /** Returns the settlements that count, by the month in which they do. */
        public Map<YearMonth, List<Settlement>> counted(PlanBook book) {
            Set<Long> shown = rows.stream()
                    .filter(row -> row.isPut(book.accounts()))
                    .map(NamedRow::id)
                    .collect(Collectors.toSet());
            Map<YearMonth, List<Settlement>> counted = new HashMap<>();
            settlements.stream()
                    .filter(settlement -> settlement.rows().stream().noneMatch(shown::contains))
                    .filter(settlement -> !isLeftBehind(book, settlement))
                    .forEach(settlement -> counted.computeIfAbsent(settlement.month(), month -> new ArrayList<>())
                            .add(settlement));
            return counted;
        }
    }

    private static boolean isLeftBehind(PlanBook book, Settlement settlement) {
        return settlement.isWithPot() && !book.accounts().hasPot(settlement.month());
    }

    /** Returns the first month that a range from {@code from} on needs facts of. */
    public static YearMonth since(PlanBook book, YearMonth from) {
        return book.settleSince().filter(since -> since.isBefore(from)).orElse(from);
    }

    /**
     * Settles up the months from {@code from} to {@code to}.
     *
     * @param members of the household, in order, present or not
     */
    public static SettlementReport of(
            PlanBook book, List<MemberKey> members, Basis basis, YearMonth from, YearMonth to, Known known) {
        YearMonth since = since(book, from);
        List<MonthDues> all = SettlingUp.months(book, members, basis, since, to, known.facts(), known.counted(book));
        List<MonthDues> range =
                all.stream().filter(month -> !month.month().isBefore(from)).toList();
        List<MonthDues> earlier =
                all.stream().filter(month -> month.month().isBefore(from)).toList();
        List<YearMonth> withoutConfig = new ArrayList<>();
        List<YearMonth> withoutPot = new ArrayList<>();
        for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            if (book.configs().at(month).isEmpty()) {
                withoutConfig.add(month);
            } else if (basis == Basis.PLAN && !book.accounts().hasPot(month)) {
                withoutPot.add(month);
            }
        }
        return new SettlementReport(
                basis,
                from,
                to,
                range,
                since,
                dues(members, earlier),
                List.copyOf(withoutConfig),
                List.copyOf(withoutPot),
                known.settlements().stream()
                        .filter(settlement -> isLeftBehind(book, settlement)
                                && !settlement.month().isBefore(from)
                                && !settlement.month().isAfter(to))
                        .toList());
    }

    /** Returns what each party has still to pay of the range: members in order, then the pot. */
    public Map<Party, Money> dues(List<MemberKey> members) {
        return dues(members, months);
    }

    /** Returns what each member's figures of the range add up to. */
    public Map<MemberKey, MemberDue> totals(List<MemberKey> members) {
        Map<MemberKey, MemberDue> totals = new LinkedHashMap<>();
        members.forEach(member -> totals.put(
                member,
                months.stream()
                        .map(month -> month.members().getOrDefault(member, MemberDue.NONE))
                        .reduce(MemberDue.NONE, MemberDue::plus)));
        return totals;
    }

    /**
     * Returns the fewest transfers that bring every due of the range to zero (formula 16).
     *
     * @see <a href="{@docRoot}/io.prorata.domain/io/prorata/domain/money/doc-files/formulas.html#f16">Formula 16, transfers</a>
     */
    public List<Transfer> transfers(List<MemberKey> members) {
        return transfers(dues(members));
    }

    /** Returns the fewest transfers that bring every due to zero, of the range and of the months before it. */
    public List<Transfer> transfersWithBefore(List<MemberKey> members) {
        Map<Party, Money> both = dues(members);
        before.forEach((party, due) -> both.merge(party, due, Money::plus));
        return transfers(both);
    }

    private static Map<Party, Money> dues(List<MemberKey> members, List<MonthDues> months) {
        Map<Party, Money> dues = new LinkedHashMap<>();
        members.forEach(member -> dues.put(
                Party.of(member),
                months.stream()
                        .map(month -> month.members()
                                .getOrDefault(member, MemberDue.NONE)
                                .due())
                        .reduce(Money.ZERO, Money::plus)));
        dues.put(Party.POT, months.stream().map(MonthDues::potDue).reduce(Money.ZERO, Money::plus));
        return dues;
    }

    private static List<Transfer> transfers(Map<Party, Money> dues) {
        return Transfers.fewest(dues.entrySet().stream()
                .map(due -> new Due(due.getKey(), due.getValue()))
                .toList());
    }
}
