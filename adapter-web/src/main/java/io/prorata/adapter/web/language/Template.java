package io.prorata.adapter.web.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with places for values: {@code There is no household {0}.}
 *
 * @param literals what is said before, between and behind the places; one more than there are places
 * @param places which value stands in each place, in the order of the text
 */
record Template(List<String> literals, List<Integer> places) {

    /** @throws IllegalArgumentException if nothing stands between two places: no value could be told from the next */
    static Template of(String text) {
        List<String> literals = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        int begin = 0;
        for (int at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at + 1)) {
            if (at + 2 < text.length() && Character.isDigit(text.charAt(at + 1)) && text.charAt(at + 2) == '}') {
                literals.add(text.substring(begin, at));
                places.add(Character.digit(text.charAt(at + 1), 10));
                begin = at + 3;
            }
        }
        literals.add(text.substring(begin));
        for (int i = 1; i < literals.size() - 1; i++) {
            if (literals.get(i).isEmpty()) {
                throw new IllegalArgumentException("nothing stands between two places of: " + text);
            }
        }
        return new Template(List.copyOf(literals), List.copyOf(places));
    }

    /** Returns how many characters are the same in every sentence of this form. */
    int length() {
        return literals.stream().mapToInt(String::length).sum();
    }

    /** Returns the values of {@code sentence} by their places, if it has this form; each ends where what follows it comes first. */
    Optional<String[]> values(String sentence) {
        if (places.isEmpty()) {
            return sentence.equals(literals.getFirst()) ? Optional.of(new String[0]) : Optional.empty();
        }
        if (!sentence.startsWith(literals.getFirst())) {
            return Optional.empty();
        }
        String[] values = new String[10];
        int at = literals.getFirst().length();
        for (int i = 0; i < places.size(); i++) {
            String next = literals.get(i + 1);
            boolean last = i == places.size() - 1;
            int end = last ? sentence.length() - next.length() : sentence.indexOf(next, at);
            if (end < at || (last && !sentence.endsWith(next))) {
                return Optional.empty();
            }
            values[places.get(i)] = sentence.substring(at, end);
            at = end + next.length();
        }
        return Optional.of(values);
    }

    /** Returns the sentence with {@code values} in their places. */
    String with(@Nullable Object... values) {
        var said = new StringBuilder(literals.getFirst());
        for (int i = 0; i < places.size(); i++) {
            said.append(values[places.get(i)]).append(literals.get(i + 1));
        }
        return said.toString();
    }
}
