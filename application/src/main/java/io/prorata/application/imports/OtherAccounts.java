package io.prorata.application.imports;

import io.prorata.application.bankfile.ReadLine.Accepted;
import io.prorata.domain.ledger.BankLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds lines that are new only because of the name of their account: the same file was imported before without an account, or with
 * another.
 */
final class OtherAccounts {

    /** The maximum number of names, in order: each costs a fingerprint of every new line. */
    private static final int MOST_NAMES = 50;

    private final Map<String, Integer> left;
    private final List<@Nullable String> names = new ArrayList<>();
    private final List<Candidate> candidates = new ArrayList<>();

    /** A new line, with the fingerprints under which the books have it. */
    private record Candidate(Accepted line, List<String> fingerprints) {}

    /**
     * @param left how often the books have each line of the file's days, less those that the file has had: it goes on being lowered while
     *     the file is compared
     * @param names of the accounts that rows of these days have
     */
    OtherAccounts(Map<String, Integer> left, Set<String> names) {
        this.left = left;
        if (!left.isEmpty()) {
            this.names.add(null);
            names.stream().limit(MOST_NAMES).forEach(this.names::add);
        }
    }

    /** Adds a line that is new under its own account. */
    void note(Accepted line) {
        List<String> elsewhere = names.stream()
                .filter(name -> !Objects.equals(name, line.bank().account()))
                .map(name -> under(name, line.bank()).fingerprint())
                .filter(left::containsKey)
                .toList();
        if (!elsewhere.isEmpty()) {
            candidates.add(new Candidate(line, elsewhere));
        }
    }

    /**
     * Returns the numbers of the lines that the books have under another account and the file did not have under that one. Call it after
     * the whole file is compared.
     */
    List<Integer> lines() {
        Map<String, Integer> there = new HashMap<>();
        List<Integer> lines = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Stream<String> open = candidate.fingerprints().stream()
                    .filter(fingerprint ->
                            there.computeIfAbsent(fingerprint, first -> left.getOrDefault(first, 0)) > 0);
            open.findFirst().ifPresent(fingerprint -> {
                there.merge(fingerprint, -1, Integer::sum);
                lines.add(candidate.line().line());
            });
        }
        return lines;
    }

    private static BankLine under(@Nullable String account, BankLine line) {
        return new BankLine(account, line.date(), line.amount(), line.label(), line.bankId());
    }
}
