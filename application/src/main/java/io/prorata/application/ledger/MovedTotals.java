package io.prorata.application.ledger;

import io.prorata.domain.household.MemberKey;
import io.prorata.domain.ledger.CategoryTotal;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.ledger.Statistics;
import io.prorata.domain.ledger.SubcategoryTotal;
import io.prorata.domain.money.Money;
import io.prorata.domain.plan.MonthSummary;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The totals of a month that a change of its rows changes, before and after. */
public final class MovedTotals {

    private MovedTotals() {}

    /** The kind of a total. */
    public enum Figure {
        /** The cost of the month. */
        TOTAL_EXPENSES,
        /** The sum of the nets less the cost of the month. */
        NET_AVAILABLE,
        /** The total of one member. */
        MEMBER_TOTAL,
        /** All rows of a type. */
        EXPENSE_TYPE,
        /** The rows of a type in one category, or in none. */
        CATEGORY,
        /** The rows of a type in one subcategory of a category. */
        SUBCATEGORY,
        /** The payments of the bills of one category. */
        BILLS_PAID,
        /** FIXED rows that no bill names. */
        UNPLANNED
    }

    /**
     * The key of a total, without its month.
     *
     * @param type of the rows; absent where it is of no type
     * @param category of the rows or of what pays the bills; absent for the uncategorised and where it is of no category
     */
    public record Total(
            Figure figure,
            @Nullable ExpenseType type,
            @Nullable String category,
            @Nullable String subcategory,
            @Nullable MemberKey member) {

        private static Total of(Figure figure) {
            return new Total(figure, null, null, null, null);
        }
    }

    /**
     * An amount with the sign of its type, and the number of its rows.
     *
     * @param rows empty where rows are not what is totalled
     */
    public record Value(Money amount, Optional<Long> rows) {

        private static final Value NOTHING = new Value(Money.ZERO, Optional.of(0L));

        private static Value of(Money amount) {
            return new Value(amount, Optional.empty());
        }

        private static Value of(Statistics statistics) {
            return new Value(statistics.sum(), Optional.of(statistics.count()));
        }
    }

    /** A total that changes. */
    public record Moved(YearMonth month, Total total, Value before, Value after) {}

    /** Returns the totals that differ, in the order of the month. */
    static List<Moved> between(MonthSummary before, MonthSummary after) {
        Map<Total, Value> were = totals(before);
        Map<Total, Value> are = totals(after);
        Map<Total, Value> all = new LinkedHashMap<>(were);
        are.forEach(all::putIfAbsent);
        List<Moved> moved = new ArrayList<>();
        for (Total total : all.keySet()) {
            Value was = were.getOrDefault(total, Value.NOTHING);
            Value is = are.getOrDefault(total, Value.NOTHING);
            if (!was.equals(is)) {
                moved.add(new Moved(before.plan().month(), total, was, is));
            }
        }
        return moved;
    }

    private static Map<Total, Value> totals(MonthSummary summary) {
        Map<Total, Value> totals = new LinkedHashMap<>();
        totals.put(Total.of(Figure.TOTAL_EXPENSES), Value.of(summary.totalExpenses()));
        totals.put(Total.of(Figure.NET_AVAILABLE), Value.of(summary.netAvailable()));
        List<MemberKey> members = summary.plan().members();
        for (int i = 0; i < members.size(); i++) {
            totals.put(
                    new Total(Figure.MEMBER_TOTAL, null, null, null, members.get(i)),
                    Value.of(summary.memberTotals().of(i)));
        }
        for (ExpenseType type : ExpenseType.values()) {
            totals.put(
                    new Total(Figure.EXPENSE_TYPE, type, null, null, null),
                    Value.of(summary.facts().of(type)));
        }
        for (CategoryTotal category : summary.facts().categories()) {
            totals.put(
                    new Total(Figure.CATEGORY, category.type(), category.category(), null, null),
                    Value.of(category.statistics()));
            for (SubcategoryTotal sub : category.subcategories()) {
                if (sub.subcategory() != null) {
                    totals.put(
                            new Total(
                                    Figure.SUBCATEGORY, category.type(), category.category(), sub.subcategory(), null),
                            Value.of(sub.statistics()));
                }
            }
        }
        summary.fixedByCategory()
                .forEach((category, comparison) -> totals.put(
                        new Total(Figure.BILLS_PAID, null, category, null, null), Value.of(comparison.actual())));
        totals.put(Total.of(Figure.UNPLANNED), Value.of(summary.unplanned()));
        return totals;
    }
}
