package io.prorata.domain.recognition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prorata.domain.account.Account;
import io.prorata.domain.account.AccountKind;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.Member;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.household.Party;
import io.prorata.domain.income.Income;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.MonthFacts;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is to confirm in a month, which depends on nothing that is planned for a later one. */
class MonthMatchesTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final MemberKey A = new MemberKey("a");
    private static final List<Member> MEMBERS = List.of(new Member(A, "Anna"), new Member(new MemberKey("b"), "Bob"));
    private static final String[] ACCOUNTS = {"Joint", "Hers", "Savings", "Other"};

    @Test
    void countsEachMatchOnceWithTheTotalBothWays() {
        List<Transaction> rows = List.of(
                row(1, MARCH.atDay(3), -1000, "Joint", ExpenseType.VARIABLE, "Rent"),
                row(2, MARCH.atDay(9), -200, "Hers", ExpenseType.VARIABLE, null),
                row(3, MARCH.atDay(10), 200, "Joint", ExpenseType.VARIABLE, null));
        MonthMatches found = MonthMatches.of(MARCH, known(rows), book(MARCH.minusMonths(2), false), MEMBERS);
        PlanBook book = book(MARCH.minusMonths(2), false);

        ToConfirm sums = found.toConfirm(book.at(MARCH), MonthFacts.of(rows));

        assertEquals(2, sums.count(), found.matches().toString());
        assertEquals(new Money(1200), sums.amount());
        // The bill as planned, and as spent: 1000 each. The legs of the transfer are nobody's spending.
        assertEquals(new Money(2000), sums.total());
        assertEquals(new Money(1000), sums.totalIfConfirmed());
    }

    @Test
    void noPlanOfALaterMonthChangesWhatIsToConfirm() {
        int found = 0;
        for (long seed = 0; seed < 300; seed++) {
            var random = new SplittableRandom(seed);
            KnownRows known = known(anyRows(random));
            String example = "seed " + seed + ": " + known;
            PlanBook before = book(MARCH.minusMonths(2), false);
            PlanBook after = book(MARCH.minusMonths(2), true);
            List<Match> matches = MonthMatches.of(MARCH, known, before, MEMBERS).matches();
            assertEquals(matches, MonthMatches.of(MARCH, known, after, MEMBERS).matches(), example);
            found += matches.size();
        }
        assertTrue(found > 300, "few matches, or this test looks at nothing: " + found);
    }

    @Test
    void rowsThatAreNoCandidatesChangeNothing() {
        int found = 0;
        int left = 0;
        for (long seed = 0; seed < 500; seed++) {
            var random = new SplittableRandom(seed);
            List<Transaction> rows = new ArrayList<>(anyRows(random));
            rows.replaceAll(row -> random.nextInt(3) == 0 ? row : withAmount(row, random.nextLong(-1200, 1200)));
            KnownRows all = known(rows);
            PlanBook book = book(MARCH.minusMonths(2), random.nextBoolean());
            List<KnownRow> candidates = MatchCandidates.of(MARCH, book).among(all.rows());
            List<Match> matches = MonthMatches.of(MARCH, all, book, MEMBERS).matches();
            assertEquals(
                    matches,
                    MonthMatches.of(MARCH, new KnownRows(candidates, Set.of(), true), book, MEMBERS)
                            .matches(),
                    "seed " + seed + ": " + all);
            found += matches.size();
            left += all.rows().size() - candidates.size();
        }
        assertTrue(found > 500, "few matches, or this test looks at nothing: " + found);
        assertTrue(left > 2_000, "few rows are left out: " + left);
    }

    @Test
    void billsCostWhatALineMayDifferBy() {
        PlanBook book = book(MARCH.minusMonths(2), false);
        var around = MatchCandidates.of(MARCH, book).bills();
        assertEquals(List.of(new MatchCandidates.Costs(910, 1111)), around, "1000, give or take a tenth of the line");
    }

    private static Transaction withAmount(Transaction row, long amount) {
        BankLine line = row.line();
        return new Transaction(
                row.id(),
                new BankLine(line.account(), line.date(), new Money(amount), line.label(), line.bankId()),
                row.classification(),
                row.typedBy(),
                row.tags());
    }

    private static List<Transaction> anyRows(SplittableRandom random) {
        List<Transaction> rows = new ArrayList<>();
        long days = KnownRows.first(MARCH).until(KnownRows.last(MARCH), ChronoUnit.DAYS) + 1;
        for (int id = 1; id <= 25; id++) {
            rows.add(anyRow(id, KnownRows.first(MARCH).plusDays(random.nextLong(days)), random));
        }
        return rows;
    }

    private static Transaction anyRow(long id, LocalDate day, SplittableRandom random) {
        ExpenseType[] types = ExpenseType.values();
        long[] amounts = {-1000, 1000, -200, 200, -30, 30};
        return row(
                id,
                day,
                amounts[random.nextInt(amounts.length)],
                ACCOUNTS[random.nextInt(ACCOUNTS.length)],
                types[random.nextInt(types.length)],
                random.nextBoolean() ? "Rent" : null);
    }

    private static Transaction row(
            long id, LocalDate day, long amount, String account, ExpenseType type, @Nullable String category) {
        return new Transaction(
                id,
                new BankLine(account, day, new Money(amount), id % 3 == 0 ? "From Anna" : "Row", null),
                new Classification(type, category, null, false),
                TypedBy.RULE,
                new TreeSet<>());
    }

    private static KnownRows known(List<Transaction> rows) {
        return new KnownRows(
                rows.stream().map(row -> new KnownRow(row, row.id() % 4 == 0)).toList(), Set.of(), true);
    }

    /** @param revised whether everything is otherwise from April on */
    private static PlanBook book(YearMonth since, boolean revised) {
        YearMonth april = MARCH.plusMonths(1);
        Timeline<FixedTerms> rent =
                Timeline.from(since, new FixedTerms(new Money(1000), Frequency.MONTHLY, new LineSplit.ByKey()));
        Timeline<Party> hers = Timeline.from(since, new Party.One(A));
        Timeline<Boolean> pot = Timeline.from(since, true);
        List<FixedExpense> bills = new ArrayList<>();
        bills.add(new FixedExpense(1, "Flat", "Rent", "Rent", revised ? rent.endedFrom(april) : rent));
        if (revised) {
            bills.add(new FixedExpense(
                    2,
                    "Row",
                    "Rent",
                    "Rent",
                    Timeline.from(april, rent.at(MARCH).orElseThrow())));
        }
        return new PlanBook(
                Timeline.from(
                        since,
                        new Config(
                                1,
                                since,
                                MEMBERS.stream()
                                        .map(member -> new MemberIncome(member.key(), Income.ofNet(new Money(5000))))
                                        .toList(),
                                new SplitKey.Equally())),
                bills,
                List.of(),
                new Accounts(
                        List.of(
                                account(1, "Joint", AccountKind.CURRENT, Timeline.from(since, Party.POT)),
                                account(2, "Hers", AccountKind.CURRENT, revised ? hers.with(april, Party.POT) : hers),
                                account(3, "Savings", AccountKind.SAVINGS, Timeline.from(since, Party.POT))),
                        revised ? pot.with(april, false) : pot),
                List.of(),
                Optional.empty());
    }

    private static Account account(long id, String name, AccountKind kind, Timeline<Party> owner) {
        return new Account(id, name, new TreeSet<>(List.of(name)), kind, owner, Optional.empty(), Optional.empty());
    }
}
