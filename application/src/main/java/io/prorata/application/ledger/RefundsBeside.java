package io.prorata.application.ledger;

import io.prorata.application.port.Books;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.CategoryUse;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether money received in a category is a refund, by the household's rows without those whose types are left to the rules again: an income
 * among them proves nothing about itself. The books are asked once, when the first type is in question.
 */
public final class RefundsBeside implements Predicate<String> {

    private final Supplier<CategoryUse> read;

    private @Nullable CategoryUse use;

    private RefundsBeside(Supplier<CategoryUse> read) {
        this.read = read;
    }

    /** @param changed rows whose incomes do not count */
    public static RefundsBeside of(HouseholdId household, Books books, List<Transaction> changed) {
        return new RefundsBeside(() -> {
            CategoryUse known = books.ledger().categoryUse(household);
            changed.forEach(known::removeIncome);
            return known;
        });
    }

    @Override
    public boolean test(String category) {
        CategoryUse known = use;
        if (known == null) {
            known = read.get();
            use = known;
        }
        return known.isRefundIn(category);
    }
}
