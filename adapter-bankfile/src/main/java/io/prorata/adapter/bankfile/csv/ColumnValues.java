package io.prorata.adapter.bankfile.csv;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the values of columns that have few of them, each with the signs of the amounts beside it. */
final class ColumnValues {

    private static final int MOST_VALUES = 16;
    private static final int LONGEST = 40;

    /** How often a value stands beside amounts of each sign. */
    static final class Signs {
        private long negative;
        private long positive;

        long negative() {
            return negative;
        }

        long positive() {
            return positive;
        }

        void add(int sign) {
            negative += sign < 0 ? 1 : 0;
            positive += sign > 0 ? 1 : 0;
        }
    }

    private final List<@Nullable Map<String, Signs>> columns = new ArrayList<>();
    private long negative;
    private long positive;

    /** @param sign of the row's amount as it is written */
    void observe(Row row, int sign) {
        negative += sign < 0 ? 1 : 0;
        positive += sign > 0 ? 1 : 0;
        for (int place = 0; place < row.fields().size(); place++) {
            if (place == columns.size()) {
                columns.add(new HashMap<>());
            }
            Map<String, Signs> values = columns.get(place);
            if (values == null) {
                continue;
            }
            String value = row.field(place);
            Signs signs = values.get(value);
            if (signs == null) {
                if (values.size() == MOST_VALUES || value.length() > LONGEST) {
                    columns.set(place, null);
                    continue;
                }
                signs = new Signs();
                values.put(value, signs);
            }
            signs.add(sign);
        }
    }

    /** Returns the values of a column; empty if it has many, or none. */
    Optional<Map<String, Signs>> of(int place) {
        return place < columns.size() ? Optional.ofNullable(columns.get(place)) : Optional.empty();
    }

    int places() {
        return columns.size();
    }

    /** Returns how many amounts are written negative. */
    long negative() {
        return negative;
    }

    long positive() {
        return positive;
    }
}
