package io.prorata.bench;

import io.prorata.application.sorting.HouseholdRules;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.money.Money;
import io.prorata.domain.sorting.RuleConditions;
import io.prorata.domain.sorting.RuleEffects;
import io.prorata.domain.sorting.SortingRule;
import io.prorata.domain.sorting.SortingRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** What it takes to sort rows by rules: median and 95th percentile of runs that compile the rules anew, the first run by itself. */
final class RulesBench {

    private static final int ROWS = 10_000;
    private static final int RULES = 200;
    private static final int RUNS = 40;

    private RulesBench() {}

    public static void main(String[] arguments) {
        List<Transaction> rows = rows();
        System.out.println(
                "| rules that match by a pattern | rows sorted | the first run, ms | median, ms | p95, ms | aim, ms |");
        System.out.println("|---:|---:|---:|---:|---:|---:|");
        for (int patterns : new int[] {0, 20, RULES}) {
            long[] nanos = new long[RUNS];
            long sorted = 0;
            for (int run = 0; run < RUNS; run++) {
                long begun = System.nanoTime();
                sorted = sorted(rows, patterns);
                nanos[run] = System.nanoTime() - begun;
            }
            long first = nanos[0];
            Arrays.sort(nanos);
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %,d | %,d | %,d | %,d | %,d |%n",
                    patterns,
                    sorted,
                    millis(first),
                    millis(nanos[RUNS / 2]),
                    millis(nanos[RUNS * 95 / 100]),
                    patterns == RULES ? 5_000 : 1_000);
        }
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }

    private static long sorted(List<Transaction> rows, int patterns) {
        List<SortingRule> stated = new ArrayList<>();
        for (int i = 0; i < RULES; i++) {
            stated.add(rule(i, i < patterns));
        }
        var rules = new SortingRules(stated, Accounts.NONE, HouseholdRules.patterns());
        return rows.stream().filter(row -> !rules.sorted(row).equals(row)).count();
    }

    private static SortingRule rule(int i, boolean byPattern) {
        RuleConditions none = RuleConditions.NONE;
        return new SortingRule(
                i + 1,
                "Rule " + i,
                true,
                new RuleConditions(
                        byPattern ? Optional.empty() : Optional.of("shop " + i),
                        none.equalTo(),
                        none.beginsWith(),
                        byPattern ? Optional.of(pattern(i)) : Optional.empty(),
                        none.least(),
                        none.most(),
                        none.received(),
                        none.account(),
                        none.bankCategory(),
                        none.firstDay(),
                        none.lastDay()),
                RuleEffects.NONE.spelled(Optional.of("Category " + i), Optional.empty(), Optional.empty()));
    }

    /** As people write them; half of them are such that every label has to be tried. */
    private static String pattern(int i) {
        return switch (i % 4) {
            case 0 -> "^CB .*shop 0*" + i + "\\b";
            case 1 -> "(prlv|virement) .*shop " + i + "$";
            case 2 -> "sho+p\\s+" + i + " ";
            default -> "[0-9]{2}/[0-9]{2}.*[" + (char) ('a' + i % 26) + "z]$";
        };
    }

    private static List<Transaction> rows() {
        List<Transaction> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(new Transaction(
                    i + 1,
                    new BankLine(
                            null,
                            LocalDate.of(2024, 1 + i % 12, 1 + i % 28),
                            new Money(-100 - i),
                            "CB Shop " + i % 977 + " Paris " + (10 + i % 18) + "/" + (10 + i % 3) + " no " + i,
                            null),
                    new Classification(ExpenseType.VARIABLE, null, null, false),
                    TypedBy.RULE,
                    new TreeSet<>()));
        }
        return rows;
    }
}
