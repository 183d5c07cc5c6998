package io.prorata.domain.testkit;

import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.expense.FixedTerms;
import io.prorata.domain.expense.Frequency;
import io.prorata.domain.household.Household;
import io.prorata.domain.household.MemberKey;
import io.prorata.domain.income.Income;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.money.Money;
import io.prorata.domain.money.Rate;
import io.prorata.domain.plan.Config;
import io.prorata.domain.plan.MemberIncome;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.provision.Movement;
import io.prorata.domain.provision.Provision;
import io.prorata.domain.provision.ProvisionBase;
import io.prorata.domain.provision.ProvisionCard;
import io.prorata.domain.provision.ProvisionTerms;
import io.prorata.domain.split.LineSplit;
import io.prorata.domain.split.SplitKey;
import io.prorata.domain.split.Weights;
import io.prorata.domain.time.Timeline;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Generates examples for laws. An example depends on the given random alone, so that a seed gives it again. */
public final class Any {

    /** The first of the three years of the examples. */
    public static final YearMonth FIRST = YearMonth.of(2023, 1);

    private static final int MONTHS = 36;

    /** All people of the examples, sorted by key. */
    private static final List<MemberKey> PEOPLE = IntStream.range(0, Household.MOST_MEMBERS)
            .mapToObj(m -> new MemberKey("m" + (char) ('a' + m)))
            .toList();

    private static final List<String> CATEGORIES = List.of("Courses", "Logement", "logement", "Santé", "Épargne", "🥐");

    private Any() {}

    /** A month of the three years of the examples. */
    public static YearMonth month(SplittableRandom random) {
        return FIRST.plusMonths(random.nextInt(MONTHS));
    }

    /** The number of members of a household: mostly two. */
    public static int members(SplittableRandom random) {
        return random.nextInt(1, Household.MOST_MEMBERS + 1);
    }

    /** An amount of either sign: a few units, an ordinary amount, or one at the limit. */
    public static Money signed(SplittableRandom random) {
        Money amount = amount(random);
        return random.nextBoolean() ? amount : amount.negated();
    }

    /** An amount that is not negative. */
    public static Money amount(SplittableRandom random) {
        long most = oneOf(random, List.of(3L, 100L, 500_000L, Money.LARGEST.minor()));
        return new Money(random.nextLong(most + 1));
    }

    /** Weights of {@code members}, one of them positive. */
    public static Weights weights(SplittableRandom random, int members) {
        long most = oneOf(random, List.of(1L, 3L, 100L, 500_000L, Weights.LARGEST));
        long[] weights = IntStream.range(0, members)
                .mapToLong(m -> random.nextInt(4) == 0 ? 0 : random.nextLong(most + 1))
                .toArray();
        weights[random.nextInt(members)] = random.nextLong(most) + 1;
        return Weights.of(weights);
    }

    /** A rate between 0 and 100 percent. */
    public static Rate rate(SplittableRandom random) {
        return new Rate(random.nextInt(4) == 0 ? random.nextInt(1_000_001) : random.nextInt(101) * 1000);
    }

