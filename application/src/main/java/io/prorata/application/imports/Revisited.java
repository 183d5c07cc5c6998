package io.prorata.application.imports;

import io.prorata.application.port.Ledger.KnownLine;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.naming.Naming;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds rows that are a line of a file in another form: changed by the bank under the same id, read by an earlier import with another sign,
 * other letters, or day and month in the other order, or from another format of the bank.
 *
 * <p>The books may have many rows: only their hashes are in memory while the file is read. The few candidates are read again when it is
 * known which of them no line of the file equals.
 */
final class Revisited {

    /** The kind of difference. */
    enum Difference {
        /** The bank changed the text under the same id, account and amount. */
        REFINED {
            @Override
            long hash(BankLine line) {
                return line.bankId() == null
                        ? 0
                        : hashed(this, line, null, "", line.amount().minor());
            }
        },
        SIGN {
            @Override
            long hash(BankLine line) {
                return hashed(
                        this,
                        line,
                        line.date(),
                        line.label(),
                        Math.abs(line.amount().minor()));
            }
        },
        LETTERS {
            @Override
            long hash(BankLine line) {
                return hashed(
                        this,
                        line,
                        line.date(),
                        plain(line.label()),
                        line.amount().minor());
            }
        },
        DAY_AND_MONTH {
            @Override
            long hash(BankLine line) {
                LocalDate other = swapped(line.date()).orElse(line.date());
                LocalDate first = other.isBefore(line.date()) ? other : line.date();
                return hashed(this, line, first, line.label(), line.amount().minor());
            }
        },
        /** Another format of the bank, of which one has the bank's id and the other does not. */
        OTHER_FORMAT {
            @Override
            long hash(BankLine line) {
                return hashed(line, line.bankId() != null);
            }

            @Override
            long sought(BankLine line) {
                return hashed(line, line.bankId() == null);
            }

            private long hashed(BankLine line, boolean withId) {
                long hash = mixed(name().hashCode(), line.date().toEpochDay());
                return mixed(mixed(hash, line.amount().minor()), withId ? 1 : 2);
            }
        };

        /** Returns a hash that is the same for lines that differ in this way alone. */
        abstract long hash(BankLine line);

        /** Returns the number of rows that may be {@code line}. */
        long sought(BankLine line) {
            return hash(line);
        }

        boolean isOf(BankLine row, BankLine line) {
            if (this == OTHER_FORMAT) {
                return (row.bankId() == null) != (line.bankId() == null)
                        && row.date().equals(line.date())
                        && row.amount().equals(line.amount())
                        && AccountNames.areOfOne(row.account(), line.account());
            }
            boolean same = Objects.equals(row.account(), line.account()) && Objects.equals(row.bankId(), line.bankId());
            return same
                    && !row.equals(line)
                    && switch (this) {
                        case REFINED -> line.bankId() != null && row.amount().equals(line.amount());
                        case SIGN ->
                            row.date().equals(line.date())
                                    && row.label().equals(line.label())
                                    && row.amount().equals(line.amount().negated());
                        case LETTERS ->
                            row.date().equals(line.date())
                                    && row.amount().equals(line.amount())
                                    && plain(row.label()).equals(plain(line.label()));
                        case DAY_AND_MONTH ->
                            row.label().equals(line.label())
                                    && row.amount().equals(line.amount())
                                    && swapped(line.date()).equals(Optional.of(row.date()));
                        case OTHER_FORMAT -> false;
                    };
        }
    }

    /** A row in another form of a line. */
    record Match(KnownLine row, Difference difference) {}

    private static final int SHORTEST_WORD = 3;

    private final Set<Long> hashes = new HashSet<>();
    private final Map<Long, List<KnownLine>> candidates = new HashMap<>();
    private final Set<Long> taken = new HashSet<>();

    /** Adds a row. */
    void note(KnownLine row) {
        for (Difference difference : Difference.values()) {
            hashes.add(difference.hash(row.line()));
        }
    }

    boolean isEmpty() {
        return hashes.isEmpty();
    }

    /** Whether a row may be {@code line} in another form; it is certain after all lines of the file were read. */
    boolean mayHave(BankLine line) {
        for (Difference difference : Difference.values()) {
            long hash = difference.sought(line);
            if (hash != 0 && hashes.contains(hash)) {
                return true;
            }
        }
        return false;
    }

    /** Returns the second pass over the rows, for candidates of {@code lines}. */
    Consumer<KnownLine> seeking(List<BankLine> lines) {
        Set<Long> sought = new HashSet<>();
        for (BankLine line : lines) {
            for (Difference difference : Difference.values()) {
                sought.add(difference.sought(line));
            }
        }
        sought.remove(0L);
        return row -> {
            for (Difference difference : Difference.values()) {
                long hash = difference.hash(row.line());
                if (sought.contains(hash)) {
                    candidates.computeIfAbsent(hash, _ -> new ArrayList<>(1)).add(row);
                }
            }
        };
    }

    /**
     * Takes the row that is {@code line} in another form, if one is left. A row matches one line at most.
     *
     * @param left the number of rows of each fingerprint that the file has not matched
     * @param alike whether texts of other formats must have a word in common
     */
    Optional<Match> take(BankLine line, Map<String, Integer> left, boolean alike) {
        for (Difference difference : Difference.values()) {
            for (KnownLine row : candidates.getOrDefault(difference.sought(line), List.of())) {
                if (difference.isOf(row.line(), line)
                        && (difference != Difference.OTHER_FORMAT || !alike || haveAWordInCommon(row.line(), line))
                        && left.getOrDefault(row.fingerprint(), 0) > 0
                        && taken.add(row.id())) {
                    left.merge(row.fingerprint(), -1, Integer::sum);
                    return Optional.of(new Match(row, difference));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean haveAWordInCommon(BankLine row, BankLine line) {
        Set<String> words = new HashSet<>(words(row));
        words.retainAll(words(line));
        return !words.isEmpty();
    }

    private static List<String> words(BankLine line) {
        return Arrays.stream(Naming.searchable(line.label()).split("[^\\p{L}]+", -1))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .toList();
    }

    private static long hashed(
            Difference difference, BankLine line, @Nullable LocalDate date, String label, long amount) {
        long hash = difference.name().hashCode();
        hash = mixed(hash, date == null ? 0 : date.toEpochDay());
        hash = mixed(hash, label.hashCode());
        hash = mixed(hash, amount);
        hash = mixed(hash, Objects.hashCode(line.account()));
        return mixed(hash, Objects.hashCode(line.bankId()));
    }

    private static long mixed(long hash, long with) {
        long mixed = (hash ^ with) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }

    /** The text independent of its letters beyond ASCII: each run of them is one mark. */
    private static String plain(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder plain = new StringBuilder(composed.length());
        boolean other = false;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (c <= 0x7F) {
                plain.append(c);
                other = false;
            } else if (!other) {
                plain.append('*');
                other = true;
            }
        }
        return plain.toString();
    }

    /** Returns the date with day and month exchanged, if it is valid and different. */
    private static Optional<LocalDate> swapped(LocalDate date) {
        try {
            LocalDate other = LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
            return other.equals(date) ? Optional.empty() : Optional.of(other);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
