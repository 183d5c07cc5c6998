package io.prorata.application.imports;

import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.bankfile.Days;
import io.prorata.application.bankfile.ReadLine;
import io.prorata.application.bankfile.ReadLine.Accepted;
import io.prorata.application.bankfile.ReadLine.Refused;
import io.prorata.application.bankfile.ReadOption;
import io.prorata.application.bankfile.ReadOptions;
import io.prorata.application.bankfile.Unreadable;
import io.prorata.application.imports.ImportReport.ChangedLine;
import io.prorata.application.imports.ImportReport.LikeABill;
import io.prorata.application.ledger.KnownNames;
import io.prorata.application.port.Books;
import io.prorata.application.port.Ledger;
import io.prorata.application.request.InCurrency;
import io.prorata.domain.RefusedException;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Attribution;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.ledger.Transaction.TypedBy;
import io.prorata.domain.mapping.BillAssignment;
import io.prorata.domain.mapping.CategoryMapping.Typing;
import io.prorata.domain.recognition.LearntLinks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Compares the lines of a bank file with the books: the one path of an import and of its preview.
 *
 * <p>What is there already is told by a multiset of fingerprints: a line is known as often as the books have it, and each further one is
 * new. So lines that look alike inside one file are all kept, and the same file a second time adds none.
 *
 * <p>The file is read and compared ahead, on a thread that never asks the books; what is new is kept by the calling thread.
 */
final class ImportMatcher {

    /** So many rows that name something are learnt from, the latest. */
    private static final int MOST_LINKED = 5_000;

    /** So many lines are compared and kept together. */
    private static final int BATCH = 2000;

    private final Keeper keeper;
    private final Typing typing;
    private final BillMatcher bills;
    private final LearntLinks learnt;
    private final KnownNames names;

    private final List<Accepted> batch = new ArrayList<>(BATCH);

    /** New lines that look like a bill, by their place in the file, and the ids they have where they are kept. */
    private final Map<Fresh, BillAssignment.Placed> likeBills = new LinkedHashMap<>();

    /** Lines that are new under their account, and as often as that in the books under another. */
    private final OtherAccounts otherAccounts;

    /** How often the books have each line of the file's years, less those that the file has had already. */
    private final Map<String, Integer> left;

    /** Lines that may be there in another form. */
    private final List<Accepted> deferred = new ArrayList<>();

    private final List<Revised> revised = new ArrayList<>();
    /** How often a line's row was removed by hand, less those that the file has had already. */
    private final Map<String, Integer> removed;

    private final Revisited revisited = new Revisited();

    /** Looks through the rows of the file's years. */
    private final Consumer<Consumer<Ledger.KnownLine>> again;

    private final ReportedLines reported;

    /** A line that is there in another form. */
    private record Revised(Accepted line, Revisited.Match match) {}

    /** A line that is kept, under {@code id} if it has one. */
    private record Fresh(Accepted line, OptionalLong id) {}

    /**
     * A line that is new, and where it is counted.
     *
     * @param learnt what rows of the same payee have named before, if they have
     */
    record Placed(Accepted line, Classification classification, Optional<Attribution> learnt) {}

    /** A row that is there in another form, and the line it is to become. */
    record Correction(long transactionId, BankLine line) {}

    /** Keeps new lines. */
    interface Keeper {

        /**
         * Nothing is kept.
         *
         * @param correct whether rows in another form would be changed
         */
        static Keeper none(boolean correct) {
            return new Keeper() {
                @Override
                public OptionalLong keep(List<Placed> lines) {
                    return OptionalLong.empty();
                }

                @Override
                public boolean correct(List<Correction> corrections) {
                    return correct;
                }
            };
        }

        /** Keeps {@code lines} and returns the id of the first, which the others follow; empty if they are not kept. */
        OptionalLong keep(List<Placed> lines);

        /** Changes rows, if that is wanted, and returns whether it is. */
        boolean correct(List<Correction> corrections);
    }

