package io.prorata.adapter.web.json;

import io.micronaut.serde.annotation.Serdeable;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.PlanBook;
import io.prorata.domain.plan.ProvisionLine;
import io.prorata.domain.provision.Provision;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A warning: something that is allowed but probably not intended.
 *
 * @param kind a stable name: {@code negative-balance}, {@code owed-by-nobody}, {@code known-but-for-account},
 *     {@code account-not-named} or {@code bank-file}
 * @param detail a sentence for people
 * @param provisionId the provision concerned; absent if there is none
 * @param line the line of the bank file concerned; absent if there is none
 */
@Serdeable.Serializable
public record Warning(
        String kind,
        String detail,
        @Nullable Long provisionId,
        @Nullable Integer line) {

    /** Returns a warning that concerns no resource of the household. */
    public static Warning of(String kind, String detail) {
        return new Warning(kind, detail, null, null);
    }

    /** Returns a warning for each of {@code lines} whose balance at the end of {@code month} is below 0. */
    public static List<Warning> negativeBalances(AmountText amounts, YearMonth month, Collection<ProvisionLine> lines) {
        return lines.stream()
                .flatMap(line -> negativeBalance(amounts, month, line.provision(), line.balance()).stream())
                .toList();
    }

    /**
     * Returns a warning for each of {@code provisions} whose balance at the end of {@code month} is below 0.
     *
     * @param book the book that computes balances
     */
    public static List<Warning> negativeBalances(
            AmountText amounts, PlanBook book, YearMonth month, Collection<Provision> provisions) {
        return provisions.stream()
                .flatMap(provision ->
                        negativeBalance(amounts, month, provision, book.balance(provision, month)).stream())
                .toList();
    }

    /**
     * Returns a warning if the balance of {@code provision} is below 0 at the end of {@code month} or falls below it later; else none.
     *
     * @param book the book that computes balances
     */
    public static List<Warning> negativeBalance(
            AmountText amounts, PlanBook book, Provision provision, YearMonth month) {
        return book.negativeFrom(provision, month).stream()
                .flatMap(first -> negativeBalance(amounts, first, provision, book.balance(provision, first)).stream())
                .toList();
    }

    private static Optional<Warning> negativeBalance(
            AmountText amounts, YearMonth month, Provision provision, Money balance) {
        return balance.isNegative()
                ? Optional.of(new Warning(
                        "negative-balance",
                        "The balance of " + provision.card().name() + " is " + amounts.text(balance) + " at the end of "
                                + month + ": more was taken out than was in it.",
                        provision.id(),
                        null))
                : Optional.empty();
    }
}
