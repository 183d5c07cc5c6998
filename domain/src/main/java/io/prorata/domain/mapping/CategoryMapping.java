package io.prorata.domain.mapping;

import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.money.Money;
import io.prorata.domain.naming.Naming;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules that give rows an expense type, unless a person chose it.
 *
 * @param rules sorted by name, no category twice
 */
public record CategoryMapping(List<CategoryRule> rules) {

    /** The maximum number of rules. */
    public static final int MOST_RULES = 1000;

    /** Refuses too many rules, and two for one category, with an {@link IllegalArgumentException}. */
    public CategoryMapping {
        rules = rules.stream()
                .sorted(Comparator.comparing(CategoryRule::category, Naming.ORDER))
                .toList();
        if (rules.size() > MOST_RULES) {
            throw new IllegalArgumentException("at most " + MOST_RULES + " rules");
        }
        Map<String, CategoryRule> seen = new HashMap<>();
        for (CategoryRule rule : rules) {
            CategoryRule other = seen.put(Naming.withoutCase(rule.category()), rule);
            if (other != null) {
                throw new IllegalArgumentException(
                        "two rules for one category: " + other.category() + " and " + rule.category());
            }
        }
    }

    /** Returns a reader of these rules that answers in constant time. */
    public Typing typing() {
        Map<String, ExpenseType> types = new HashMap<>();
        rules.forEach(rule -> types.put(Naming.withoutCase(rule.category()), rule.type()));
        return new Typing(types);
    }

    /** Returns the type of a row by the rules. */
    public static final class Typing {

        private final Map<String, ExpenseType> types;

        private Typing(Map<String, ExpenseType> types) {
            this.types = types;
        }

        /** Returns the type of a row of a household without other rows: no money received is a refund. */
        public ExpenseType of(Money amount, @Nullable String category, @Nullable String subcategory) {
            return of(amount, category, subcategory, any -> false);
        }

        /**
         * Returns the type of a row: the rule for its subcategory, else for its category, else VARIABLE for money spent and for a refund,
         * and INCOME for other money received (section 13 of the rules).
         *
         * @param refundIn whether money received in a category is a refund: {@link CategoryUse#isRefundIn}; asked only where no rule is
         */
        public ExpenseType of(
                Money amount, @Nullable String category, @Nullable String subcategory, Predicate<String> refundIn) {
            return ruled(category, subcategory)
                    .orElseGet(() -> amount.minor() <= 0 || (category != null && refundIn.test(category))
                            ? ExpenseType.VARIABLE
                            : ExpenseType.INCOME);
        }

        /** Returns the type of the first matching rule, if there is one. */
        public Optional<ExpenseType> ruled(@Nullable String category, @Nullable String subcategory) {
            return rule(subcategory).or(() -> rule(category));
        }

        private Optional<ExpenseType> rule(@Nullable String name) {
            return name == null ? Optional.empty() : Optional.ofNullable(types.get(Naming.withoutCase(name)));
        }
    }
}
