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
import io.prorata.application.imports.KnownLines.Fate;
import io.prorata.application.imports.KnownLines.Revised;
import io.prorata.application.port.Books;
import io.prorata.application.port.Ledger.OutdatedStageException;
import io.prorata.application.request.InCurrency;
import io.prorata.application.view.Revision;
import io.prorata.domain.RefusedException;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.Classification;
import io.prorata.domain.ledger.Transaction;
import io.prorata.domain.mapping.BillAssignment;
import io.prorata.domain.plan.PlanBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Compares the lines of a bank file with the books: the one path of an import and of its preview.
 *
 * <p>Three steps, of which the first and the last ask the books: what the file is compared with is read; the file is read and compared, on a
 * thread ahead of the one that takes what is new; and what only the whole file tells is looked up. All that is asked is of one revision.
 */
final class ImportMatcher {

    /** So many lines are compared and kept together. */
    private static final int BATCH = 2000;

    private final HouseholdId household;
    private final Revision revision;
    private final OpenedFile file;
    private final PlanBook plan;
    private final BillMatcher bills;
    private final KnownLines known;
    private final ArrivingRows rows;
    private final OtherAccounts otherAccounts;
    private final ReportedLines reported;

    private final List<Accepted> batch = new ArrayList<>(BATCH);

    /** New lines that look like a bill. */
    private final Map<Fresh, BillAssignment.Placed> likeBills = new LinkedHashMap<>();

    /** Those that the household does not pay otherwise, once the file is read. */
    private Map<Fresh, FixedExpense> unpaid = Map.of();

    private int taken;

    /** Lines that are there in another form. */
    private List<Revised> revised = List.of();

    /** @param place among the new lines, from 0 on */
    private record Fresh(Accepted line, int place) {}

    /**
     * A line that is new, and where it is counted.
     *
     * @param row what becomes of it, still without an id
     */
    record Placed(Accepted line, Transaction row) {}

    /** A row that is there in another form, and the line it is to become. */
    record Correction(long transactionId, BankLine line) {}

    private ImportMatcher(HouseholdId household, Books books, OpenedFile file) {
        this.household = household;
        this.file = file;
        // Somebody may have changed it since the file was looked into: its amounts were read with other decimals.
        new InCurrency<>(file.reader(), file.reader().currency())
                .within(books.households().get(household));
        this.revision = books.revisions().current(household);
        this.known = new KnownLines(household, books, file.reader().days());
        this.plan = books.plans().book(household);
        this.bills = new BillMatcher(household, plan.fixed());
        this.rows = new ArrivingRows(household, books, plan);
        this.reported = new ReportedLines(rows.sorting(), file.command().shownRows());
        this.otherAccounts = known.otherAccounts(books);
    }

