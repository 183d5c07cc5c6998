package io.prorata.adapter.persistence.row;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** A run of consecutive months, which is one range of an index. */
public record MonthRun(YearMonth first, YearMonth last) {

    /** Returns {@code months} as the fewest runs, in order. */
    public static List<MonthRun> of(Collection<YearMonth> months) {
        List<MonthRun> runs = new ArrayList<>();
        for (YearMonth month : new TreeSet<>(months)) {
            if (!runs.isEmpty() && runs.getLast().last().plusMonths(1).equals(month)) {
                runs.set(runs.size() - 1, new MonthRun(runs.getLast().first(), month));
            } else {
                runs.add(new MonthRun(month, month));
            }
        }
        return runs;
    }
}
