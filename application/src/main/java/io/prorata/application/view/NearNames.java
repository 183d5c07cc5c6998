package io.prorata.application.view;

import io.prorata.domain.naming.Naming;
import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds similar names. */
public final class NearNames {

    private static final int MOST = 5;

    private NearNames() {}

    private record Near(String name, int distance) {}

    /**
     * Returns the names in {@code known} that are similar to {@code name}, the most similar first, at most five: one begins with the other,
     * or few letters differ, without case and accents.
     */
    public static List<String> to(String name, Collection<String> known) {
        String wanted = plain(name);
        return known.stream()
                .map(candidate -> new Near(candidate, distance(wanted, plain(candidate))))
                .filter(near -> near.distance() <= Math.max(2, wanted.length() / 3))
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::name, Naming.ORDER))
                .limit(MOST)
                .map(Near::name)
                .toList();
    }

    private static String plain(String name) {
        return Normalizer.normalize(Naming.withoutCase(name), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }

    /** The number of letters to add, remove or replace; a prefix counts as one. */
    private static int distance(String one, String other) {
        if (!one.equals(other) && (one.startsWith(other) || other.startsWith(one))) {
            return 1;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
