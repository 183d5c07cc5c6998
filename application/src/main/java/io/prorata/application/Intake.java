package io.prorata.application;

import io.prorata.application.ImportReport.LikeABill;
import io.prorata.application.ImportReport.Totals;
import io.prorata.application.bankfile.BankFile;
import io.prorata.application.bankfile.BankFileReader;
import io.prorata.application.bankfile.Days;
import io.prorata.application.bankfile.Progress;
import io.prorata.application.bankfile.ReadLine;
import io.prorata.application.bankfile.ReadLine.Accepted;
import io.prorata.application.bankfile.ReadLine.Refused;
import io.prorata.application.port.Books;
import io.prorata.domain.Refusal;
import io.prorata.domain.Refusal.RefusedLine;
import io.prorata.domain.RefusedException;
import io.prorata.domain.expense.FixedExpense;
import io.prorata.domain.household.HouseholdId;
import io.prorata.domain.ledger.Placing;
import io.prorata.domain.mapping.BillLikeness;
import io.prorata.domain.mapping.CategoryMapping.Typing;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Compares the lines of a bank file with the books: the one path of an import and of its preview.
 *
 * <p>What is there already is told by a multiset of fingerprints: a line is known as often as the books have it, and each further one is
 * new. So lines that look alike inside one file are all kept, and the same file a second time adds none.
 *
 * <p>The file is read and compared ahead, on a thread that never asks the books; what is new is kept by the calling thread.
 */
final class Intake {

    /** So many lines are compared and kept together. */
    private static final int BATCH = 2000;

    private final Keeper keeper;
    private final Typing typing;
    private final BillLikeness bills;

    private final List<Accepted> batch = new ArrayList<>(BATCH);
    private final List<RefusedLine> refused = new ArrayList<>();
    private final SortedMap<YearMonth, Totals> months = new TreeMap<>();
    private final List<LikeABill> likeBills = new ArrayList<>();

    /** How often the books have each line of the file's days, less those that the file has had already. */
    private final Map<String, Integer> left;

    private int added;
    private int known;

    /** A line that is new, and where it is counted. */
    record Placed(Accepted line, Placing placing) {}

    /** Keeps new lines. */
    @FunctionalInterface
    interface Keeper {

        /** Nothing is kept. */
        Keeper NONE = lines -> OptionalLong.empty();

        /** Keeps {@code lines} and returns the id of the first, which the others follow; empty if they are not kept. */
        OptionalLong keep(List<Placed> lines);
    }

    private Intake(HouseholdId household, Books books, Keeper keeper, Optional<Days> days) {
        this.keeper = keeper;
        this.left = days.map(dated -> books.ledger().fingerprints(household, dated.first(), dated.last()))
                .orElseGet(Map::of);
        this.typing = books.mappings().get(household).typing();
        this.bills = new BillLikeness(books.plans().book(household).fixed());
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
            BankFile file,
            BankFileReader reader,
            Progress progress) {
        if (!books.households().get(household).currency().equals(reader.currency())) {
            // Somebody has changed it since the file was looked into: its amounts were read with other decimals.
            throw new RefusedException(new Refusal.Overtaken());
        }
        var intake = new Intake(household, books, keeper, reader.days());
        Ahead.<List<Placed>>of(
                fresh -> {
                    reader.read(line -> intake.take(line, fresh), progress);
                    intake.compare(fresh);
                },
                intake::keep);
        if (intake.added + intake.known == 0 && reader.lines() > 0) {
            throw new RefusedException(new Refusal.NothingAccepted(intake.refused));
        }
        return new ImportReport(
                importId,
                file.name(),
                reader.format(),
                reader.lines(),
                intake.added,
                intake.known,
                intake.refused,
                intake.months,
                intake.likeBills);
    }

    private void take(ReadLine line, Consumer<List<Placed>> fresh) {
        switch (line) {
            case Refused(int number, String reason) -> refused.add(new RefusedLine(number, reason));
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
            String fingerprint = line.bank().fingerprint();
            int there = left.getOrDefault(fingerprint, 0);
            if (there > 0) {
                left.put(fingerprint, there - 1);
                known++;
            } else {
                fresh.add(place(line));
            }
        }
        batch.clear();
        if (!fresh.isEmpty()) {
            sink.accept(fresh);
        }
    }

    private void keep(List<Placed> fresh) {
        OptionalLong first = keeper.keep(fresh);
        for (int i = 0; i < fresh.size(); i++) {
            note(fresh.get(i), first.isPresent() ? OptionalLong.of(first.getAsLong() + i) : first);
        }
    }

    private Placed place(Accepted line) {
        return new Placed(
                line,
                new Placing(
                        typing.of(line.bank().amount(), line.category(), line.subcategory()),
                        line.category(),
                        line.subcategory(),
                        false));
    }

    private void note(Placed placed, OptionalLong id) {
        Accepted line = placed.line();
        added++;
        months.merge(
                YearMonth.from(line.bank().date()),
                Totals.NONE.plus(line.bank().amount()),
                (before, one) -> before.plus(line.bank().amount()));
        Optional<FixedExpense> bill = bills.of(line.bank(), placed.placing());
        bill.ifPresent(like -> likeBills.add(new LikeABill(line.line(), id, line.bank(), like.id(), like.label())));
    }
}