    private ImportMatcher(HouseholdId household, Books books, Keeper keeper, Optional<Days> days, int shownRows) {
        this.keeper = keeper;
        this.left = new HashMap<>();
        this.again = sink -> days.ifPresent(dated -> {
            // A line may be there with day and month the other way round, which is in the same year.
            LocalDate first = dated.first().withDayOfYear(1);
            LocalDate last = dated.last().withMonth(12).withDayOfMonth(31);
            books.ledger().knownLines(household, first, last, sink);
        });
        again.accept(row -> {
            left.merge(row.fingerprint(), 1, Integer::sum);
            revisited.note(row);
        });
        this.removed = days.map(dated -> books.ledger().removedLines(household, dated.first(), dated.last()))
                .orElseGet(HashMap::new);
        this.typing = books.mappings().get(household).typing();
        this.reported = new ReportedLines(typing, shownRows);
        this.bills = new BillMatcher(household, books);
        this.learnt = new LearntLinks(
                books.ledger().linked(household, MOST_LINKED),
                books.plans().book(household).fixed());
        this.names = KnownNames.ofCategories(household, books.ledger());
        this.otherAccounts = new OtherAccounts(
                left,
                days.filter(dated -> !left.isEmpty())
                        .map(dated -> books.ledger().accounts(household, dated.first(), dated.last()))
                        .orElseGet(Collections::emptySortedSet));
    }

    /**
     * A bank knows nothing of the year after next: dates that lie there were read in a wrong order, or are none.
     *
     * @throws RefusedException if there are such and the sender does not say how dates are written
     */
    static void requirePast(BankFileReader reader, ReadOptions options, LocalDate today) {
        Optional<LocalDate> last = reader.days().map(Days::last);
        boolean found =
                reader.format().datesAreFoundOut() && options.dateFormat().isEmpty();
        if (found && last.isPresent() && last.get().isAfter(today.plusYears(1))) {
            throw Unreadable.AMBIGUOUS_DATES.because(
                    "the last date of the file would be " + last.get() + ", which is in the future",
                    ReadOption.DATE_FORMAT);
        }
    }

    /**
     * @param importId of what {@code keeper} keeps; empty if it keeps nothing
     * @throws RefusedException if there are lines and none can be accepted
     */
    static ImportReport of(
            HouseholdId household,
            Books books,
            OptionalLong importId,
            Keeper keeper,
            ImportBankFile.Command command,
            BankFileReader reader) {
        // Somebody may have changed it since the file was looked into: its amounts were read with other decimals.
        new InCurrency<>(reader, reader.currency()).within(books.households().get(household));
        var matcher = new ImportMatcher(household, books, keeper, reader.days(), command.shownRows());
        ReadAhead.<List<Placed>>of(
                fresh -> {
                    reader.read(line -> matcher.take(line, fresh), command.progress());
                    matcher.compare(fresh);
                },
                matcher::keep);
        matcher.compareDeferred();
        matcher.reported.requireAccepted();
        List<ChangedLine> changed = matcher.correct();
        return new ImportReport(
                importId,
                command.file().name(),
                reader.format(),
                reader.currency(),
                reader.lines(),
                matcher.reported.added(),
                matcher.reported.known(),
                matcher.reported.refused(),
                matcher.reported.months(),
                matcher.likeBills(),
                matcher.reported.knownLines(),
                matcher.reported.unnamed(),
                matcher.otherAccounts.lines(),
                matcher.reported.warnings(reader.warnings(), changed),
                changed,
                matcher.reported.rows(),
                Optional.empty());
    }