    /** Reads from {@code books} what the lines of {@code file} are compared with. */
    static ImportMatcher over(HouseholdId household, Books books, OpenedFile file) {
        return new ImportMatcher(household, books, file);
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

    /** Returns the revision that all is compared with. */
    Revision revision() {
        return revision;
    }

    /** Returns the household's plan before the import. */
    PlanBook plan() {
        return plan;
    }

    /** Reads the file and compares its lines: asks no books. {@code fresh} takes what is new, in the order of the file. */
    void read(Consumer<List<Placed>> fresh) {
        ReadAhead.<List<Placed>>of(
                ahead -> {
                    file.reader().read(line -> take(line, ahead), file.command().progress());
                    compare(ahead);
                },
                lines -> kept(lines, fresh));
    }

    /**
     * Looks up what only the whole file tells: lines that are there in another form, and bills.
     *
     * @throws RefusedException if there are lines and none can be accepted
     * @throws OutdatedStageException if the household has changed since
     */
    void finish(Books books, Consumer<List<Placed>> fresh) {
        requireCurrent(books);
        compareDeferred(books, fresh);
        reported.requireAccepted();
        unpaid = bills.matched(books, likeBills);
    }

    /** @throws OutdatedStageException if the household has changed since */
    void requireCurrent(Books books) {
        if (!books.revisions().current(household).equals(revision)) {
            throw new OutdatedStageException();
        }
    }

    /** @throws OutdatedStageException if the write that {@code books} are of does not follow what all is compared with */
    void requireNext(Books books) {
        Revision next = books.revisions().current(household);
        if (!next.epoch().equals(revision.epoch()) || next.number() != revision.number() + 1) {
            throw new OutdatedStageException();
        }
    }

    /** Returns the rows that are there in another form, which nobody has edited, and what they are to become. */
    List<Correction> corrections() {
        return revised.stream()
                .filter(line -> line.match().row().isAsWritten())
                .map(line -> new Correction(line.match().row().id(), line.line().bank()))
                .toList();
    }

    /**
     * @param importId empty if nothing is kept
     * @param ids of the new lines, by their places
     */
    ImportReport report(OptionalLong importId, IntFunction<OptionalLong> ids) {
        BankFileReader reader = file.reader();
        List<ChangedLine> changed = changed();
        return new ImportReport(
                importId,
                file.command().file().name(),
                reader.format(),
                reader.currency(),
                reader.lines(),
                reported.added(),
                reported.known(),
                reported.refused(),
                reported.months(),
                likeBills(ids),
                reported.knownLines(),
                reported.unnamed(),
                otherAccounts.lines(),
                reported.warnings(reader.warnings(), changed),
                changed,
                reported.rows(),
                Optional.empty());
    }

    private List<ChangedLine> changed() {
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
                        file.command().correct() && line.match().row().isAsWritten()))
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
        List<Fate> fates = batch.stream().map(known::take).toList();
        List<Placed> fresh = rows.placed(IntStream.range(0, batch.size())
                .filter(i -> fates.get(i) == Fate.NEW)
                .mapToObj(batch::get)
                .toList());
        Iterator<Placed> next = fresh.iterator();
        for (int i = 0; i < fates.size(); i++) {
            switch (fates.get(i)) {
                case NEW -> report(next.next());
                case KNOWN -> reported.known(batch.get(i));
                case REMOVED -> reported.stayedOut(batch.get(i));
                case DEFERRED -> {}
            }
        }
        batch.clear();
        if (!fresh.isEmpty()) {
            sink.accept(fresh);
        }
    }

    private void report(Placed placed) {
        otherAccounts.note(placed.line());
        reported.fresh(placed.line(), placed.row());
    }

    private void compareDeferred(Books books, Consumer<List<Placed>> sink) {
        KnownLines.Decided decided = known.decide(books);
        revised = decided.revised();
        revised.forEach(line -> reported.known(line.line()));
        List<Placed> fresh = rows.placed(decided.fresh());
        fresh.forEach(this::report);
        if (!fresh.isEmpty()) {
            kept(fresh, sink);
        }
    }

    private void kept(List<Placed> lines, Consumer<List<Placed>> fresh) {
        fresh.accept(lines);
        lines.forEach(this::note);
    }

    private void note(Placed placed) {
        Accepted line = placed.line();
        Classification classification = placed.row().classification();
        reported.added(line);
        bills.note(line.bank(), classification, placed.row().attribution());
        if (bills.looksLikeABill(line.bank(), classification)) {
            likeBills.put(new Fresh(line, taken), new BillAssignment.Placed(line.bank(), classification));
        }
        taken++;
    }

    private List<LikeABill> likeBills(IntFunction<OptionalLong> ids) {
        return unpaid.entrySet().stream()
                .map(like -> new LikeABill(
                        like.getKey().line().line(),
                        ids.apply(like.getKey().place()),
                        like.getKey().line().bank(),
                        like.getValue().id(),
                        like.getValue().label()))
                .sorted(Comparator.comparingInt(LikeABill::line))
                .toList();
    }
}