    /** An income, taxed or stated as net. */
    public static Income income(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> Income.NONE;
            case 1 -> Income.ofNet(amount(random));
            default -> Income.taxed(amount(random), rate(random));
        };
    }

    /** A config with some of the people, in any order. */
    public static Config config(SplittableRandom random, long id, YearMonth from) {
        List<MemberKey> present = shuffled(random, PEOPLE).subList(0, random.nextInt(3) == 0 ? members(random) : 2);
        boolean nobodyEarns = random.nextInt(8) == 0;
        List<MemberIncome> incomes = present.stream()
                .map(member -> new MemberIncome(member, nobodyEarns ? Income.NONE : income(random)))
                .toList();
        SplitKey key = switch (random.nextInt(3)) {
            case 0 -> new SplitKey.ByNetIncome(weights(random, present.size()));
            case 1 -> new SplitKey.Equally();
            default -> new SplitKey.Agreed(weights(random, present.size()));
        };
        return new Config(id, from, incomes, key);
    }

    /** A split of a line. */
    public static LineSplit split(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> new LineSplit.ByKey();
            case 1 -> new LineSplit.Equally();
            case 2 -> new LineSplit.AllTo(oneOf(random, PEOPLE));
            default -> {
                int named = random.nextInt(1, 4);
                Weights weights = weights(random, named);
                Map<MemberKey, Long> own = new TreeMap<>();
                List<MemberKey> people = shuffled(random, PEOPLE);
                for (int m = 0; m < named; m++) {
                    own.put(people.get(m), weights.of(m));
                }
                yield new LineSplit.ByWeights(own);
            }
        };
    }

    /** The terms of a bill. */
    public static FixedTerms fixedTerms(SplittableRandom random) {
        return new FixedTerms(amount(random), oneOf(random, List.of(Frequency.values())), split(random));
    }

    /** The terms of a provision. */
    public static ProvisionTerms provisionTerms(SplittableRandom random) {
        ProvisionBase base = switch (random.nextInt(3)) {
            case 0 -> new ProvisionBase.ShareOfAll(rate(random));
            case 1 -> new ProvisionBase.ShareOfOne(oneOf(random, PEOPLE), rate(random));
            default -> new ProvisionBase.FixedAmount(amount(random));
        };
        return new ProvisionTerms(
                base, split(random), random.nextBoolean() ? Optional.empty() : Optional.of(amount(random)));
    }

    /** A bill with these terms. */
    public static FixedExpense fixed(SplittableRandom random, long id, Timeline<FixedTerms> terms) {
        return new FixedExpense(id, "bill " + id, oneOf(random, CATEGORIES), oneOf(random, CATEGORIES), terms);
    }

    /** A provision with these terms. */
    public static Provision provision(SplittableRandom random, long id, Timeline<ProvisionTerms> terms) {
        return new Provision(
                id,
                new ProvisionCard("provision " + id, null, category(random), null, null, random.nextInt(3)),
                signed(random),
                terms,
                IntStream.range(0, random.nextInt(5))
                        .mapToObj(i -> movement(random, day(random, month(random))))
                        .toList());
    }

    /** A contribution or withdrawal on {@code date}. */
    public static Movement movement(SplittableRandom random, LocalDate date) {
        return new Movement(date, signed(random));
    }

    /** A timeline that begins, changes and perhaps ends, sometimes repeatedly. */
    public static <T> Timeline<T> timeline(SplittableRandom random, Function<YearMonth, T> terms) {
        Timeline<T> timeline = Timeline.empty();
        int changes = random.nextInt(5);
        for (int i = 0; i < changes; i++) {
            YearMonth from = month(random);
            timeline = random.nextInt(6) == 0 ? timeline.endedFrom(from) : timeline.with(from, terms.apply(from));
        }
        return timeline;
    }

    /** A household's plan over three years: people come and go, bills and provisions begin, change and end. */
    public static PlanBook book(SplittableRandom random) {
        Timeline<Config> configs = Timeline.from(FIRST.plusMonths(random.nextInt(3)), config(random, 1, FIRST));
        for (int id = 2; id <= random.nextInt(5); id++) {
            YearMonth from = month(random);
            configs = configs.with(from, config(random, id, from));
        }
        List<FixedExpense> fixed = new ArrayList<>();
        for (int id = 1; id <= random.nextInt(6); id++) {
            fixed.add(fixed(random, id, timeline(random, from -> fixedTerms(random))));
        }
        List<Provision> provisions = new ArrayList<>();
        for (int id = 1; id <= random.nextInt(6); id++) {
            provisions.add(provision(random, id, timeline(random, from -> provisionTerms(random))));
        }
        return new PlanBook(configs, fixed, provisions);
    }

    /** A transaction in {@code month}. */
    public static Transaction transaction(SplittableRandom random, long id, YearMonth month) {
        return new Transaction(
                id,
                new BankLine(null, day(random, month), signed(random), "line " + id, null),
                new Classification(
                        oneOf(random, List.of(ExpenseType.values())),
                        category(random),
                        category(random),
                        random.nextInt(5) == 0),
                Transaction.TypedBy.RULE,
                Collections.unmodifiableSortedSet(new TreeSet<>()));
    }

    /** Up to forty rows of a few months that begin with {@code first}. */
    public static List<Transaction> transactions(SplittableRandom random, YearMonth first) {
        return IntStream.range(0, random.nextInt(41))
                .mapToObj(id -> transaction(random, id + 1, first.plusMonths(random.nextInt(3))))
                .toList();
    }

    /** A day of {@code month}. */
    public static LocalDate day(SplittableRandom random, YearMonth month) {
        return month.atDay(random.nextInt(month.lengthOfMonth()) + 1);
    }

    /** The name of a category, or none. */
    public static @Nullable String category(SplittableRandom random) {
        return random.nextInt(5) == 0 ? null : oneOf(random, CATEGORIES);
    }

    /** One of {@code things}. */
    public static <T> T oneOf(SplittableRandom random, List<T> things) {
        return things.get(random.nextInt(things.size()));
    }

    /** The same things in another order. */
    public static <T> List<T> shuffled(SplittableRandom random, List<T> things) {
        List<T> shuffled = new ArrayList<>(things);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        return shuffled;
    }
}