    private List<ChangedLine> correct() {
        List<Revised> open = revised.stream()
                .filter(line -> line.match().row().isAsWritten())
                .toList();
        boolean done = !open.isEmpty()
                && keeper.correct(open.stream()
                        .map(line -> new Correction(
                                line.match().row().id(), line.line().bank()))
                        .toList());
        return revised.stream()
                .map(line -> new ChangedLine(
                        line.line().line(),
                        line.match().row().id(),
                        line.match()
                                .difference()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' '),
                        line.match().row().line(),
                        line.line().bank(),
                        done && line.match().row().isAsWritten()))
                .toList();
    }

    private void take(ReadLine line, Consumer<List<Placed>> fresh) {
        switch (line) {
            case Refused(int number, String reason) -> reported.refused(number, reason);
            case Accepted accepted -> {
                batch.add(accepted);
                if (batch.size() == BATCH) {
                    compare(fresh);
                }
            }
        }
    }

    private void compare(Consumer<List<Placed>> sink) {
        List<Placed> fresh = new ArrayList<>(batch.size());
        for (Accepted line : batch) {
            String fingerprint = fingerprint(line);
            int there = left.getOrDefault(fingerprint, 0);
            if (there > 0) {
                left.put(fingerprint, there - 1);
                reported.known(line);
            } else if (removed.getOrDefault(fingerprint, 0) > 0) {
                removed.merge(fingerprint, -1, Integer::sum);
                reported.stayedOut(line);
            } else if (!revisited.isEmpty() && revisited.mayHave(line.bank())) {
                // Not before the whole file is read is it certain which rows no line of it equals.
                deferred.add(line);
            } else {
                fresh.add(fresh(line));
            }
        }
        batch.clear();
        if (!fresh.isEmpty()) {
            sink.accept(fresh);
        }
    }

    /** Books that the line was not exported from know it by what it says. */
    private String fingerprint(Accepted line) {
        String exported = line.exportedAs();
        if (exported != null && (left.getOrDefault(exported, 0) > 0 || removed.getOrDefault(exported, 0) > 0)) {
            return exported;
        }
        return line.bank().fingerprint();
    }

    /** On the calling thread, which may ask the books. */
    private void compareDeferred() {
        if (deferred.isEmpty()) {
            return;
        }
        again.accept(revisited.seeking(deferred.stream().map(Accepted::bank).toList()));
        // The lines that say the same come before those that only have day and amount in common with a row.
        List<Accepted> others = takeRevised(deferred, true);
        List<Placed> fresh = new ArrayList<>();
        takeRevised(others, false).forEach(line -> fresh.add(fresh(line)));
        if (!fresh.isEmpty()) {
            keep(fresh);
        }
    }

    /** Takes those of {@code lines} that are there in another form, and returns the others. */
    private List<Accepted> takeRevised(List<Accepted> lines, boolean alike) {
        List<Accepted> others = new ArrayList<>();
        for (Accepted line : lines) {
            Optional<Revisited.Match> match = revisited.take(line.bank(), left, alike);
            if (match.isPresent()) {
                reported.known(line);
                revised.add(new Revised(line, match.get()));
            } else {
                others.add(line);
            }
        }
        return others;
    }

    private Placed fresh(Accepted line) {
        otherAccounts.note(line);
        reported.fresh(line);
        return place(line);
    }

    private void keep(List<Placed> fresh) {
        OptionalLong first = keeper.keep(fresh);
        for (int i = 0; i < fresh.size(); i++) {
            note(fresh.get(i), first.isPresent() ? OptionalLong.of(first.getAsLong() + i) : first);
        }
    }

    private Placed place(Accepted line) {
        var arrived = new Transaction(
                0,
                line.bank(),
                new Classification(
                        typing.of(line.bank().amount(), line.category(), line.subcategory()),
                        names.spelled(line.category()),
                        names.spelled(line.subcategory()),
                        false),
                TypedBy.RULE,
                Collections.emptySortedSet());
        Transaction linked = learnt.applied(arrived);
        return new Placed(
                line,
                linked.classification(),
                linked.equals(arrived) ? Optional.empty() : Optional.of(linked.attribution()));
    }

    private void note(Placed placed, OptionalLong id) {
        Accepted line = placed.line();
        reported.added(line);
        bills.note(line.bank(), placed.classification());
        if (bills.looksLikeABill(line.bank(), placed.classification())) {
            likeBills.put(new Fresh(line, id), new BillAssignment.Placed(line.bank(), placed.classification()));
        }
    }

    private List<LikeABill> likeBills() {
        return bills.matched(likeBills).entrySet().stream()
                .map(like -> new LikeABill(
                        like.getKey().line().line(),
                        like.getKey().id(),
                        like.getKey().line().bank(),
                        like.getValue().id(),
                        like.getValue().label()))
                .sorted(Comparator.comparingInt(LikeABill::line))
                .toList();
    }
}
