package io.prorata.domain.sorting;

import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The conditions of a rule. What is empty asks nothing; all others have to hold.
 *
 * <p>Labels are compared without case and accents, as they are and without their digits, dates and card numbers.
 *
 * @param contains a part of the label
 * @param equalTo the whole label
 * @param beginsWith the begin of the label
 * @param matches a pattern in RE2 syntax that occurs in the label, whatever case
 * @param least the smallest amount, without its sign
 * @param most the largest amount, without its sign
 * @param received whether money was received, or spent
 * @param account one of the account's names in files
 * @param bankCategory the bank's own category, whatever case and accents
 * @param firstDay the first day of the month, 1 to 31
 * @param lastDay the last day of the month, 1 to 31; one before the first is a day of the next month
 */
public record RuleConditions(
        Optional<String> contains,
        Optional<String> equalTo,
        Optional<String> beginsWith,
        Optional<String> matches,
        Optional<Money> least,
        Optional<Money> most,
        Optional<Boolean> received,
        Optional<String> account,
        Optional<String> bankCategory,
        Optional<Integer> firstDay,
        Optional<Integer> lastDay) {

    /** The maximum length of a pattern, in code points. */
    public static final int LONGEST_PATTERN = 500;

    private static final int LAST_DAY = 31;

    /** No condition; no rule has it alone. */
    public static final RuleConditions NONE = new RuleConditions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** Refuses what no row can meet, and texts that are none, with an {@link IllegalArgumentException}. */
    public RuleConditions {
        contains = contains.map(Naming::label);
        equalTo = equalTo.map(Naming::label);
        beginsWith = beginsWith.map(Naming::label);
        account = account.map(Naming::name);
        bankCategory = bankCategory.map(Naming::name);
        matches.ifPresent(RuleConditions::requireLength);
        Stream.of(least, most).flatMap(Optional::stream).forEach(RuleConditions::requireAmount);
        if (least.isPresent() && most.isPresent() && most.get().compareTo(least.get()) < 0) {
            throw new IllegalArgumentException("the largest amount is smaller than the smallest");
        }
        Stream.of(firstDay, lastDay).flatMap(Optional::stream).forEach(RuleConditions::requireDay);
    }

    private static void requireLength(String pattern) {
        if (pattern.isEmpty() || pattern.codePointCount(0, pattern.length()) > LONGEST_PATTERN) {
            throw new IllegalArgumentException("a pattern has 1 to " + LONGEST_PATTERN + " characters");
        }
    }

    private static void requireAmount(Money amount) {
        amount.withinBounds();
        if (amount.minor() < 0) {
            throw new IllegalArgumentException("amounts of a rule have no sign");
        }
    }

    private static void requireDay(int day) {
        if (day < 1 || day > LAST_DAY) {
            throw new IllegalArgumentException("a day of the month is 1 to " + LAST_DAY);
        }
    }

    /** Returns whether nothing is asked. */
    public boolean isEmpty() {
        return Objects.equals(this, NONE);
    }

    /** Returns these conditions with another spelling of the bank's category. */
    public RuleConditions withBankCategory(Optional<String> other) {
        return new RuleConditions(
                contains, equalTo, beginsWith, matches, least, most, received, account, other, firstDay, lastDay);
    }

    /** Returns whether the day of the month {@code day} is one of those asked for. */
    boolean includesDay(int day) {
        int first = firstDay.orElse(1);
        int last = lastDay.orElse(LAST_DAY);
        return first <= last ? day >= first && day <= last : day >= first || day <= last;
    }
}
