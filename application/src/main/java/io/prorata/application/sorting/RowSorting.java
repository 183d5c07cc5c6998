package io.prorata.application.sorting;

import io.prorata.application.port.Books;
import io.prorata.domain.account.Accounts;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.RowField;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.CategoryMapping.Typing;
import io.prorata.domain.mapping.CategoryUse;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import io.prorata.domain.sorting.SortingRules;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sorts rows by the rules, and then tells refunds from incomes among those that neither the mapping nor a rule nor a person has typed: money
 * received is a refund if the household has spent in its category and never had an income in it (section 13 of the rules).
 *
 * <p>What the household has done before is what the books have, and all other rows that are given together or were given before. So the
 * order of rows that are given together does not matter. One thread at a time may use an instance.
 */
public final class RowSorting {

    private final Accounts accounts;
    private final SortingRules rules;
    private final Supplier<Typing> typing;
    private final Supplier<CategoryUse> use;

    private @Nullable Typing typingRead;
    private @Nullable CategoryUse useRead;

    private RowSorting(Accounts accounts, SortingRules rules, Supplier<Typing> typing, Supplier<CategoryUse> use) {
        this.accounts = accounts;
        this.rules = rules;
        this.typing = typing;
        this.use = use;
    }

    /** Of rows that are compared with books as they are: the mapping and what categories are used for are read if they are needed. */
    public static RowSorting over(HouseholdId household, Books books, Accounts accounts, SortingRules rules) {
        return new RowSorting(
                accounts,
                rules,
                () -> books.mappings().get(household).typing(),
                () -> books.ledger().categoryUse(household));
    }

    /** Of rows that are read after the books: all that is needed is there. */
    public static RowSorting of(Typing typing, Accounts accounts, SortingRules rules, CategoryUse use) {
        var sorting = new RowSorting(accounts, rules, () -> typing, () -> use);
        sorting.useRead = use;
        return sorting;
    }

    /** A row, as the rules have it, and whether its type is still open. */
    private record Sorted(Transaction row, Transaction sorted, boolean open) {}

    /** Returns rows that arrive together, in their order, as they are to be kept. */
    public List<Transaction> arrived(List<Transaction> rows) {
        return typed(rows, rules::arrived, false);
    }

    /** Returns rows that are in the books, in their order, as the rules have them. A type stays unless a rule gives another category. */
    public List<Transaction> again(List<Transaction> rows) {
        return typed(rows, rules::sorted, true);
    }

    /** Returns the type of a row that nobody sorts, by the mapping and by what its category is used for. */
    public ExpenseType typeOf(Money amount, @Nullable String category, @Nullable String subcategory) {
        return typing().of(amount, category, subcategory, name -> use().isRefundIn(name));
    }

    private List<Transaction> typed(List<Transaction> rows, Function<Transaction, Transaction> sorting, boolean there) {
        List<Sorted> all = new ArrayList<>(rows.size());
        boolean open = false;
        for (Transaction row : rows) {
            Transaction sorted = sorting.apply(row);
            boolean one = isOpen(row, sorted) && (!there || !hasSameCategory(row, sorted));
            all.add(new Sorted(row, sorted, one));
            open |= one;
        }
        if (open || useRead != null) {
            learn(all, there);
        }
        List<Transaction> typed = new ArrayList<>(rows.size());
        for (Sorted one : all) {
            boolean refund =
                    one.open() && use().isRefundIn(one.sorted().classification().category());
            typed.add(refund ? sorting.apply(asRefund(one.row())) : one.sorted());
        }
        for (int i = 0; i < rows.size(); i++) {
            if (all.get(i).open()) {
                use().add(typed.get(i));
            }
        }
        return typed;
    }

    private void learn(List<Sorted> all, boolean there) {
        for (Sorted one : all) {
            if (!one.open()) {
                use().add(one.sorted());
            } else if (there) {
                use().removeIncome(one.row());
            }
        }
    }

    /** Whether nobody has typed money that came in, and nothing that is known of the row says whose income it is. */
    private boolean isOpen(Transaction row, Transaction sorted) {
        return sorted.classification().type() == ExpenseType.INCOME
                && row.classification().type() == ExpenseType.INCOME
                && sorted.line().amount().minor() > 0
                && sorted.isTypedByMapping()
                && row.isTypedByMapping()
                && sorted.classification().category() != null
                && sorted.attribution().source().isEmpty()
                && !isRuled(row.classification().category(), row)
                && !isRuled(row.bankCategory(), row);
    }

    private boolean isRuled(@Nullable String category, Transaction row) {
        return typing().ruled(category, row.classification().subcategory()).isPresent();
    }

    private static boolean hasSameCategory(Transaction row, Transaction sorted) {
        String category = sorted.classification().category();
        return category != null && Naming.isSame(category, row.classification().category());
    }

    /** Whether a refund is common follows from its account, unless a person said it; incomes are common in every account. */
    private Transaction asRefund(Transaction row) {
        Transaction refund = row.with(row.classification().withType(ExpenseType.VARIABLE), row.typedBy());
        boolean said = row.isPersons(RowField.COMMON) || row.choices().byRule().containsKey(RowField.COMMON);
        return said
                ? refund
                : refund.with(refund.attribution()
                        .withCommon(accounts.onArrival(row.line().account(), ExpenseType.VARIABLE, row.month())
                                .common()));
    }

    private Typing typing() {
        if (typingRead == null) {
            typingRead = typing.get();
        }
        return typingRead;
    }

    private CategoryUse use() {
        if (useRead == null) {
            useRead = use.get();
        }
        return useRead;
    }
}
