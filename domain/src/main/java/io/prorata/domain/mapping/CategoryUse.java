package io.prorata.domain.mapping;

import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.naming.Naming;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a household has used its categories for: by this, money received that neither a rule nor a person has typed is a refund or an income.
 * Names are compared folded. Excluded and personal rows count too: they show as well what a category is for.
 */
public final class CategoryUse {

    private final Set<String> spentIn = new HashSet<>();
    private final Map<String, Long> incomes = new HashMap<>();

    /** Of a household without rows. */
    public CategoryUse() {}

    /** Notes that money of type FIXED, VARIABLE or PROVISION was spent in {@code category}. */
    public void addSpent(String category) {
        spentIn.add(Naming.folded(category));
    }

    /** Notes {@code rows} of type INCOME in {@code category}. */
    public void addIncomes(String category, long rows) {
        incomes.merge(Naming.folded(category), rows, Long::sum);
    }

    /** Notes what {@code row} says of its category. */
    public void add(Transaction row) {
        String category = row.classification().category();
        if (category == null) {
            return;
        }
        if (row.classification().type() == ExpenseType.INCOME) {
            addIncomes(category, 1);
        } else if (row.classification().type() != ExpenseType.TRANSFER
                && row.line().amount().isNegative()) {
            addSpent(category);
        }
    }

    /** Takes an income back that {@code row} has noted, so that a row is not compared with itself. What was spent stays noted. */
    public void removeIncome(Transaction row) {
        String category = row.classification().category();
        if (category != null && row.classification().type() == ExpenseType.INCOME) {
            incomes.computeIfPresent(Naming.folded(category), (name, rows) -> rows > 1 ? rows - 1 : null);
        }
    }

    /** Returns whether the household has spent in {@code category}. */
    public boolean hasSpentIn(@Nullable String category) {
        return category != null && spentIn.contains(Naming.folded(category));
    }

    /** Returns whether money received in {@code category} is a refund: the household has spent in it, and has no income in it. */
    public boolean isRefundIn(@Nullable String category) {
        return category != null && hasSpentIn(category) && !incomes.containsKey(Naming.folded(category));
    }
}
