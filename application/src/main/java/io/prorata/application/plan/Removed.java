package io.prorata.application.plan;

import java.time.YearMonth;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A thing that was stated by mistake and is gone.
 *
 * @param thing as it was
 * @param plansMoved the months that are over and whose plan has moved
 */
public record Removed<T>(T thing, SortedSet<YearMonth> plansMoved) {

    public Removed {
        plansMoved = Collections.unmodifiableSortedSet(new TreeSet<>(plansMoved));
    }
}
