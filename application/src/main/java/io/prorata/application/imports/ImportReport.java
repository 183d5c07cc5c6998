package io.prorata.application.imports;

import io.prorata.application.bankfile.BankFileFormat;
import io.prorata.application.bankfile.ReadWarning;
import io.prorata.domain.Refusal.RefusedLine;
import io.prorata.domain.ledger.BankLine;
import io.prorata.domain.ledger.ExpenseType;
import io.prorata.domain.money.Money;
import java.time.YearMonth;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of a bank file, or would become of it. Each data line is in exactly one of {@code added}, {@code known} and
 * {@code refused}.
 *
 * @param importId of the import; empty where nothing was kept
 * @param fileName as its sender calls it
 * @param format how it was found to be written
 * @param currency of its amounts
 * @param lines data lines of the file
 * @param added lines that are new transactions
 * @param known lines that were there already
 * @param refused lines that could not be accepted, in the order of the file
 * @param months those that get rows, with the new rows' totals
 * @param likeBills new transactions that look like a planned bill which is not paid yet, and would be counted twice as everyday spending
 * @param knownLines those of the known lines, the first {@link #MOST_KNOWN_LINES} of them
 * @param knownUnnamed how many of the known lines name no account: another account's equal line would not be told from them
 * @param knownButForAccount numbers of the added lines that the books have under another account, or under none
 * @param warnings what the sender had better look at
 * @param changed known lines that are there in another form
 * @param rows the first lines as they would be kept, in a preview
 * @param profile that gave options, or that keeps those that were stated; empty if there is none
 */
public record ImportReport(
        OptionalLong importId,
        @Nullable String fileName,
        BankFileFormat format,
        Currency currency,
        int lines,
        int added,
        int known,
        List<RefusedLine> refused,
        SortedMap<YearMonth, Totals> months,
        List<LikeABill> likeBills,
        List<KnownLine> knownLines,
        int knownUnnamed,
        List<Integer> knownButForAccount,
        List<ReadWarning> warnings,
        List<ChangedLine> changed,
        List<ShownRow> rows,
        Optional<UsedProfile> profile) {

    /** So many known lines are listed; all are counted. */
    public static final int MOST_KNOWN_LINES = 1000;

    /** A line that was there already; {@code line} is its number in the file. */
    public record KnownLine(int line, BankLine bank) {}

    /**
     * The new rows of a month, with the bank's sign.
     *
     * @param received the sum of what came in
     * @param spent the sum of what went out, zero or negative
     */
    public record Totals(int rows, Money received, Money spent) {

        static final Totals NONE = new Totals(0, Money.ZERO, Money.ZERO);

        Totals plus(Money amount) {
            return amount.isNegative()
                    ? new Totals(rows + 1, received, spent.plus(amount))
                    : new Totals(rows + 1, received.plus(amount), spent);
        }

        /** Returns what the month changes by. */
        public Money sum() {
            return received.plus(spent);
        }
    }

    /**
     * A new transaction that looks like a planned bill.
     *
     * @param line its number in the file
     * @param transactionId its id; empty where nothing was kept
     * @param bill the id of the bill, and {@code label} what it is called
     */
    public record LikeABill(int line, OptionalLong transactionId, BankLine bank, long bill, String label) {}

    /**
     * A known line that is there in another form: refined by the bank, or read otherwise by an earlier import.
     *
     * @param line its number in the file
     * @param transactionId of the row that is there
     * @param difference what is different: {@code refined}, {@code sign}, {@code letters} or {@code day and month}
     * @param before the row as it was
     * @param after the line of the file
     * @param done whether the row was changed, or would be
     */
    public record ChangedLine(
            int line, long transactionId, String difference, BankLine before, BankLine after, boolean done) {}

    /**
     * A line as it would be kept: of a new one what the mapping and the sorting rules make of it, of a known one what the file says.
     *
     * @param line its number in the file
     * @param known whether it is there already
     * @param sortedBy the ids of the sorting rules that chose something of a new row
     */
    public record ShownRow(
            int line,
            BankLine bank,
            @Nullable String category,
            @Nullable String subcategory,
            ExpenseType type,
            boolean known,
            SortedSet<Long> sortedBy) {}

    /**
     * The household's profile of such files.
     *
     * @param options by which the file was read, as they were stated
     * @param chosen whether it gave some of them; if not, it keeps them for the next file
     */
    public record UsedProfile(OptionalLong id, SortedMap<String, String> options, boolean chosen) {}

    /** Returns this, read by {@code profile}. */
    ImportReport readBy(Optional<UsedProfile> profile) {
        return new ImportReport(
                importId,
                fileName,
                format,
                currency,
                lines,
                added,
                known,
                refused,
                months,
                likeBills,
                knownLines,
                knownUnnamed,
                knownButForAccount,
                warnings,
                changed,
                rows,
                profile);
    }

    public ImportReport {
        warnings = List.copyOf(warnings);
        changed = List.copyOf(changed);
        rows = List.copyOf(rows);
        refused = List.copyOf(refused);
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
        likeBills = List.copyOf(likeBills);
        knownLines = List.copyOf(knownLines);
        knownButForAccount = List.copyOf(knownButForAccount);
    }
}
