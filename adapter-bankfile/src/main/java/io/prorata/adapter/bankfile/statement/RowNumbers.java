package io.prorata.adapter.bankfile.statement;

/** Finds out whether the ids of a file only count its entries, and so say nothing of which entry it is. */
final class RowNumbers {

    private long next;
    private int seen;
    private boolean counting = true;

    void observe(String id) {
        if (!counting) {
            return;
        }
        long number = number(id);
        boolean begins = seen == 0 && (number == 0 || number == 1);
        counting = begins || (seen > 0 && number == next);
        next = number + 1;
        seen++;
    }

    /** Whether there were ids, and they were 0, 1, 2 or 1, 2, 3 and so on. */
    boolean onlyCount() {
        return counting && seen > 0;
    }

    private static long number(String id) {
        boolean digits = !id.isEmpty() && id.length() <= 9 && id.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Long.parseLong(id) : -1;
    }
}
