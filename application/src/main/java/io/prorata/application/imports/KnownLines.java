package io.prorata.application.imports;

import io.prorata.application.bankfile.Days;
import io.prorata.application.bankfile.ReadLine.Accepted;
import io.prorata.application.port.Books;
import io.prorata.application.port.Ledger;
import io.prorata.domain.household.HouseholdId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which lines of a bank file the books have already. That is told by a multiset of fingerprints: a line is known as often as the books have
 * it, and each further one is new. So lines that look alike inside one file are all kept, and the same file a second time adds none.
 */
final class KnownLines {

    private final HouseholdId household;
    private final Optional<Days> days;

    /** How often the books have each line of the file's years, less those that the file has had already. */
    private final Map<String, Integer> left = new HashMap<>();

    /** How often a line's row was removed by hand, less those that the file has had already. */
    private final Map<String, Integer> removed;

    private final Revisited revisited = new Revisited();

    /** Lines that may be there in another form. */
    private final List<Accepted> deferred = new ArrayList<>();

    /** What a line of the file is to the books. */
    enum Fate {
        NEW,
        KNOWN,
        REMOVED,
        /** Not before the whole file is read is it certain which rows no line of it equals. */
        DEFERRED
    }

    /** A line that is there in another form. */
    record Revised(Accepted line, Revisited.Match match) {}

    /**
     * What lines that were deferred are.
     *
     * @param fresh those that are new
     */
    record Decided(List<Revised> revised, List<Accepted> fresh) {}

    /** @param days of the file, if it has any lines with a date */
    KnownLines(HouseholdId household, Books books, Optional<Days> days) {
        this.household = household;
        this.days = days;
        lookThrough(books, row -> {
            left.merge(row.fingerprint(), 1, Integer::sum);
            revisited.note(row);
        });
        this.removed = days.map(dated -> books.ledger().removedLines(household, dated.first(), dated.last()))
                .orElseGet(HashMap::new);
    }

    /** Returns which lines are new under their account, and as often as that in the books under another. */
    OtherAccounts otherAccounts(Books books) {
        return new OtherAccounts(
                left,
                days.filter(dated -> !left.isEmpty())
                        .map(dated -> books.ledger().accounts(household, dated.first(), dated.last()))
                        .orElseGet(Collections::emptySortedSet));
    }

    /** Looks through the rows of the file's years: a line may be there with day and month the other way round, which is in the same year. */
    private void lookThrough(Books books, Consumer<Ledger.KnownLine> sink) {
        days.ifPresent(dated -> books.ledger()
                .knownLines(
                        household,
                        dated.first().withDayOfYear(1),
                        dated.last().withMonth(12).withDayOfMonth(31),
                        sink));
    }

    /** Decides what the next line of the file is, and counts it. */
    Fate take(Accepted line) {
        String fingerprint = fingerprint(line);
        int there = left.getOrDefault(fingerprint, 0);
        if (there > 0) {
            left.put(fingerprint, there - 1);
            return Fate.KNOWN;
        }
        if (removed.getOrDefault(fingerprint, 0) > 0) {
            removed.merge(fingerprint, -1, Integer::sum);
            return Fate.REMOVED;
        }
        if (revisited.isEmpty() || !revisited.mayHave(line.bank())) {
            return Fate.NEW;
        }
        deferred.add(line);
        return Fate.DEFERRED;
    }

    /** Books that the line was not exported from know it by what it says. */
    private String fingerprint(Accepted line) {
        String exported = line.exportedAs();
        if (exported != null && (left.getOrDefault(exported, 0) > 0 || removed.getOrDefault(exported, 0) > 0)) {
            return exported;
        }
        return line.bank().fingerprint();
    }

    /** Decides what the lines are that were deferred, once the whole file is read. */
    Decided decide(Books books) {
        List<Revised> revised = new ArrayList<>();
        if (deferred.isEmpty()) {
            return new Decided(revised, deferred);
        }
        lookThrough(
                books, revisited.seeking(deferred.stream().map(Accepted::bank).toList()));
        // The lines that say the same come before those that only have day and amount in common with a row.
        List<Accepted> others = others(deferred, true, revised);
        return new Decided(revised, others(others, false, revised));
    }

    /** Returns those of {@code lines} that are not there in another form; {@code revised} takes the others. */
    private List<Accepted> others(List<Accepted> lines, boolean alike, List<Revised> revised) {
        List<Accepted> others = new ArrayList<>();
        for (Accepted line : lines) {
            revisited
                    .take(line.bank(), left, alike)
                    .ifPresentOrElse(match -> revised.add(new Revised(line, match)), () -> others.add(line));
        }
        return others;
    }
}
